package in.sauda.core.orders;

import in.sauda.core.time.TimeSource;
import in.sauda.core.view.ConfirmationCard;
import org.jspecify.annotations.Nullable;

/// What the user's answer to a card does, and what happens to a card nobody answers. Engine thread only.
final class OrderAnswers {
    private final TimeSource time;
    private final ExecutionEnvironment environment;
    private final OrderLedger ledger;
    private final ConfirmationDesk desk;
    private final TradeManager trades;

    OrderAnswers(
            TimeSource time,
            ExecutionEnvironment environment,
            OrderLedger ledger,
            ConfirmationDesk desk,
            TradeManager trades) {
        this.time = time;
        this.environment = environment;
        this.ledger = ledger;
        this.desk = desk;
        this.trades = trades;
    }

    /// The user confirmed by hand. A second confirmation of the same card changes nothing.
    void confirm(ClientOrderId id) {
        ConfirmationCard card = desk.find(id);
        OrderRecord order = ledger.find(id);
        if (card == null || order == null) {
            return;
        }
        if (ConfirmationDesk.expired(card, time.nanos())) {
            expire(id);
            return;
        }
        desk.close(id, "Confirmed");
        OrderRequest request = card.request();
        TradingConditions now =
                environment.conditions(request.broker(), request.instrument(), request.instrumentIndex());
        Denial denial = PreTradeChecks.refuse(request, order.exit, now);
        if (card.replaces() != null) {
            confirmChange(order, request, denial);
        } else if (denial != null) {
            ledger.deny(order, denial);
            trades.onUnconfirmed(order, TradeState.REJECTED, denial.sentence());
        } else {
            order.status = OrderStatus.SUBMITTING;
            order.confirmedNanos = time.nanos();
            ledger.changed(order);
            trades.onConfirmed(order);
            ledger.saveBeforeSending(order);
        }
    }

    private void confirmChange(OrderRecord order, OrderRequest change, @Nullable Denial denial) {
        if (denial != null) {
            ledger.warn(denial);
            return;
        }
        order.change = change;
        order.confirmedNanos = time.nanos();
        order.text = "Change requested";
        ledger.changed(order);
        ledger.saveBeforeSending(order);
    }

    void decline(ClientOrderId id, String reason) {
        close(id, OrderStatus.DECLINED, TradeState.DECLINED, reason.isEmpty() ? "Declined" : reason);
    }

    /// Lets cards end whose time is over.
    void onTime() {
        desk.expired(time.nanos()).forEach(this::expire);
    }

    private void expire(ClientOrderId id) {
        close(id, OrderStatus.EXPIRED, TradeState.EXPIRED, "Not confirmed in time");
    }

    private void close(ClientOrderId id, OrderStatus status, TradeState outcome, String reason) {
        ConfirmationCard card = desk.close(id, reason);
        OrderRecord order = ledger.find(id);
        if (card == null || order == null || card.replaces() != null) {
            return;
        }
        order.status = status;
        order.text = reason;
        ledger.changed(order);
        ledger.save(order);
        trades.onUnconfirmed(order, outcome, reason);
    }
}
