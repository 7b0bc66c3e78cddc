package in.sauda.core.orders;

import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.Product;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.OrderView;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Leads every trade of every strategy through its states (rules 6.1). Engine thread only.
final class TradeManager {
    /// How long a signal waits for the user (rules 6.1).
    static final long SIGNAL_VALID_NANOS = 60_000_000_000L;

    /// Pause of a strategy in an instrument after a loss (rules 6.5).
    static final long LOSS_COOLDOWN_MILLIS = 15 * 60_000L;

    /// A broker's books may be behind its fills for so long.
    static final long SETTLED_NANOS = 30_000_000_000L;

    /// A position has to be missing in two looks so far apart.
    static final long DOUBT_NANOS = 10_000_000_000L;

    private record Key(String strategy, int instrument) {}

    private final TimeSource time;
    private final ExchangeClock clock;
    private final OrderJournal journal;
    private final UiEvents events;
    private final Map<Key, Trade> trades = new LinkedHashMap<>();

    TradeManager(TimeSource time, ExchangeClock clock, OrderJournal journal, UiEvents events) {
        this.time = time;
        this.clock = clock;
        this.journal = journal;
        this.events = events;
    }

    /// Takes up trades of an earlier run. What only waited for a person is over.
    void restore(List<StoredTrade> stored) {
        for (StoredTrade open : stored) {
            Trade trade = new Trade(open);
            trades.put(new Key(trade.strategy, trade.instrumentIndex), trade);
            if (trade.state == TradeState.SIGNALLED || trade.state == TradeState.AWAITING_CONFIRM) {
                lapse(trade, TradeState.EXPIRED, "The application was restarted.");
            } else {
                announce(trade, "Restored from an earlier run.");
            }
        }
    }

    /// Takes the orders that opened the trades of earlier runs.
    void entries(List<OrderView> orders) {
        for (OrderView order : orders) {
            for (Trade trade : trades.values()) {
                if (order.request().id().equals(trade.entry)) {
                    trade.sent = order.request();
                }
            }
        }
    }

    /// Ends the trades whose position somebody closed elsewhere: the broker's books have it no longer, twice.
    ///
    /// @param carries which orders the books are about
    /// @param net units the books list of an order's contract and product; empty where they do not list it
    /// @param requestedNanos monotonic time at which the books were asked for
    /// @return true when a position is missing for the first time, so that somebody should look again
    boolean onBooks(Predicate<BrokerId> carries, Function<OrderRequest, OptionalLong> net, long requestedNanos) {
        boolean doubt = false;
        for (Trade trade : new ArrayList<>(trades.values())) {
            OrderRequest sent = trade.sent;
            boolean settled = trade.filledNanos == Long.MIN_VALUE || requestedNanos - trade.filledNanos > SETTLED_NANOS;
            if (sent == null || trade.state != TradeState.IN_TRADE || !settled || !carries.test(sent.broker())) {
                continue;
            }
            if (!gone(trade, sent, net.apply(sent))) {
                trade.missingNanos = Long.MIN_VALUE;
            } else if (trade.missingNanos == Long.MIN_VALUE) {
                trade.missingNanos = requestedNanos;
                doubt = true;
            } else if (requestedNanos - trade.missingNanos >= DOUBT_NANOS) {
                closedElsewhere(trade);
            } else {
                doubt = true;
            }
        }
        return doubt;
    }

    /// Shares bought for delivery leave the list of positions over night and are held none the less.
    private static boolean gone(Trade trade, OrderRequest sent, OptionalLong listed) {
        return listed.isEmpty()
                ? sent.product() != Product.DELIVERY
                : Long.signum(listed.getAsLong()) != Long.signum(trade.netQuantity);
    }

    /// At what price is not known, so there is no loss to cool down after.
    private void closedElsewhere(Trade trade) {
        trade.netQuantity = 0;
        trade.missingNanos = Long.MIN_VALUE;
        go(trade, TradeState.EXITED, "The position was closed elsewhere.");
        trade.coolUntilMillis = clock.now();
        go(trade, TradeState.COOLDOWN, "The position was closed elsewhere.");
        endCooldown(trade);
    }

    void onSignal(Signal signal) {
        Trade trade = trades.get(new Key(signal.strategy(), signal.instrumentIndex()));
        if (trade == null || trade.state == TradeState.NEUTRAL) {
            trade = fresh(signal.strategy(), signal.instrument(), signal.instrumentIndex());
            trade.signalId = signal.id();
            trade.signalExpiresNanos = time.nanos() + SIGNAL_VALID_NANOS;
            go(trade, TradeState.SIGNALLED, signal.reason());
        }
    }

    private Trade fresh(String strategy, Instrument instrument, int index) {
        Key key = new Key(strategy, index);
        String id = strategy + "-" + index + "-" + Long.toString(clock.now(), 36);
        Trade trade = new Trade(id, strategy, instrument, index);
        trades.put(key, trade);
        return trade;
    }

    /// Why a strategy may not enter now, or null when it may. People are not held back.
    @Nullable
    Denial refuses(OrderTicket ticket, int index) {
        Trade trade = trades.get(new Key(ticket.strategy(), index));
        if (trade == null || ticket.exit() || ticket.strategy().equals(OrderTicket.MANUAL)) {
            return null;
        }
        return switch (trade.state) {
            case NEUTRAL, SIGNALLED, EXPIRED, DECLINED, REJECTED, CANCELLED -> null;
            case COOLDOWN ->
                new Denial(
                        "COOLDOWN",
                        "The strategy pauses in this instrument after a loss.",
                        "Wait until the cool-down is over or place a manual order.");
            case AWAITING_CONFIRM, ENTRY_PENDING, PARTIALLY_FILLED, IN_TRADE, EXIT_PENDING, EXITED, ERROR ->
                new Denial(
                        "TRADE_OPEN",
                        "The strategy already has a trade in this instrument.",
                        "Close that trade first or place a manual order.");
        };
    }

    void onStaged(OrderRecord order) {
        if (order.exit) {
            return;
        }
        OrderRequest request = order.request;
        Trade trade = trades.get(new Key(order.strategy, request.instrumentIndex()));
        if (trade == null || trade.state == TradeState.NEUTRAL) {
            trade = fresh(order.strategy, request.instrument(), request.instrumentIndex());
        }
        if (TradeTransitions.allowed(trade.state, TradeState.AWAITING_CONFIRM)) {
            trade.entry = order.id();
            trade.sent = request;
            trade.signalId = order.signalId;
            go(trade, TradeState.AWAITING_CONFIRM, "Waiting for confirmation.");
        }
    }

    void onConfirmed(OrderRecord order) {
        Trade trade = of(order);
        if (trade == null) {
            return;
        }
        if (order.id().equals(trade.entry)) {
            go(trade, TradeState.ENTRY_PENDING, "Confirmed.");
        } else if (order.exit && TradeTransitions.allowed(trade.state, TradeState.EXIT_PENDING)) {
            trade.exit = order.id();
            go(trade, TradeState.EXIT_PENDING, "Exit confirmed.");
        }
    }

    /// The order ended before it was confirmed.
    void onUnconfirmed(OrderRecord order, TradeState outcome, String reason) {
        Trade trade = of(order);
        if (trade != null && order.id().equals(trade.entry)) {
            lapse(trade, outcome, reason);
        }
    }

    /// Takes what an order event changed.
    ///
    /// @param units newly filled units
    /// @param value their value, fixed-point
    void onOrder(OrderRecord order, long units, long value) {
        Trade trade = of(order);
        if (trade == null) {
            return;
        }
        int sign = order.request.side().sign();
        if (units > 0) {
            trade.filledNanos = time.nanos();
            trade.missingNanos = Long.MIN_VALUE;
        }
        trade.netQuantity += sign * units;
        trade.cash -= sign * value;
        if (order.id().equals(trade.entry)) {
            onEntry(trade, order);
        }
        if (order.id().equals(trade.exit) && order.status.terminal()) {
            onExit(trade, order);
        } else if (units > 0 && trade.netQuantity == 0) {
            flat(trade, "Position closed.");
        }
    }

    private void onEntry(Trade trade, OrderRecord order) {
        switch (order.status) {
            case FILLED -> goIf(trade, TradeState.IN_TRADE, "Filled.");
            case PARTIALLY_FILLED, CANCEL_PENDING -> {
                if (order.filledQuantity > 0) {
                    goIf(trade, TradeState.PARTIALLY_FILLED, "Partly filled.");
                }
            }
            case CANCELLED -> entryOver(trade, order, TradeState.CANCELLED);
            case REJECTED, DENIED -> entryOver(trade, order, TradeState.REJECTED);
            case EXPIRED, DECLINED -> entryOver(trade, order, TradeState.EXPIRED);
            case AWAITING_CONFIRM, SUBMITTING, UNKNOWN, OPEN -> {}
        }
    }

    private void entryOver(Trade trade, OrderRecord order, TradeState outcome) {
        if (order.filledQuantity > 0) {
            goIf(trade, TradeState.IN_TRADE, "The rest of the order is gone: " + order.text);
        } else if (TradeTransitions.allowed(trade.state, outcome)) {
            lapse(trade, outcome, order.text);
        }
    }

    private void onExit(Trade trade, OrderRecord order) {
        if (trade.netQuantity == 0) {
            flat(trade, "Exit filled.");
        } else {
            goIf(trade, TradeState.IN_TRADE, "The exit ended with a position left: " + order.text);
        }
    }

    private void flat(Trade trade, String reason) {
        if (!TradeTransitions.allowed(trade.state, TradeState.EXITED)) {
            return;
        }
        boolean loss = trade.cash < 0;
        go(trade, TradeState.EXITED, reason);
        trade.coolUntilMillis = loss ? clock.now() + LOSS_COOLDOWN_MILLIS : clock.now();
        go(trade, TradeState.COOLDOWN, loss ? "Cooling down after a loss." : "Closed without a loss.");
        endCooldown(trade);
    }

    private void endCooldown(Trade trade) {
        if (trade.state == TradeState.COOLDOWN && clock.now() >= trade.coolUntilMillis) {
            go(trade, TradeState.NEUTRAL, "Ready.");
        }
    }

    /// Lets signals lapse and cool-downs end.
    void onTime() {
        for (Trade trade : new ArrayList<>(trades.values())) {
            if (trade.state == TradeState.SIGNALLED && time.nanos() - trade.signalExpiresNanos >= 0) {
                lapse(trade, TradeState.EXPIRED, "Nobody acted on the signal.");
            }
            endCooldown(trade);
        }
    }

    private void lapse(Trade trade, TradeState outcome, String reason) {
        go(trade, outcome, reason);
        go(trade, TradeState.NEUTRAL, reason);
    }

    private void goIf(Trade trade, TradeState to, String reason) {
        if (trade.state != to && TradeTransitions.allowed(trade.state, to)) {
            go(trade, to, reason);
        }
    }

    private void go(Trade trade, TradeState to, String reason) {
        if (!TradeTransitions.allowed(trade.state, to)) {
            throw new IllegalStateException(trade.tradeId + ": " + trade.state + " cannot become " + to);
        }
        trade.state = to;
        announce(trade, reason);
        journal.save(trade.stored(clock.now()));
    }

    private void announce(Trade trade, String reason) {
        events.add(new UiEvent.TradeChanged(trade.tradeId, trade.instrumentIndex, trade.strategy, trade.state, reason));
    }

    private @Nullable Trade of(OrderRecord order) {
        return trades.get(new Key(order.strategy, order.request.instrumentIndex()));
    }

    TradeState state(String strategy, int instrument) {
        Trade trade = trades.get(new Key(strategy, instrument));
        return trade == null ? TradeState.NEUTRAL : trade.state;
    }
}
