package in.sauda.simulator;

import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/// Time on the simulated exchange: wall time stretched by the speed, from the chosen start to the end of that day, and
/// never far ahead of the market. A computer that cannot play the market so fast plays it slower instead: a clock that
/// went on alone would close every candle before its ticks. Safe from any thread.
public final class SimulatedClock implements MarketClock {
    private static final LocalTime FINISHED = LocalTime.of(16, 0);

    /// @param lastMillis where the clock stops
    /// @param latestMillis where it waits for the market
    private record Pace(long marketMillis, long nanos, double speed, long lastMillis, long latestMillis) {
        long millis(long nowNanos) {
            long elapsed = Math.round((nowNanos - nanos) / 1e6 * speed);
            return Math.min(lastMillis, marketMillis + elapsed);
        }
    }

    private final TimeSource time;
    private final LocalDate date;
    private volatile Pace pace;

    SimulatedClock(TimeSource time, LocalDate date, LocalTime start, double speed) {
        this.time = time;
        this.date = date;
        this.pace = new Pace(IndiaTime.epochMillis(date, start), time.nanos(), speed, endOf(date), Long.MAX_VALUE);
    }

    @Override
    public long millis() {
        return millisAt(time.nanos());
    }

    private long millisAt(long nanos) {
        Pace now = pace;
        return Math.min(now.latestMillis(), now.millis(nanos));
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
        pace = new Pace(millisAt(nanos), nanos, speed, pace.lastMillis(), pace.latestMillis());
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
        pace = new Pace(millis, nanos, pace.speed(), endOf(then.toLocalDate()), Long.MAX_VALUE);
    }

    /// Tells how far the market has been played: the clock goes on for one more second of this computer's and waits
    /// there. What it has waited is not made up for.
    synchronized void played(long playedMillis) {
        long nanos = time.nanos();
        Pace now = pace;
        long shown = millisAt(nanos);
        long latest = Math.max(Math.max(now.marketMillis(), shown), playedMillis + Math.round(now.speed() * 1_000));
        pace = now.millis(nanos) > shown
                ? new Pace(shown, nanos, now.speed(), now.lastMillis(), latest)
                : new Pace(now.marketMillis(), now.nanos(), now.speed(), now.lastMillis(), latest);
    }

    /// True once every equity session of the day is over.
    public boolean finished() {
        return millis() >= IndiaTime.epochMillis(date, FINISHED);
    }
}
