package in.sauda.core.orders;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.ConfirmationCard;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.UiEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a card of a ticket, or says why there is none. Engine thread only.
final class OrderStaging {
    private final TimeSource time;
    private final ExchangeClock clock;
    private final ExecutionEnvironment environment;
    private final OrderLedger ledger;
    private final ConfirmationDesk desk;
    private final TradeManager trades;
    private final ClientOrderIds ids;

    OrderStaging(
            TimeSource time,
            ExchangeClock clock,
            ExecutionEnvironment environment,
            OrderLedger ledger,
            ConfirmationDesk desk,
            TradeManager trades) {
        this.time = time;
        this.clock = clock;
        this.environment = environment;
        this.ledger = ledger;
        this.desk = desk;
        this.trades = trades;
        this.ids = new ClientOrderIds(time.wallMillis());
    }

    /// Checks a ticket and asks the user; a refused ticket stays visible as a denied order.
    void stage(OrderTicket ticket) {
        int index = environment.index(ticket.instrument());
        BrokerId broker = environment.broker(ticket.broker());
        TradingConditions now = environment.conditions(broker, ticket.instrument(), index);
        OrderRequest request = request(ticket, index, now);
        OrderRecord order = new OrderRecord(request, ticket, OrderStatus.AWAITING_CONFIRM, clock.now());
        Denial denial = PreTradeChecks.refuse(request, ticket.exit(), now);
        if (denial == null) {
            denial = trades.refuses(ticket, index);
        }
        if (denial == null) {
            denial = ledger.alreadyWorking(ticket);
        }
        if (denial == null) {
            denial = wrongLane(ticket);
        }
        ledger.add(order);
        if (denial != null) {
            ledger.deny(order, denial);
            return;
        }
        ledger.changed(order);
        trades.onStaged(order);
        desk.open(card(order, request, ticket.price(), now, null));
    }

    private OrderRequest request(OrderTicket ticket, int index, TradingConditions now) {
        long tick = Objects.requireNonNullElse(now.route().listing(), ticket.instrument())
                .tickSize();
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
                now.surveillance(),
                now.route().broker());
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

    /// Asks the user to confirm new terms for a working order.
    void stageModify(ClientOrderId id, long quantity, long price) {
        OrderRecord order = ledger.find(id);
        if (order == null
                || order.foreign()
                || order.status.terminal()
                || order.brokerOrderId == null
                || order.change != null) {
            ledger.notice(UiEvent.Level.WARNING, "NOT_WORKING", "Order " + id + " cannot be changed now.", "");
            return;
        }
        OrderRequest old = order.request;
        TradingConditions now = environment.conditions(old.broker(), old.instrument(), old.instrumentIndex());
        long tick = Objects.requireNonNullElse(now.route().listing(), old.instrument())
                .tickSize();
        OrderRequest change = old.withTerms(quantity, PriceRules.limit(old.side(), price, tick), old.triggerPrice());
        Denial denial = unchangeable(order, change, now);
        if (denial == null) {
            desk.open(card(order, change, price, now, order.brokerOrderId));
        } else {
            ledger.warn(denial);
        }
    }

    private static @Nullable Denial unchangeable(OrderRecord order, OrderRequest change, TradingConditions now) {
        Denial denial = PreTradeChecks.refuse(change, order.exit, now);
        if (denial != null) {
            return denial;
        }
        if (parts(order.request, now) > 1 || parts(change, now) > 1) {
            return new Denial(
                    "IN_PARTS",
                    "An order that goes to the exchange in parts cannot be changed as a whole.",
                    "Cancel it and make a new one.");
        }
        return change.quantity() <= order.filledQuantity
                ? new Denial("QUANTITY", "More than that is already filled.", "Type a larger quantity or cancel.")
                : null;
    }

    private static int parts(OrderRequest request, TradingConditions now) {
        Instrument listing = now.route().listing();
        return listing == null ? 1 : FreezeSlices.count(listing, request.quantity());
    }

    private ConfirmationCard card(
            OrderRecord order,
            OrderRequest request,
            long typedPrice,
            TradingConditions now,
            @Nullable String replaces) {
        QuoteRow quote = now.quote();
        long last = quote == null ? 0 : Math.max(0, quote.lastPrice());
        Signal signal = order.signalId == 0 ? null : environment.signal(order.signalId);
        long raised = time.nanos();
        return new ConfirmationCard(
                request,
                order.strategy,
                signal,
                last,
                request.instrument().valuePaise(request.price() > 0 ? request.price() : last, request.quantity()),
                order.exit,
                raised,
                raised + ConfirmationDesk.lifeNanos(signal != null),
                PreTradeChecks.warnings(request, typedPrice, now),
                replaces,
                now.route().name(),
                parts(request, now));
    }
}
