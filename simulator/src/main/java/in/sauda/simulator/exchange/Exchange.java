package in.sauda.simulator.exchange;

import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.Side;
import in.sauda.simulator.market.BookLevel;
import in.sauda.simulator.market.DepthSource;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.Slots;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The order book of the simulated exchange. The simulated market neither knows nor minds the client's orders, so the
/// price path stays the same whoever trades.
///
/// Longer than a class should be: entering, matching and leaving the book share one state and one lock.
///
/// Every method runs under the market's lock, either taken here or held by the market when it calls.
public final class Exchange implements Market.Listener, DepthSource {
    private final Market market;
    private final Account account;
    private final Map<String, ExchangeOrder> orders = new LinkedHashMap<>();
    private final Map<Contract, ContractBook> books = new HashMap<>();
    private final AfterMarket afterMarket = new AfterMarket();
    private final List<OrderListener> listeners = new CopyOnWriteArrayList<>();
    private final String dayPrefix;
    private long sequence;

    public Exchange(Market market, List<Holding> holdings) {
        this.market = market;
        this.account = new Account(market, holdings);
        this.dayPrefix = DateTimeFormatter.ofPattern("uuMMdd").format(market.date());
        market.addListener(this);
    }

    public void addOrderListener(OrderListener listener) {
        listeners.add(listener);
    }

    private void tell(ExchangeOrder order, OrderChange change) {
        listeners.forEach(listener -> listener.changed(order, change, Optional.empty()));
    }

    /// Read it inside {@link Market#locked}.
    public Account account() {
        return account;
    }

    /// All orders of the day, oldest first. Read it inside {@link Market#locked}.
    public Collection<ExchangeOrder> orders() {
        return orders.values();
    }

    public Optional<ExchangeOrder> find(String orderId) {
        return Optional.ofNullable(orders.get(orderId));
    }

    public Optional<ExchangeOrder> findUnique(String uniqueId) {
        return orders.values().stream()
                .filter(order -> order.uniqueId().equals(uniqueId))
                .findFirst();
    }

    /// Accepts an order; it may be rejected in the book the same instant.
    public ExchangeOrder place(OrderSpec spec) {
        return market.locked(() -> {
            long number = ++sequence;
            boolean outside =
                    OrderChecks.outsideHours(market.tape(spec.contract()).phase());
            String id = dayPrefix + String.format("%09d", number);
            ExchangeOrder order = new ExchangeOrder(
                    outside ? AfterMarket.id(market.date(), number) : id,
                    UUID.randomUUID().toString(),
                    number,
                    spec,
                    now());
            orders.put(order.id(), order);
            if (outside) {
                order.keepForSession();
            } else {
                tell(order, OrderChange.OPEN_PENDING);
            }
            refusal(order, spec).ifPresentOrElse(reason -> reject(order, reason), () -> admit(order));
            return order;
        });
    }

    private void admit(ExchangeOrder order) {
        if (order.state() == OrderState.AFTER_MARKET) {
            afterMarket.add(order);
            tell(order, OrderChange.AFTER_MARKET_RECEIVED);
        } else {
            enter(order);
        }
    }

    private void reject(ExchangeOrder order, String reason) {
        order.reject(reason);
        tell(order, OrderChange.REJECTED);
    }

    private void cancel(ExchangeOrder order, String reason) {
        order.cancel(reason, now());
        tell(order, OrderChange.CANCELLED);
    }

    private Optional<String> refusal(ExchangeOrder order, OrderSpec spec) {
        Tape tape = market.tape(spec.contract());
        Optional<String> refusal = OrderChecks.refusal(spec, tape, tape.phase());
        if (refusal.isPresent()) {
            return refusal;
        }
        if (spec.side() == Side.SELL
                && spec.product().equals("DELIVERY")
                && spec.contract().kind() == Contract.Kind.CASH
                && spec.quantity() > account.sellable(spec)) {
            return Optional.of(
                    "RMS:Rule: Check holdings including BTST, quantity available: " + account.sellable(spec));
        }
        double required = account.orderMargin(spec, spec.quantity() - order.filled(), priceToPay(spec, tape));
        double available = available(order);
        return required > available
                ? Optional.of(OrderChecks.insufficientFunds(available, required))
                : Optional.empty();
    }

    private static double priceToPay(OrderSpec spec, Tape tape) {
        long price = spec.price() > 0 ? spec.price() : Math.max(tape.last(), spec.trigger());
        return spec.contract().toRupees(price);
    }

    /// The client's money as of now.
    public Funds funds() {
        return account.funds(blocked(null));
    }

    private double available(@Nullable ExchangeOrder except) {
        return account.funds(blocked(except)).available();
    }

    private double blocked(@Nullable ExchangeOrder except) {
        double sum = 0;
        for (ExchangeOrder order : orders.values()) {
            if (order != except && order.state().working()) {
                Tape tape = market.tape(order.contract());
                sum += account.orderMargin(order.spec(), order.remaining(), priceToPay(order.spec(), tape));
            }
        }
        return sum;
    }

    /// Lets an accepted order trade what it can at once and rest with what is left.
    private void enter(ExchangeOrder order) {
        Contract contract = order.contract();
        Tape tape = market.tape(contract);
        ContractBook book = books.get(contract);
        if (book == null) {
            book = new ContractBook();
            books.put(contract, book);
            market.watch(contract);
        }
        tell(order, order.waitsForTrigger() ? OrderChange.TRIGGER_PENDING : OrderChange.OPEN);
        if (!order.waitsForTrigger() && tape.phase() == Phase.CONTINUOUS) {
            book(book.take(order, opposite(order.side(), tape)));
        }
        if (order.remaining() == 0) {
            return;
        }
        if (order.spec().duration().equals("IOC")) {
            cancel(order, "IOC order: unmatched quantity cancelled");
            return;
        }
        order.setQueueAhead(ahead(order, tape));
        book.add(order);
    }

    private static List<BookLevel> opposite(Side side, Tape tape) {
        return side == Side.BUY ? tape.asks() : tape.bids();
    }

    private static long ahead(ExchangeOrder order, Tape tape) {
        List<BookLevel> own = order.side() == Side.BUY ? tape.bids() : tape.asks();
        return own.stream()
                .filter(level -> level.price() == order.limit())
                .mapToLong(BookLevel::quantity)
                .sum();
    }

    /// Changes a working order.
    ///
    /// @return why not, or empty when changed
    public Optional<String> modify(ExchangeOrder order, OrderSpec next) {
        return market.locked(() -> {
            if (!order.state().working()) {
                return Optional.of("The order is " + order.state().wire() + " and cannot be modified");
            }
            Optional<String> refusal = next.quantity() < order.filled()
                    ? Optional.of("The quantity is below what has been filled")
                    : refusal(order, next);
            if (refusal.isPresent()) {
                return refusal;
            }
            change(order, next);
            return Optional.empty();
        });
    }

    private void change(ExchangeOrder order, OrderSpec next) {
        if (order.state() == OrderState.AFTER_MARKET) {
            order.change(next, ++sequence, now());
            tell(order, OrderChange.AFTER_MARKET_MODIFIED);
            return;
        }
        tell(order, OrderChange.MODIFY_PENDING);
        leave(order);
        order.change(next, ++sequence, now());
        tell(order, OrderChange.MODIFIED);
        if (order.state().working()) {
            enter(order);
        }
    }

    /// Moves part of an open position to another product.
    ///
    /// @return why not, or empty when moved
    public Optional<String> convert(Contract contract, String from, String to, Side side, long quantity) {
        return market.locked(() -> account.convert(contract, from, to, side, quantity, available(null)));
    }

    /// Cancels a working order.
    ///
    /// @return why not, or empty when cancelled
    public Optional<String> cancel(ExchangeOrder order) {
        return market.locked(() -> {
            if (!order.state().working()) {
                return Optional.of("The order is " + order.state().wire() + " and cannot be cancelled");
            }
            if (order.state() == OrderState.AFTER_MARKET) {
                return cancelAfterMarket(order);
            }
            leave(order);
            cancel(order, "");
            return Optional.empty();
        });
    }

    private Optional<String> cancelAfterMarket(ExchangeOrder order) {
        if (AfterMarket.locked(market.slot())) {
            return Optional.of("After market orders cannot be cancelled between 08:45 and 09:15");
        }
        afterMarket.remove(order);
        order.cancel("", now());
        tell(order, OrderChange.AFTER_MARKET_CANCELLED);
        return Optional.empty();
    }

    /// Forgets every order, trade and position.
    public void reset() {
        market.locked(() -> {
            books.keySet().forEach(market::unwatch);
            books.clear();
            orders.clear();
            afterMarket.clear();
            account.reset();
            return true;
        });
    }

    private void leave(ExchangeOrder order) {
        ContractBook book = books.get(order.contract());
        if (book != null) {
            book.remove(order);
            dropIfEmpty(order.contract(), book);
        }
    }

    /// A book watches the market from the moment it exists, even when its first order traded at once: this
    /// unwatch would take away somebody else's otherwise, and the contract's stream would stand still.
    private void dropIfEmpty(Contract contract, ContractBook book) {
        if (book.isEmpty() && books.remove(contract, book)) {
            market.unwatch(contract);
        }
    }

    @Override
    public void changed(Tape tape) {
        ContractBook book = books.get(tape.contract());
        if (book == null) {
            return;
        }
        book.quotesChanged();
        boolean traded = tape.lastTradeSlot() == tape.slot();
        if (traded && tape.phase() != Phase.CONTINUOUS) {
            book(book.auction(tape.last()));
        } else {
            continuous(tape, book, traded);
        }
        dropIfEmpty(tape.contract(), book);
    }

    private void continuous(Tape tape, ContractBook book, boolean traded) {
        book(book.cross(Side.BUY, tape.asks()));
        book(book.cross(Side.SELL, tape.bids()));
        if (!traded) {
            return;
        }
        book(book.flow(tape.last(), tape.lastQuantity()));
        for (ExchangeOrder stop : book.triggered(tape.last())) {
            stop.trigger(now());
            tell(stop, OrderChange.OPEN);
            book(book.take(stop, opposite(stop.side(), tape)));
            stop.setQueueAhead(ahead(stop, tape));
        }
    }

    /// DAY orders end with their session; stops already when continuous trading ends.
    @Override
    public void minutePlayed(int slot) {
        beginSessions(slot);
        endSessions(slot);
    }

    private void beginSessions(int slot) {
        for (ExchangeOrder order :
                afterMarket.due(contract -> market.tapes().plan(contract, 0).phaseAt(slot))) {
            order.sessionBegan(now());
            tell(order, OrderChange.OPEN_PENDING);
            refusal(order, order.spec()).ifPresentOrElse(reason -> reject(order, reason), () -> enter(order));
        }
    }

    private void endSessions(int slot) {
        for (ContractBook book : List.copyOf(books.values())) {
            for (ExchangeOrder order : book.working()) {
                Phase phase = market.tapes().plan(order.contract(), 0).phaseAt(slot);
                boolean over = phase == Phase.CLOSED || phase == Phase.POST_CLOSE;
                boolean stopOver = phase == Phase.CLOSING_AUCTION && order.waitsForTrigger();
                if (over || stopOver) {
                    leave(order);
                    cancel(order, "Order expired at the end of the session");
                }
            }
        }
    }

    private void book(List<Fill> fills) {
        long now = now();
        Map<ExchangeOrder, Trade> latest = new LinkedHashMap<>();
        for (Fill fill : fills) {
            fill.order().touched(now);
            String id = Long.toString(100_000 + account.trades().size());
            Trade trade = new Trade(id, fill.order(), fill.quantity(), fill.price(), now);
            account.book(trade);
            latest.put(fill.order(), trade);
        }
        latest.forEach((order, trade) -> {
            OrderChange change = order.state() == OrderState.COMPLETE ? OrderChange.COMPLETE : OrderChange.OPEN;
            listeners.forEach(listener -> listener.changed(order, change, Optional.of(trade)));
        });
    }

    long now() {
        return Slots.epochSecond(market.date(), market.slot()) * 1000;
    }

    @Override
    public List<BookLevel> bids(Tape tape) {
        return depth(tape, tape.bids(), Side.BUY);
    }

    @Override
    public List<BookLevel> asks(Tape tape) {
        return depth(tape, tape.asks(), Side.SELL);
    }

    private List<BookLevel> depth(Tape tape, List<BookLevel> simulated, Side side) {
        ContractBook book = books.get(tape.contract());
        return book == null ? simulated : VisibleDepth.merge(simulated, book.working(), side);
    }
}
