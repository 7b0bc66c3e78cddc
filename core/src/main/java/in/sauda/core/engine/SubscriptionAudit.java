package in.sauda.core.engine;

import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.PhaseCache;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.engine.Subscriptions.Asked;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import in.sauda.core.feed.SubscriptionCounts;
import in.sauda.core.feed.SubscriptionRow;
import in.sauda.core.feed.SubscriptionState;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Goes over everything asked of the feed and says what came of it: ticking, stale, silent, waiting (rules 2.8, 11.2).
/// Engine thread only.
final class SubscriptionAudit {
    /// Without an update for this long an instrument that ticked before is stale.
    static final long STALE_NANOS = 120_000_000_000L;

    private static final int NAMES = 10;

    /// What one round found. Reused for the next.
    static final class Round {
        final List<SubscriptionRow> rows = new ArrayList<>();
        final List<String> missing = new ArrayList<>();
        final List<String> stale = new ArrayList<>();
        final Tally total = new Tally();
        final Map<InstrumentCategory, Tally> kinds = new EnumMap<>(InstrumentCategory.class);
        /// Instruments whose last closed minute lies in continuous trading and that were asked for in time for it.
        int candlesDue;

        private void restart() {
            rows.clear();
            missing.clear();
            stale.clear();
            total.restart();
            kinds.clear();
            candlesDue = 0;
        }

        Map<InstrumentCategory, SubscriptionCounts> kindCounts() {
            Map<InstrumentCategory, SubscriptionCounts> counts = new EnumMap<>(InstrumentCategory.class);
            kinds.forEach((kind, tally) -> counts.put(kind, tally.counts()));
            return counts;
        }
    }

    /// Counts that grow.
    @SuppressWarnings("EnumOrdinal") // an index into counters of this round, never stored
    static final class Tally {
        private final int[] states = new int[SubscriptionState.values().length];
        private int trading;

        private void restart() {
            Arrays.fill(states, 0);
            trading = 0;
        }

        private void add(SubscriptionState state, boolean trades) {
            states[state.ordinal()]++;
            trading += trades ? 1 : 0;
        }

        private int of(SubscriptionState state) {
            return states[state.ordinal()];
        }

        SubscriptionCounts counts() {
            return new SubscriptionCounts(
                    Arrays.stream(states).sum(),
                    trading,
                    of(SubscriptionState.TICKING),
                    of(SubscriptionState.STALE),
                    of(SubscriptionState.SILENT),
                    of(SubscriptionState.IDLE),
                    of(SubscriptionState.WAITING),
                    of(SubscriptionState.REFUSED));
        }
    }

    private final Subscriptions subscriptions;
    private final QuoteBook quotes;
    private final PhaseCache phases;
    private final Round round = new Round();
    private final BitSet stale = new BitSet();
    private int[] gaps = new int[256];

    SubscriptionAudit(Subscriptions subscriptions, QuoteBook quotes, PhaseCache phases) {
        this.subscriptions = subscriptions;
        this.quotes = quotes;
        this.phases = phases;
    }

    /// @param withRows false to count only
    Round look(long nowNanos, long exchangeMillis, Placements placements, boolean withRows) {
        round.restart();
        long minute = CandlePulse.lastClosed(exchangeMillis);
        for (Asked asked : subscriptions.asked()) {
            Subscription subscription = asked.subscription();
            int index = subscription.index();
            SessionClass market = SessionClass.of(subscription.instrument());
            boolean trades = phases.scheduled(market, exchangeMillis) == Phase.CONTINUOUS;
            SubscriptionState state = state(index, placements.connection(index), trades, nowNanos);
            count(subscription, state, trades);
            if (trades && phases.open(market, exchangeMillis) <= minute && nowNanos - asked.atNanos() >= STALE_NANOS) {
                round.candlesDue++;
            }
            if (withRows) {
                round.rows.add(row(asked, state, placements.connection(index)));
            }
        }
        return round;
    }

    private SubscriptionState state(int index, int connection, boolean trades, long nowNanos) {
        if (connection == Placements.WAITING) {
            return SubscriptionState.WAITING;
        }
        if (connection == Placements.REFUSED) {
            return SubscriptionState.REFUSED;
        }
        if (quotes.updates(index) == 0) {
            return SubscriptionState.SILENT;
        }
        boolean fresh = nowNanos - quotes.lastNanos(index) < STALE_NANOS;
        if (fresh && stale.get(index)) {
            stale.clear(index);
            countGap(index);
        }
        if (fresh) {
            return SubscriptionState.TICKING;
        }
        stale.set(index, trades);
        return trades ? SubscriptionState.STALE : SubscriptionState.IDLE;
    }

    private void countGap(int index) {
        if (index >= gaps.length) {
            gaps = Arrays.copyOf(gaps, Math.max(index + 1, gaps.length * 2));
        }
        gaps[index]++;
    }

    private void count(Subscription subscription, SubscriptionState state, boolean trades) {
        round.total.add(state, trades);
        round.kinds
                .computeIfAbsent(subscription.instrument().category(), _ -> new Tally())
                .add(state, trades);
        switch (state) {
            case WAITING, REFUSED -> name(round.missing, subscription);
            case STALE -> name(round.stale, subscription);
            case TICKING, SILENT, IDLE -> {}
        }
    }

    private static void name(List<String> names, Subscription subscription) {
        if (names.size() < NAMES) {
            names.add(subscription.instrument().symbol());
        }
    }

    private SubscriptionRow row(Asked asked, SubscriptionState state, int connection) {
        Subscription subscription = asked.subscription();
        int index = subscription.index();
        return new SubscriptionRow(
                index,
                subscription.instrument(),
                subscription.mode(),
                subscription.interest(),
                state,
                Math.max(0, connection),
                asked.atNanos(),
                quotes.lastNanos(index),
                quotes.updates(index),
                index < gaps.length ? gaps[index] : 0,
                subscriptions.owners(index));
    }
}
