package in.sauda.core.engine;

import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.view.CoreStatus;

/// Publishes the status row four times a second and measures the tick rate over the last second. One writer, the
/// engine thread; any reader.
final class StatusBoard {
    static final long INTERVAL_NANOS = 250_000_000L;

    private final long[] ticksAt = new long[5];
    private final long[] nanosAt = new long[5];
    private int samples;
    private long nextNanos;
    private boolean started;
    private volatile CoreStatus current;

    StatusBoard(TradingMode mode, long marketMillis) {
        current = new CoreStatus(
                mode,
                new FeedState.Closed(),
                0,
                0,
                0,
                0.0,
                0,
                0,
                0,
                0,
                0,
                -1,
                ClockSkew.UNKNOWN,
                marketMillis,
                Phase.CLOSED);
    }

    CoreStatus current() {
        return current;
    }

    boolean due(long nowNanos) {
        if (!started) {
            started = true;
            nextNanos = nowNanos;
        }
        return nowNanos - nextNanos >= 0;
    }

    /// Ticks per second over the last four samples.
    double rate(long ticks, long nowNanos) {
        nextNanos = nowNanos + INTERVAL_NANOS;
        int slot = samples % ticksAt.length;
        ticksAt[slot] = ticks;
        nanosAt[slot] = nowNanos;
        samples++;
        int oldest = samples <= ticksAt.length ? 0 : samples % ticksAt.length;
        long elapsed = nowNanos - nanosAt[oldest];
        return elapsed <= 0 ? 0.0 : (ticks - ticksAt[oldest]) * 1e9 / elapsed;
    }

    void publish(CoreStatus status) {
        current = status;
    }
}
