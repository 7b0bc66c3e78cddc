package in.sauda.core.broker.support;

import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Lets the updates of one of two brokers through for each instrument: the first broker's while it delivers,
/// the second's
/// while the first has been silent for three seconds and the second is newer.
///
/// Both brokers stream all the time, so changing over loses nothing: the second's next update carries the same
/// day's volume. Such an update says nothing about its connection, because nothing is missing between the two;
/// after a silence of both it does. Publishers of both brokers may be used at once, each on its own thread; one
/// instrument's decision is made under one lock of many.
public final class SourceGate {
    static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int STRIPES = 64;
    private static final int FIRST = 0;
    private static final int SECOND = 1;

    private final Object[] stripes = new Object[STRIPES];
    private final AtomicLong changeovers = new AtomicLong();
    private final AtomicLong heldBack = new AtomicLong();
    private volatile Row[] rows = new Row[0];

    /// What is known of one instrument. Guarded by its stripe.
    private static final class Row {
        private long firstNanos;
        private boolean firstSeen;
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
        if (source == FIRST) {
            row.firstSeen = true;
            row.firstNanos = now;
        } else if (row.firstSeen && now - row.firstNanos < STALE_NANOS) {
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

        /// Published under the lock, so that two brokers' updates of one instrument keep the order decided here.
        @Override
        public void publish() {
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
