package in.sauda.core.paper;

import in.sauda.core.broker.AccountSnapshot;
import in.sauda.core.broker.OrderGateway;
import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Side;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.orders.PriceRules;
import in.sauda.core.view.QuoteRow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/// Fills paper orders from live quotes (rules 6.7, simple form). Engine thread only.
///
/// A limit order fills at its limit when the opposite best price reaches it, market types at the opposite best
/// price plus slippage, each at most by the quantity of the best level per update. Nothing fills on quotes older
/// than 30 seconds or outside the day's range, or outside continuous trading.
public final class PaperExchange implements OrderGateway {
    static final long OLDEST_QUOTE_NANOS = 30_000_000_000L;

    /// 0.05 % in hundredths of a percent.
    public static final int DEFAULT_SLIPPAGE_BASIS_POINTS = 5;

    private static final class Working {
        private OrderRequest request;
        private final String brokerOrderId;
        private long filled;
        private long value;
        private boolean triggered;

        private Working(OrderRequest request, String brokerOrderId) {
            this.request = request;
            this.brokerOrderId = brokerOrderId;
            this.triggered = request.triggerPrice() <= 0;
        }
    }

    private final PaperMarket market;
    private final Consumer<OrderEvent> events;
    private final int slippageBasisPoints;
    private final List<Working> book = new ArrayList<>();
    private long lastId;

    public PaperExchange(PaperMarket market, Consumer<OrderEvent> events, int slippageBasisPoints) {
        this.market = market;
        this.events = events;
        this.slippageBasisPoints = slippageBasisPoints;
    }

    @Override
    public void submit(OrderRequest request) {
        Working order = new Working(request, "PAPER-" + ++lastId);
        events.accept(new OrderEvent.Accepted(request.id(), order.brokerOrderId));
        book.add(order);
        onQuote(request.instrumentIndex());
    }

    @Override
    public void modify(OrderRequest change, String brokerOrderId) {
        for (Working order : book) {
            if (order.brokerOrderId.equals(brokerOrderId)) {
                order.request = change;
                events.accept(new OrderEvent.Updated(
                        change.id(), brokerOrderId, change.quantity(), change.price(), change.triggerPrice()));
                onQuote(change.instrumentIndex());
                return;
            }
        }
        events.accept(new OrderEvent.ModifyRejected(change.id(), "NOT_WORKING", "The order is no longer working."));
    }

    @Override
    public void cancel(ClientOrderId id, String brokerOrderId) {
        boolean removed = book.removeIf(order -> order.brokerOrderId.equals(brokerOrderId));
        events.accept(
                removed
                        ? new OrderEvent.Cancelled(id, "Cancelled on request")
                        : new OrderEvent.CancelRejected(id, "NOT_WORKING", "The order is no longer working."));
    }

    /// Working orders only; what is finished was reported when it happened.
    @Override
    public AccountSnapshot snapshot() {
        List<AccountSnapshot.BookedOrder> orders = new ArrayList<>();
        for (Working order : book) {
            OrderRequest request = order.request;
            orders.add(new AccountSnapshot.BookedOrder(
                    order.brokerOrderId,
                    request.id().value(),
                    request.instrument().key(),
                    request.instrument().symbol(),
                    request.side(),
                    request.type(),
                    request.product(),
                    request.quantity(),
                    order.filled,
                    request.price(),
                    request.triggerPrice(),
                    average(order),
                    AccountSnapshot.Status.OPEN,
                    "",
                    market.exchangeMillis()));
        }
        return new AccountSnapshot(orders, List.of());
    }

    /// Tries to fill what works in an instrument whose quote changed.
    public void onQuote(int instrument) {
        if (book.isEmpty()) {
            return;
        }
        QuoteRow quote = market.quote(instrument);
        if (quote == null || market.phase(instrument) != Phase.CONTINUOUS || !usable(quote)) {
            return;
        }
        Available available = new Available(quote);
        for (Iterator<Working> orders = book.iterator(); orders.hasNext(); ) {
            Working order = orders.next();
            if (order.request.instrumentIndex() == instrument && fill(order, quote, available)) {
                orders.remove();
            }
        }
    }

    private boolean usable(QuoteRow quote) {
        boolean fresh = market.nanos() - quote.receivedNanos() <= OLDEST_QUOTE_NANOS;
        boolean coherent = (quote.high() <= 0 || quote.lastPrice() <= quote.high())
                && (quote.low() <= 0 || quote.lastPrice() >= quote.low());
        return fresh && coherent && quote.lastPrice() > 0;
    }

    /// What is left of the best levels within one update.
    private static final class Available {
        private long bid;
        private long ask;

        private Available(QuoteRow quote) {
            bid = quote.bid() > 0 ? quote.bidQuantity() : Long.MAX_VALUE;
            ask = quote.ask() > 0 ? quote.askQuantity() : Long.MAX_VALUE;
        }

        private long take(Side side, long wanted) {
            long taken = Math.min(wanted, side == Side.BUY ? ask : bid);
            if (side == Side.BUY) {
                ask -= taken;
            } else {
                bid -= taken;
            }
            return taken;
        }
    }

    /// Returns true when the order is complete.
    private boolean fill(Working order, QuoteRow quote, Available available) {
        OrderRequest request = order.request;
        trigger(order, quote);
        if (!order.triggered) {
            return false;
        }
        long price = price(request, quote);
        if (price <= 0) {
            return false;
        }
        long units = available.take(request.side(), request.quantity() - order.filled);
        if (units <= 0) {
            return false;
        }
        order.filled += units;
        order.value += Math.multiplyExact(units, price);
        boolean complete = order.filled >= request.quantity();
        events.accept(new OrderEvent.Filled(
                request.id(), order.brokerOrderId, order.filled, average(order), complete, market.exchangeMillis()));
        return complete;
    }

    private static void trigger(Working order, QuoteRow quote) {
        long trigger = order.request.triggerPrice();
        boolean buy = order.request.side() == Side.BUY;
        order.triggered |= buy ? quote.lastPrice() >= trigger : quote.lastPrice() <= trigger;
    }

    /// The price at which the order trades against this quote, 0 when it does not.
    private long price(OrderRequest request, QuoteRow quote) {
        boolean buy = request.side() == Side.BUY;
        long best = buy ? quote.ask() : quote.bid();
        long opposite = best > 0 ? best : quote.lastPrice();
        if (request.type() == OrderType.MARKET || request.type() == OrderType.STOP_MARKET) {
            long slip = opposite * slippageBasisPoints / 10_000;
            long slipped = opposite + request.side().sign() * slip;
            // Slippage never helps: a buy pays the next tick up, a sale gets the next tick down.
            return PriceRules.trigger(
                    request.side(), slipped, request.instrument().tickSize());
        }
        boolean reached = buy ? opposite <= request.price() : opposite >= request.price();
        return reached ? request.price() : 0;
    }

    private static long average(Working order) {
        return order.filled == 0 ? 0 : Math.floorDiv(order.value + order.filled / 2, order.filled);
    }

    /// Expires day orders whose phase is over.
    public void onTime() {
        for (Iterator<Working> orders = book.iterator(); orders.hasNext(); ) {
            OrderRequest request = orders.next().request;
            Phase phase = market.phase(request.instrumentIndex());
            if (phase == Phase.CLOSED || phase == Phase.POST_CLOSE) {
                orders.remove();
                events.accept(new OrderEvent.Expired(request.id(), "The session ended."));
            }
        }
    }

    public boolean isIdle() {
        return book.isEmpty();
    }
}
