package in.sauda.app.testkit;

import in.sauda.core.time.TimeSource;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that stands still until a test moves it.
public final class ManualTime implements TimeSource {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);

    @Override
    public long wallMillis() {
        return 1_789_970_000_000L + nanos.get() / 1_000_000;
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    public void advanceMillis(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }
}
