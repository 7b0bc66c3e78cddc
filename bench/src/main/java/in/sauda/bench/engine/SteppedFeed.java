package in.sauda.bench.engine;

import in.sauda.core.engine.SteppedCore;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.time.SystemTime;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// Brings 50,000 updates a second to an engine on its own thread, a few at a time as a socket would.
final class SteppedFeed {
    private static final int READ = 10;
    private static final long READ_NANOS = 1_000_000_000L * READ / PacedPublisher.PER_SECOND;

    private final SteppedCore core;
    private final EngineWorld world;
    private final SystemTime time;
    private final Histogram latency;
    private final MarketEvent event = new MarketEvent();
    private long sent;

    SteppedFeed(SteppedCore core, EngineWorld world, SystemTime time, Histogram latency) {
        this.core = core;
        this.world = world;
        this.time = time;
        this.latency = latency;
    }

    void run(int seconds) {
        long reads = (long) seconds * PacedPublisher.PER_SECOND / READ;
        long start = time.nanos();
        for (long read = 0; read < reads; read++) {
            long wait = start + read * READ_NANOS - time.nanos();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            }
            read();
        }
    }

    private void read() {
        world.advance(1);
        long inHand = time.nanos();
        for (int i = 0; i < READ; i++) {
            world.fill(event, (int) (sent++ % EngineWorld.INSTRUMENTS), time.nanos());
            core.onEvent(event);
        }
        core.step();
        latency.recordValueWithCount(time.nanos() - inHand, READ);
    }
}
