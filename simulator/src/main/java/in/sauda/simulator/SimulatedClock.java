package in.sauda.simulator;

import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import java.time.LocalDate;
import java.time.LocalTime;

/// Time on the simulated exchange: wall time stretched by the speed, from the chosen start to the end of that day. Safe
/// from any thread.
public final class SimulatedClock implements MarketClock {
    private static final LocalTime FINISHED = LocalTime.of(16, 0);

    private record Pace(long marketMillis, long nanos, double speed) {}

    private final TimeSource time;
    private final LocalDate date;
    private final long lastMillis;
    private volatile Pace pace;

    SimulatedClock(TimeSource time, LocalDate date, LocalTime start, double speed) {
        this.time = time;
        this.date = date;
        this.lastMillis = IndiaTime.epochMillis(date, LocalTime.of(23, 59, 59));
        this.pace = new Pace(IndiaTime.epochMillis(date, start), time.nanos(), speed);
    }

    @Override
    public long millis() {
        return millisAt(time.nanos());
    }

    private long millisAt(long nanos) {
        Pace now = pace;
        long elapsed = Math.round((nanos - now.nanos()) / 1e6 * now.speed());
        return Math.min(lastMillis, now.marketMillis() + elapsed);
    }

    public LocalDate date() {
        return date;
    }

    public double speed() {
        return pace.speed();
    }

    /// Changes the pace from now on.
    public synchronized void setSpeed(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be above 0, not " + speed);
        }
        long nanos = time.nanos();
        pace = new Pace(millisAt(nanos), nanos, speed);
    }

    /// True once every equity session of the day is over.
    public boolean finished() {
        return millis() >= IndiaTime.epochMillis(date, FINISHED);
    }
}
