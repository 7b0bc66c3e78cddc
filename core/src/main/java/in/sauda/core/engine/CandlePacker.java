package in.sauda.core.engine;

import in.sauda.core.candles.CandleStore;
import in.sauda.core.time.MarketClock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Packs the minutes of days that are long over and forgets those older than two years (rules 7.11), beside the engine:
/// first when a start has calmed down, then every few hours.
final class CandlePacker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CandlePacker.class);
    private static final long FIRST_MINUTES = 3;
    private static final long EVERY_MINUTES = 360;
    private static final long DAY_MILLIS = 86_400_000L;

    /// The engine still changes its five sessions; a long weekend and some holidays lie between them.
    private static final int DAYS_UNPACKED = 14;

    private static final int DAYS_KEPT = 731;

    private final CandleStore store;
    private final MarketClock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("candle-packer").factory());

    CandlePacker(CandleStore store, MarketClock clock) {
        this.store = store;
        this.clock = clock;
    }

    void start() {
        ScheduledFuture<?> _ = thread.scheduleWithFixedDelay(this::run, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private void run() {
        try {
            long now = clock.millis();
            int days = store.pack(now - DAYS_UNPACKED * DAY_MILLIS);
            store.forget(now - DAYS_KEPT * DAY_MILLIS);
            LOG.info("{} days of candles packed", days);
        } catch (RuntimeException failure) {
            LOG.warn("Candles could not be packed; that is tried again in some hours", failure);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
