package in.sauda.core.orders;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.OrderGateway;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.ConfirmationCard;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvents;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a ticket to the exchange: check, card, confirmation by hand, disk, gateway, and what comes back.
///
/// Longer than usual because it is the one place where the order of these steps can be read. Engine thread only.
public final class ExecutionEngine {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutionEngine.class);

    /// A confirmation is a decision about now; after this long it is none any more.
    private static final long LONGEST_SAVING_NANOS = 10_000_000_000L;

    private final TimeSource time;
    private final ExchangeClock clock;
    private final ExecutionEnvironment environment;
    private final OrderJournal journal;
    private final UiEvents events;
    private final PositionBook positions;
    private final ConfirmationDesk desk;
    private final TradeManager trades;
    private final ClientOrderIds ids;
    private final Map<ClientOrderId, OrderRecord> orders = new LinkedHashMap<>();

    public ExecutionEngine(
            TimeSource time,
            ExchangeClock clock,
            ExecutionEnvironment environment,
            OrderJournal journal,
            UiEvents events,
            PositionBook positions) {
        this.time = time;
        this.clock = clock;
        this.environment = environment;
        this.journal = journal;
        this.events = events;
        this.positions = positions;
        this.desk = new ConfirmationDesk(events);
        this.trades = new TradeManager(time, clock, journal, events);
        this.ids = new ClientOrderIds(time.wallMillis());
    }

    /// Takes up orders and trades of earlier runs; their fills of this session make the positions.
    public void restore(List<OrderView> storedOrders, List<StoredTrade> storedTrades, long sessionStartMillis) {
        for (OrderView stored : storedOrders) {
            if (stored.strategy().equals(OrderTicket.ELSEWHERE)) {
                continue;
            }
            OrderRecord order = new OrderRecord(stored);
            if (order.status == OrderStatus.AWAITING_CONFIRM) {
                order.status = OrderStatus.EXPIRED;
                order.text = "The application was restarted.";
            }
            orders.put(order.id(), order);
            if (order.filledQuantity > 0 && order.createdMillis >= sessionStartMillis) {
                long value = Math.multiplyExact(order.filledQuantity, order.averagePrice);
                positions.fill(order.request, order.filledQuantity, value, order.createdMillis);
            }
            events.add(new UiEvent.OrderChanged(order.view()));
        }
        trades.restore(storedTrades);
    }

    public void onSignal(Signal signal) {
        trades.onSignal(signal);
    }

    /// Checks a ticket and asks the user; a refused ticket stays visible as a denied order.
    public void stage(OrderTicket ticket) {
        int index = environment.index(ticket.instrument());
        TradingConditions now = environment.conditions(ticket.instrument(), index);
        OrderRequest request = request(ticket, index, now.surveillance());
        OrderRecord order = new OrderRecord(request, ticket, OrderStatus.AWAITING_CONFIRM, clock.now());
        Denial denial = PreTradeChecks.refuse(request, ticket.exit(), now);
        if (denial == null) {
            denial = trades.refuses(ticket, index);
        }
        if (denial == null) {
            denial = alreadyWorking(ticket);
        }
        if (denial == null) {
            denial = wrongLane(ticket);
        }
        orders.put(order.id(), order);
        if (denial != null) {
            deny(order, denial);
            return;
        }
        List<String> warnings = PreTradeChecks.warnings(request, ticket.price(), now);
        changed(order);
        trades.onStaged(order);
        desk.open(card(order, request, warnings, now, null));
    }

    private OrderRequest request(OrderTicket ticket, int index, boolean consent) {
        long tick = ticket.instrument().tickSize();
        return new OrderRequest(
                ids.next(),
                ticket.mode(),
                ticket.instrument(),
                index,
                ticket.side(),
                ticket.type(),
                ticket.product(),
                ticket.validity(),
                ticket.quantity(),
                PriceRules.limit(ticket.side(), ticket.price(), tick),
                PriceRules.trigger(ticket.side(), ticket.triggerPrice(), tick),
                consent);
    }

    /// Only signals of the confirm lane become orders; leaving a position is never held back.
    private @Nullable Denial wrongLane(OrderTicket ticket) {
        if (ticket.exit() || ticket.signalId() == 0 || environment.lane(ticket.strategy()) == Lane.CONFIRM) {
            return null;
        }
        return new Denial(
                "LANE",
                "The strategy is not in the confirm lane, so its signals make no orders.",
                "Give it the confirm lane on the Strategies page, or place a manual order.");
    }

    /// One signal makes one order of a kind: entry or exit.
    private @Nullable Denial alreadyWorking(OrderTicket ticket) {
        boolean working = ticket.signalId() != 0
                && orders.values().stream()
                        .anyMatch(order -> order.signalId == ticket.signalId()
                                && order.strategy.equals(ticket.strategy())
                                && order.exit == ticket.exit()
                                && (!order.status.terminal() || order.status == OrderStatus.FILLED));
        return working
                ? new Denial("DUPLICATE", "This signal already has an order.", "Look at the order table.")
                : null;
    }

    private void deny(OrderRecord order, Denial denial) {
        LOG.info("Order {} denied: {} {}", order.id(), denial.code(), denial.sentence());
        order.status = OrderStatus.DENIED;
        order.text = denial.code() + ": " + denial.sentence();
        changed(order);
        journal.save(order.view());
        notice(UiEvent.Level.WARNING, denial.code(), denial.sentence(), denial.nextStep());
    }

    private ConfirmationCard card(
            OrderRecord order,
            OrderRequest request,
            List<String> warnings,
            TradingConditions now,
            @Nullable String replaces) {
        QuoteRow quote = now.quote();
        long last = quote == null ? 0 : Math.max(0, quote.lastPrice());
        Instrument instrument = request.instrument();
        Signal signal = order.signalId == 0 ? null : environment.signal(order.signalId);
        long raised = time.nanos();
        return new ConfirmationCard(
                request,
                order.strategy,
                signal,
                last,
                instrument.valuePaise(request.price() > 0 ? request.price() : last, request.quantity()),
                order.exit,
                raised,
                raised + ConfirmationDesk.lifeNanos(signal != null),
                warnings,
                replaces);
    }

    /// Asks the user to confirm new terms for a working order.
    public void stageModify(ClientOrderId id, long quantity, long price) {
        OrderRecord order = orders.get(id);
        if (order == null
                || order.foreign()
                || order.status.terminal()
                || order.brokerOrderId == null
                || order.change != null) {
            notice(UiEvent.Level.WARNING, "NOT_WORKING", "Order " + id + " cannot be changed now.", "");
            return;
        }
        OrderRequest change = changed(order.request, quantity, price);
        TradingConditions now = environment.conditions(change.instrument(), change.instrumentIndex());
        Denial denial = PreTradeChecks.refuse(change, order.exit, now);
        if (denial == null && quantity <= order.filledQuantity) {
            denial = new Denial("QUANTITY", "More than that is already filled.", "Type a larger quantity or cancel.");
        }
        if (denial != null) {
            notice(UiEvent.Level.WARNING, denial.code(), denial.sentence(), denial.nextStep());
            return;
        }
        desk.open(card(order, change, PreTradeChecks.warnings(change, price, now), now, order.brokerOrderId));
    }

    private static OrderRequest changed(OrderRequest old, long quantity, long price) {
        return new OrderRequest(
                old.id(),
                old.mode(),
                old.instrument(),
                old.instrumentIndex(),
                old.side(),
                old.type(),
                old.product(),
                old.validity(),
                quantity,
                PriceRules.limit(old.side(), price, old.instrument().tickSize()),
                old.triggerPrice(),
                old.consent());
    }

    /// The user confirmed by hand. A second confirmation of the same card changes nothing.
    public void confirm(ClientOrderId id) {
        ConfirmationCard card = desk.find(id);
        OrderRecord order = orders.get(id);
        if (card == null || order == null) {
            return;
        }
        if (ConfirmationDesk.expired(card, time.nanos())) {
            expire(id);
            return;
        }
        desk.close(id, "Confirmed");
        OrderRequest request = card.request();
        Denial denial = PreTradeChecks.refuse(
                request, order.exit, environment.conditions(request.instrument(), request.instrumentIndex()));
        if (card.replaces() != null) {
            confirmChange(order, request, denial);
        } else if (denial != null) {
            deny(order, denial);
            trades.onUnconfirmed(order, TradeState.REJECTED, denial.sentence());
        } else {
            order.status = OrderStatus.SUBMITTING;
            order.confirmedNanos = time.nanos();
            changed(order);
            trades.onConfirmed(order);
            journal.saveBeforeSending(order.view());
        }
    }

    private void confirmChange(OrderRecord order, OrderRequest change, @Nullable Denial denial) {
        if (denial != null) {
            notice(UiEvent.Level.WARNING, denial.code(), denial.sentence(), denial.nextStep());
            return;
        }
        order.change = change;
        order.confirmedNanos = time.nanos();
        order.text = "Change requested";
        changed(order);
        journal.saveBeforeSending(order.view());
    }

    public void decline(ClientOrderId id, String reason) {
        close(id, OrderStatus.DECLINED, TradeState.DECLINED, reason.isEmpty() ? "Declined" : reason);
    }

    private void expire(ClientOrderId id) {
        close(id, OrderStatus.EXPIRED, TradeState.EXPIRED, "Not confirmed in time");
    }

    private void close(ClientOrderId id, OrderStatus status, TradeState outcome, String reason) {
        ConfirmationCard card = desk.close(id, reason);
        OrderRecord order = orders.get(id);
        if (card == null || order == null || card.replaces() != null) {
            return;
        }
        order.status = status;
        order.text = reason;
        changed(order);
        journal.save(order.view());
        trades.onUnconfirmed(order, outcome, reason);
    }

    /// The order's state is on disk: now, and only now, it may leave.
    public void onSaved(ClientOrderId id) {
        OrderRecord order = orders.get(id);
        if (order == null || order.status.terminal()) {
            return;
        }
        OrderGateway gateway = environment.gateway(order.request.mode());
        OrderRequest change = order.change;
        String brokerOrderId = order.brokerOrderId;
        if (gateway == null) {
            refuseUnsent(order, "NOT_CONNECTED", "The broker session ended before it was sent.");
        } else if (time.nanos() - order.confirmedNanos > LONGEST_SAVING_NANOS) {
            refuseUnsent(order, "SAVED_TOO_LATE", "Saving took more than 10 seconds, so it was not sent.");
        } else if (change != null && brokerOrderId != null) {
            gateway.modify(change, brokerOrderId);
        } else if (!order.sent && order.status == OrderStatus.SUBMITTING) {
            order.sent = true;
            order.sentNanos = time.nanos();
            send(order, gateway);
        }
    }

    private static void send(OrderRecord order, OrderGateway gateway) {
        if (order.exit) {
            gateway.submitExit(order.request);
        } else {
            gateway.submit(order.request);
        }
    }

    /// The order's state could not be saved: it is not sent, and says so.
    public void onNotSaved(ClientOrderId id, String reason) {
        OrderRecord order = orders.get(id);
        if (order == null || order.status.terminal()) {
            return;
        }
        refuseUnsent(order, "NOT_SAVED", reason);
    }

    private void refuseUnsent(OrderRecord order, String code, String reason) {
        if (order.change != null) {
            onEvent(new OrderEvent.ModifyRejected(order.id(), code, reason));
        } else if (!order.sent) {
            onEvent(new OrderEvent.Denied(order.id(), code, reason));
        }
    }

    public void cancel(ClientOrderId id) {
        OrderRecord order = orders.get(id);
        if (order == null || order.status.terminal()) {
            return;
        }
        if (order.status == OrderStatus.AWAITING_CONFIRM) {
            decline(id, "Cancelled before it was confirmed");
        } else if (!order.sent) {
            onEvent(new OrderEvent.Denied(id, "CANCELLED", "Cancelled before it was sent."));
        } else {
            sendCancel(order);
        }
    }

    private void sendCancel(OrderRecord order) {
        OrderGateway gateway = environment.gateway(order.request.mode());
        String brokerOrderId = order.brokerOrderId;
        if (gateway == null) {
            notice(UiEvent.Level.WARNING, "NOT_CONNECTED", "No broker session is open.", "Log in first.");
        } else if (brokerOrderId == null) {
            order.cancelWanted = true;
        } else if (order.status != OrderStatus.CANCEL_PENDING) {
            order.cancelWanted = false;
            order.status = OrderStatus.CANCEL_PENDING;
            changed(order);
            if (!order.foreign()) {
                journal.save(order.view());
            }
            gateway.cancel(order.id(), brokerOrderId);
        }
    }

    /// Takes what a gateway reports, in any order and any number of times.
    public void onEvent(OrderEvent event) {
        OrderRecord order = orders.get(event.id());
        if (order == null) {
            LOG.warn("Event of an unknown order: {}", event);
            return;
        }
        if (!order.sent && !(event instanceof OrderEvent.Denied) && !(event instanceof OrderEvent.ModifyRejected)) {
            LOG.warn("Event of an order that was never sent: {}", event);
            return;
        }
        OrderStateMachine.Applied applied = OrderStateMachine.apply(order, event);
        if (applied.changed()) {
            afterChange(order, event, applied);
        }
        if (order.cancelWanted && !order.status.terminal() && order.brokerOrderId != null) {
            sendCancel(order);
        }
    }

    /// True when a row of the broker's book is an order this terminal sent, in this run or an earlier one.
    boolean owns(BookedOrder booked) {
        boolean tagged = ClientOrderId.valid(booked.tag()) && orders.containsKey(new ClientOrderId(booked.tag()));
        return tagged
                || orders.values().stream()
                        .anyMatch(order ->
                                !order.foreign() && booked.brokerOrderId().equals(order.brokerOrderId));
    }

    /// Shows an order that was placed elsewhere, as the broker's book has it now.
    ///
    /// @return true when it was filled further, so that the positions must be read again
    boolean showForeign(BookedOrder booked, Instrument instrument, TradingMode mode) {
        ClientOrderId id = ClientOrderId.ofForeign(booked.brokerOrderId());
        OrderRequest request = ForeignOrders.request(id, booked, instrument, environment.index(instrument), mode);
        OrderRecord known = orders.get(id);
        OrderRecord order = known == null ? new OrderRecord(request, booked) : known;
        orders.putIfAbsent(id, order);
        OrderView before = order.view();
        long filled = order.filledQuantity;
        order.request = request;
        order.filledQuantity = Math.max(filled, booked.filledQuantity());
        order.averagePrice = booked.averagePrice();
        order.status = ForeignOrders.status(booked, order.status);
        order.text = booked.text();
        if (known == null || !before.equals(order.view())) {
            changed(order);
        }
        return order.filledQuantity > filled;
    }

    private void afterChange(OrderRecord order, OrderEvent event, OrderStateMachine.Applied applied) {
        if (order.foreign()) {
            changed(order);
            tell(order, event);
            return;
        }
        if (applied.units() > 0) {
            long millis = event instanceof OrderEvent.Filled filled ? filled.millis() : clock.now();
            positions.fill(order.request, applied.units(), applied.value(), millis);
        }
        changed(order);
        journal.save(order.view());
        trades.onOrder(order, applied.units(), applied.value());
        if (event instanceof OrderEvent.Rejected rejected) {
            environment.rejected(order.request.instrument(), rejected.reason());
        }
        tell(order, event);
    }

    private void tell(OrderRecord order, OrderEvent event) {
        switch (event) {
            case OrderEvent.Rejected rejected ->
                notice(
                        UiEvent.Level.ERROR,
                        code(rejected.code(), "REJECTED"),
                        name(order) + " was rejected: " + rejected.reason(),
                        "");
            case OrderEvent.Denied denied -> notice(UiEvent.Level.WARNING, denied.code(), denied.reason(), "");
            case OrderEvent.Unknown unknown ->
                notice(
                        UiEvent.Level.WARNING,
                        "UNKNOWN_OUTCOME",
                        name(order) + " may or may not have reached the" + " exchange: " + unknown.reason(),
                        "Do not repeat it; the order book will tell.");
            case OrderEvent.CancelRejected rejected ->
                notice(
                        UiEvent.Level.WARNING,
                        code(rejected.code(), "CANCEL_REJECTED"),
                        name(order) + " could not be cancelled: " + rejected.reason(),
                        "");
            case OrderEvent.ModifyRejected rejected ->
                notice(
                        UiEvent.Level.WARNING,
                        code(rejected.code(), "MODIFY_REJECTED"),
                        name(order) + " could not be changed: " + rejected.reason(),
                        "");
            case OrderEvent.Submitted _,
                    OrderEvent.Foreign _,
                    OrderEvent.Accepted _,
                    OrderEvent.Updated _,
                    OrderEvent.Filled _,
                    OrderEvent.Cancelled _,
                    OrderEvent.Expired _ -> {}
        }
    }

    private static String code(String code, String otherwise) {
        return code.isEmpty() ? otherwise : code;
    }

    private static String name(OrderRecord order) {
        String verb = order.request.side() == Side.BUY ? "Buy order " : "Sell order ";
        return verb + order.request.instrument().symbol();
    }

    /// Lets cards, signals and cool-downs end.
    public void onTime() {
        desk.expired(time.nanos()).forEach(this::expire);
        trades.onTime();
    }

    private void changed(OrderRecord order) {
        order.updatedMillis = clock.now();
        events.add(new UiEvent.OrderChanged(order.view()));
    }

    private void notice(UiEvent.Level level, String code, String sentence, String nextStep) {
        events.add(new UiEvent.Notice(level, code, sentence, nextStep));
    }

    Collection<OrderRecord> records() {
        return List.copyOf(orders.values());
    }

    /// Orders sent or refused so far, including those restored.
    public int size() {
        return orders.size();
    }

    /// Instruments with an order that is not terminal, for subscriptions.
    public Set<Instrument> workingInstruments() {
        Set<Instrument> instruments = new LinkedHashSet<>();
        for (OrderRecord order : orders.values()) {
            if (!order.status.terminal()) {
                instruments.add(order.request.instrument());
            }
        }
        return instruments;
    }

    /// Orders that are not terminal.
    public int working() {
        int count = 0;
        for (OrderRecord order : orders.values()) {
            count += order.status.terminal() ? 0 : 1;
        }
        return count;
    }

    /// The trade of a strategy in an instrument, NEUTRAL when there is none.
    public TradeState tradeState(String strategy, int instrument) {
        return trades.state(strategy, instrument);
    }
}
