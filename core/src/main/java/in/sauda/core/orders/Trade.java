package in.sauda.core.orders;

import in.sauda.core.instruments.Instrument;
import org.jspecify.annotations.Nullable;

/// One trade of one strategy in one instrument, as the engine keeps it.
final class Trade {
    final String tradeId;
    final String strategy;
    final Instrument instrument;
    final int instrumentIndex;

    TradeState state = TradeState.NEUTRAL;
    long signalId;

    @Nullable
    ClientOrderId entry;

    @Nullable
    ClientOrderId exit;

    long netQuantity;
    long cash;
    long coolUntilMillis;

    /// Monotonic time at which a signal nobody acted on lapses.
    long signalExpiresNanos;

    /// How and where the entry was sent; null while nobody knows.
    @Nullable
    OrderRequest sent;

    /// Monotonic time of the newest fill of this run, Long.MIN_VALUE before the first.
    long filledNanos = Long.MIN_VALUE;

    /// Monotonic time since which the broker's books no longer have the position, Long.MIN_VALUE while they do.
    long missingNanos = Long.MIN_VALUE;

    Trade(String tradeId, String strategy, Instrument instrument, int instrumentIndex) {
        this.tradeId = tradeId;
        this.strategy = strategy;
        this.instrument = instrument;
        this.instrumentIndex = instrumentIndex;
    }

    Trade(StoredTrade stored) {
        this(stored.tradeId(), stored.strategy(), stored.instrument(), stored.instrumentIndex());
        state = stored.state();
        signalId = stored.signalId();
        entry = stored.entry();
        exit = stored.exit();
        netQuantity = stored.netQuantity();
        cash = stored.cash();
        coolUntilMillis = stored.coolUntilMillis();
    }

    StoredTrade stored(long nowMillis) {
        return new StoredTrade(
                tradeId,
                strategy,
                instrument,
                instrumentIndex,
                state,
                signalId,
                entry,
                exit,
                netQuantity,
                cash,
                coolUntilMillis,
                nowMillis);
    }
}
