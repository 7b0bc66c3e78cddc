package in.sauda.core.replay;

import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;

/// The clocks of a journal: they stand where its last record put them.
final class RecordedTime implements TimeSource, MarketClock {
    private long millis;
    private long nanos;

    void set(long marketMillis, long monotonicNanos) {
        millis = marketMillis;
        nanos = monotonicNanos;
    }

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public long wallMillis() {
        return millis;
    }

    @Override
    public long nanos() {
        return nanos;
    }
}
