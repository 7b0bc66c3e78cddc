package in.sauda.core.orders;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.UiEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What brokers report of orders, ours and those placed elsewhere: it changes the order, the position, the trade, and
/// the user hears of what went wrong. Engine thread only.
final class OrderReports {
    private static final Logger LOG = LoggerFactory.getLogger(OrderReports.class);

    private final ExchangeClock clock;
    private final ExecutionEnvironment environment;
    private final OrderLedger ledger;
    private final PositionBook positions;
    private final TradeManager trades;

    OrderReports(
            ExchangeClock clock,
            ExecutionEnvironment environment,
            OrderLedger ledger,
            PositionBook positions,
            TradeManager trades) {
        this.clock = clock;
        this.environment = environment;
        this.ledger = ledger;
        this.positions = positions;
        this.trades = trades;
    }

    /// Takes what a gateway reports, in any order and any number of times.
    void onEvent(OrderRecord order, OrderEvent event) {
        if (!order.sent && !(event instanceof OrderEvent.Denied) && !(event instanceof OrderEvent.ModifyRejected)) {
            LOG.warn("Event of an order that was never sent: {}", event);
            return;
        }
        OrderStateMachine.Applied applied = OrderStateMachine.apply(order, event);
        if (!applied.changed()) {
            return;
        }
        if (order.foreign()) {
            ledger.changed(order);
        } else {
            ours(order, event, applied);
        }
        tell(order, event);
    }

    /// The position comes first: whoever hears of the fill may read it.
    private void ours(OrderRecord order, OrderEvent event, OrderStateMachine.Applied applied) {
        if (applied.units() > 0) {
            long millis = event instanceof OrderEvent.Filled filled ? filled.millis() : clock.now();
            positions.fill(order.request, applied.units(), applied.value(), millis);
        }
        ledger.changed(order);
        ledger.save(order);
        trades.onOrder(order, applied.units(), applied.value());
        if (event instanceof OrderEvent.Rejected rejected) {
            environment.rejected(order.request.instrument(), rejected.reason());
        }
    }

    /// Shows an order that was placed elsewhere, as the broker's book has it now.
    ///
    /// @return true when it was filled further, so that the positions must be read again
    boolean showForeign(BrokerId broker, BookedOrder booked, Instrument instrument, TradingMode mode) {
        ClientOrderId id = ClientOrderId.ofForeign(broker, booked.brokerOrderId());
        OrderRequest request =
                ForeignOrders.request(id, booked, instrument, environment.index(instrument), mode, broker);
        OrderRecord known = ledger.find(id);
        OrderRecord order = known == null ? new OrderRecord(request, booked) : known;
        if (known == null) {
            ledger.add(order);
        }
        OrderView before = order.view();
        long filled = order.filledQuantity;
        order.request = request;
        order.filledQuantity = Math.max(filled, booked.filledQuantity());
        order.averagePrice = booked.averagePrice();
        order.status = ForeignOrders.status(booked, order.status);
        order.text = booked.text();
        if (known == null || !before.equals(order.view())) {
            ledger.changed(order);
        }
        return order.filledQuantity > filled;
    }

    private void tell(OrderRecord order, OrderEvent event) {
        switch (event) {
            case OrderEvent.Rejected rejected ->
                ledger.notice(
                        UiEvent.Level.ERROR,
                        code(rejected.code(), "REJECTED"),
                        name(order) + " was rejected: " + rejected.reason(),
                        "");
            case OrderEvent.Denied denied -> ledger.notice(UiEvent.Level.WARNING, denied.code(), denied.reason(), "");
            case OrderEvent.Unknown unknown ->
                ledger.notice(
                        UiEvent.Level.WARNING,
                        "UNKNOWN_OUTCOME",
                        name(order) + " may or may not have reached the exchange: " + unknown.reason(),
                        "Do not repeat it; the order book will tell.");
            case OrderEvent.CancelRejected rejected ->
                ledger.notice(
                        UiEvent.Level.WARNING,
                        code(rejected.code(), "CANCEL_REJECTED"),
                        name(order) + " could not be cancelled: " + rejected.reason(),
                        "");
            case OrderEvent.ModifyRejected rejected ->
                ledger.notice(
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
}
