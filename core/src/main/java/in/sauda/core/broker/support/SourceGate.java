package in.sauda.core.broker.support;

import in.sauda.core.feed.Depth;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;

/// Lets the updates of one of two brokers through for each instrument: the preferred broker's while it delivers,
/// the other's while the preferred one is away, or has been silent for three seconds, and the other is newer. What both
/// say of one
/// instrument is compared on the way.
///
/// Both brokers stream all the time, so changing over loses nothing: the second's next update carries the same
/// day's volume. Such an update says nothing about its connection, because nothing is missing between the two;
/// after a silence of both it does. Publishers of both brokers may be used at once, each on its own thread; one
/// instrument's decision is made under one lock of many.
public final class SourceGate {
    static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(3);

    /// Two prices that differ for as long as this are no longer the same tick on its way twice. Source: rules 11.6.
    static final long DISAGREES_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final int STRIPES = 64;
    private static final int FIRST = 0;
    private static final int SECOND = 1;

    private final Object[] stripes = new Object[STRIPES];
    private final AtomicLong changeovers = new AtomicLong();
    private final AtomicLong heldBack = new AtomicLong();
    private volatile Row[] rows = new Row[0];
    private volatile int preferred = FIRST;
    private volatile boolean two;
    private volatile boolean firstAway;
    private volatile boolean secondAway;
    private volatile IntToLongFunction tickSizes = instrument -> 0;

    /// One instrument on which two brokers differ.
    ///
    /// @param instrument registry index
    /// @param first last price of the first broker, fixed-point
    /// @param second last price of the second broker, fixed-point
    /// @param sinceNanos monotonic time since which they differ
    public record Disagreement(int instrument, long first, long second, long sinceNanos) {}

    /// What is known of one instrument. Guarded by its stripe.
    private static final class Row {
        private final long[] seenNanos = new long[2];
        private final boolean[] seen = new boolean[2];
        private final long[] price = new long[2];
        private boolean apart;
        private long apartNanos;
        private int source = FIRST;
        private boolean passed;
        private long passedNanos;
        private long passedMillis;
    }

    public SourceGate() {
        Arrays.setAll(stripes, i -> new Object());
    }

    /// Makes the publishers of the first broker's threads.
    public Supplier<MarketEventPublisher> first(Supplier<MarketEventPublisher> behind) {
        return () -> new Gated(behind.get(), FIRST);
    }

    /// Makes the publishers of the second broker's threads.
    public Supplier<MarketEventPublisher> second(Supplier<MarketEventPublisher> behind) {
        return () -> new Gated(behind.get(), SECOND);
    }

    /// A second broker joins: until then the first one's updates pass without a look.
    public void begin() {
        two = true;
    }

    /// The first broker's feed has lost its connection, or has it back: nobody waits for what cannot come.
    public void firstAway(boolean away) {
        firstAway = away;
    }

    /// The same for the second broker's feed.
    public void secondAway(boolean away) {
        secondAway = away;
    }

    /// Tells how far prices may lie apart before they differ.
    ///
    /// @param sizes tick size by registry index, fixed-point; 0 where unknown
    public void ticks(IntToLongFunction sizes) {
        tickSizes = sizes;
    }

    /// Which broker's updates are in force while both deliver. Takes effect with each instrument's next update.
    public void preferSecond(boolean wanted) {
        preferred = wanted ? SECOND : FIRST;
    }

    public boolean secondPreferred() {
        return preferred == SECOND;
    }

    /// Instruments whose last prices at the two brokers have been more than a tick apart for more than a second while
    /// both deliver.
    ///
    /// @param nowNanos the clock updates are received by
    public List<Disagreement> disagreements(long nowNanos) {
        List<Disagreement> found = new ArrayList<>();
        for (int instrument = 0; instrument < rows.length; instrument++) {
            Row row = rows[instrument];
            synchronized (stripe(instrument)) {
                if (row.apart
                        && nowNanos - row.apartNanos > DISAGREES_NANOS
                        && fresh(row, FIRST, nowNanos)
                        && fresh(row, SECOND, nowNanos)) {
                    found.add(new Disagreement(instrument, row.price[FIRST], row.price[SECOND], row.apartNanos));
                }
            }
        }
        return found;
    }

    /// Instruments whose prices come from each broker now: the first's, then the second's.
    public int[] inForce() {
        int[] counts = new int[2];
        for (int instrument = 0; instrument < rows.length; instrument++) {
            synchronized (stripe(instrument)) {
                if (rows[instrument].passed) {
                    counts[rows[instrument].source]++;
                }
            }
        }
        return counts;
    }

    private boolean fresh(Row row, int source, long nowNanos) {
        boolean away = source == FIRST ? firstAway : secondAway;
        return !away && row.seen[source] && nowNanos - row.seenNanos[source] < STALE_NANOS;
    }

    /// How often an instrument has changed its source.
    public long changeovers() {
        return changeovers.get();
    }

    /// Updates that were not needed because the other broker's was in force.
    public long heldBack() {
        return heldBack.get();
    }

    /// True when the instrument's prices come from the second broker now.
    public boolean fromSecond(int instrument) {
        if (instrument >= rows.length) {
            return false;
        }
        synchronized (stripe(instrument)) {
            return rows[instrument].source == SECOND;
        }
    }

    private Object stripe(int instrument) {
        return stripes[instrument % STRIPES];
    }

    private Row row(int instrument) {
        Row[] known = rows;
        return instrument < known.length ? known[instrument] : grown(instrument);
    }

    private synchronized Row grown(int instrument) {
        if (instrument >= rows.length) {
            int before = rows.length;
            Row[] more = Arrays.copyOf(rows, Math.max(instrument + 1, Math.max(256, before * 2)));
            for (int i = before; i < more.length; i++) {
                more[i] = new Row();
            }
            rows = more;
        }
        return rows[instrument];
    }

    /// Decides about an update, and takes the mark of its connection away where nothing is missing before it.
    private boolean passes(MarketEvent event, int source) {
        Row row = row(event.instrument);
        long now = event.receivedNanos;
        row.seen[source] = true;
        row.seenNanos[source] = now;
        compare(row, event, source);
        if (source != preferred && fresh(row, preferred, now)) {
            return false;
        }
        boolean change = row.passed && row.source != source;
        if (change && event.exchangeMillis < row.passedMillis) {
            return false;
        }
        if (change) {
            changeovers.incrementAndGet();
            if (now - row.passedNanos <= STALE_NANOS + STALE_NANOS) {
                event.connectedNanos = 0;
            }
        }
        row.source = source;
        row.passed = true;
        row.passedNanos = now;
        row.passedMillis = Math.max(row.passedMillis, event.exchangeMillis);
        return true;
    }

    private void compare(Row row, MarketEvent event, int source) {
        if (event.lastPrice <= 0) {
            return;
        }
        row.price[source] = event.lastPrice;
        boolean both = row.price[FIRST] > 0 && row.price[SECOND] > 0;
        boolean apart =
                both && Math.abs(row.price[FIRST] - row.price[SECOND]) > tickSizes.applyAsLong(event.instrument);
        if (apart && !row.apart) {
            row.apartNanos = event.receivedNanos;
        }
        row.apart = apart;
    }

    private final class Gated implements MarketEventPublisher {
        private final MarketEventPublisher behind;
        private final int source;
        private MarketEvent event;

        private Gated(MarketEventPublisher behind, int source) {
            this.behind = behind;
            this.source = source;
            this.event = behind.begin();
        }

        @Override
        public MarketEvent begin() {
            event = behind.begin();
            return event;
        }

        /// Only the broker whose updates made our candle may be compared with it.
        @Override
        public void brokerMinute(
                int instrument, long startMillis, long open, long high, long low, long close, long volume) {
            if (fromSecond(instrument) == (source == SECOND)) {
                behind.brokerMinute(instrument, startMillis, open, high, low, close, volume);
            }
        }

        /// Nobody decides by these: whoever shows them takes the fuller book.
        @Override
        public void book(int instrument, Depth book, long receivedNanos) {
            behind.book(instrument, book, receivedNanos);
        }

        @Override
        public void greeks(
                int instrument,
                long receivedNanos,
                double delta,
                double gamma,
                double theta,
                double vega,
                double impliedVolatility) {
            behind.greeks(instrument, receivedNanos, delta, gamma, theta, vega, impliedVolatility);
        }

        /// Published under the lock, so that two brokers' updates of one instrument keep the order decided here.
        @Override
        public void publish() {
            if (!two) {
                behind.publish();
                return;
            }
            synchronized (stripe(event.instrument)) {
                if (passes(event, source)) {
                    behind.publish();
                } else {
                    heldBack.incrementAndGet();
                }
            }
        }
    }
}
