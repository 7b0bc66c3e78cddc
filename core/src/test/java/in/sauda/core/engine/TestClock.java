package in.sauda.core.engine;

import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicLong;

/// Time that stands still until it is told to go on. A Friday with full sessions.
public final class TestClock implements TimeSource, MarketClock {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final AtomicLong millis = new AtomicLong(at("09:15"));

    public static long at(String time) {
        return IndiaTime.epochMillis(DAY, LocalTime.parse(time));
    }

    public void set(String time) {
        millis.set(at(time));
    }

    public void set(long epochMillis) {
        millis.set(epochMillis);
    }

    public void advance(long forMillis) {
        millis.addAndGet(forMillis);
    }

    @Override
    public long wallMillis() {
        return millis.get();
    }

    @Override
    public long nanos() {
        return millis.get() * 1_000_000L;
    }

    @Override
    public long millis() {
        return millis.get();
    }
}
