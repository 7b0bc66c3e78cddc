package in.sauda.bench.engine;

import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.QuoteRow;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// A feed thread at an even pace that sleeps between reads, as one that waits for a socket does.
///
/// A publisher that spins beside the engine's own spinning takes both cores of a small machine, and what is measured
/// then is the scheduler finding room for everybody else. After each read the thread watches until the rows of what it
/// published are visible. Every stock ticks every 20 ms, so each of its updates becomes a row of its own.
final class PacedPublisher {
    static final int PER_SECOND = 50_000;
    private static final long INTERVAL_NANOS = 1_000_000_000L / PER_SECOND;
    private static final long READ_NANOS = 200_000;

    /// Between two looks the core is free for others.
    private static final long LOOK_NANOS = 10_000;

    private final EngineWorld world;
    private final SystemTime time;
    private final MarketEventPublisher publisher;
    private final ConflatedRows<QuoteRow> rows;
    private final Histogram fromReceipt = new Histogram(3);
    private final Histogram fromDue = new Histogram(3);
    private final Histogram lateness = new Histogram(3);
    private final long[] receivedNanos = new long[EngineWorld.INSTRUMENTS];
    private long sent;
    private long seen;

    PacedPublisher(EngineWorld world, SystemTime time, MarketEventPublisher publisher, ConflatedRows<QuoteRow> rows) {
        this.world = world;
        this.time = time;
        this.publisher = publisher;
        this.rows = rows;
    }

    void forget() {
        fromReceipt.reset();
        fromDue.reset();
        lateness.reset();
    }

    /// From the moment the feed thread had the update in hand.
    Histogram fromReceipt() {
        return fromReceipt;
    }

    /// From the moment the update should have been published, so that whatever holds up the publisher counts too.
    Histogram fromDue() {
        return fromDue;
    }

    Histogram lateness() {
        return lateness;
    }

    void run(int seconds) {
        long first = sent;
        long last = first + (long) seconds * PER_SECOND;
        long start = time.nanos();
        while (sent < last) {
            long now = time.nanos();
            long due = Math.min(last, first + (now - start) / INTERVAL_NANOS);
            while (sent < due) {
                publish(start + (sent - first) * INTERVAL_NANOS);
            }
            while (seen < sent) {
                if (!look(start + (seen - first) * INTERVAL_NANOS)) {
                    LockSupport.parkNanos(LOOK_NANOS);
                }
            }
            LockSupport.parkNanos(READ_NANOS);
        }
    }

    private void publish(long dueNanos) {
        int instrument = (int) (sent % EngineWorld.INSTRUMENTS);
        world.advance(sent % 10 == 0 ? 1 : 0);
        long now = time.nanos();
        receivedNanos[instrument] = now;
        lateness.recordValue(Math.max(0, now - dueNanos));
        MarketEvent event = publisher.begin();
        world.fill(event, instrument, now);
        publisher.publish();
        sent++;
    }

    /// @return true when the oldest update that was still missing has become visible
    private boolean look(long dueNanos) {
        int instrument = (int) (seen % EngineWorld.INSTRUMENTS);
        QuoteRow row = rows.get(instrument);
        long received = receivedNanos[instrument];
        if (row == null || row.receivedNanos() - received < 0) {
            return false;
        }
        long now = time.nanos();
        fromReceipt.recordValue(now - received);
        fromDue.recordValue(Math.max(0, now - dueNanos));
        seen++;
        return true;
    }
}
