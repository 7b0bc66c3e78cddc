package in.sauda.core.replay;

import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;

/// Time that is what the recording says. It never goes back.
final class VirtualTime implements TimeSource, MarketClock {
    private long millis;

    VirtualTime(long startMillis) {
        millis = startMillis;
    }

    void advanceTo(long epochMillis) {
        millis = Math.max(millis, epochMillis);
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
        return millis * 1_000_000L;
    }
}
