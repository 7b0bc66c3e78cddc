package in.sauda.simulator;

import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/// Time on the simulated exchange: wall time stretched by the speed, from the chosen start to the end of that day. Safe
/// from any thread.
public final class SimulatedClock implements MarketClock {
    private static final LocalTime FINISHED = LocalTime.of(16, 0);

    /// @param lastMillis where the clock stops
    private record Pace(long marketMillis, long nanos, double speed, long lastMillis) {}

    private final TimeSource time;
    private final LocalDate date;
    private volatile Pace pace;

    SimulatedClock(TimeSource time, LocalDate date, LocalTime start, double speed) {
        this.time = time;
        this.date = date;
        this.pace = new Pace(IndiaTime.epochMillis(date, start), time.nanos(), speed, endOf(date));
    }

    @Override
    public long millis() {
        return millisAt(time.nanos());
    }

    private long millisAt(long nanos) {
        Pace now = pace;
        long elapsed = Math.round((nanos - now.nanos()) / 1e6 * now.speed());
        return Math.min(now.lastMillis(), now.marketMillis() + elapsed);
    }

    private static long endOf(LocalDate day) {
        return IndiaTime.epochMillis(day, LocalTime.of(23, 59, 59));
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
        pace = new Pace(millisAt(nanos), nanos, speed, pace.lastMillis());
    }

    /// Jumps ahead. By itself the clock stops before midnight; only a jump passes it, which ends every login.
    ///
    /// @throws IllegalArgumentException for a time that is over: the market cannot be played backwards
    public synchronized void jumpTo(LocalDateTime then) {
        long nanos = time.nanos();
        long millis = IndiaTime.epochMillis(then.toLocalDate(), then.toLocalTime());
        if (millis < millisAt(nanos)) {
            throw new IllegalArgumentException("the clock only goes forward; " + then + " is over");
        }
        pace = new Pace(millis, nanos, pace.speed(), endOf(then.toLocalDate()));
    }

    /// True once every equity session of the day is over.
    public boolean finished() {
        return millis() >= IndiaTime.epochMillis(date, FINISHED);
    }
}
