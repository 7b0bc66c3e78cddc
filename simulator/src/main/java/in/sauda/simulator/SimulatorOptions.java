package in.sauda.simulator;

import in.sauda.core.calendar.TradingCalendar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// How a simulated day is set up.
///
/// @param port loopback port, 0 for any free one
/// @param seed same seed, date and master: same market
/// @param speed market seconds per wall second
/// @param date a trading day; with a master whose first expiry lies before it, that expiry's day is played instead
/// @param start time of day at which the market is joined; everything before has already happened
/// @param master a master file in Angel One layout to serve and trade, or null for a generated one
public record SimulatorOptions(
        int port,
        long seed,
        double speed,
        LocalDate date,
        LocalTime start,
        @Nullable Path master) {
    private static final LocalTime DEFAULT_START = LocalTime.of(9, 30);
    private static final double FASTEST = 1_000;

    public SimulatorOptions {
        if (!(speed > 0) || speed > FASTEST) {
            throw new IllegalArgumentException("speed must be above 0 and at most 1000, not " + speed);
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
        }
    }

    /// A free port, seed 1, real speed, the latest trading day on or before this date from 09:30, a generated master.
    public static SimulatorOptions defaults(LocalDate today) {
        LocalDate date = TradingCalendar.bundled().latestTradingDay(today);
        return new SimulatorOptions(0, 1, 1, date, DEFAULT_START, null);
    }

    public SimulatorOptions withPort(int newPort) {
        return new SimulatorOptions(newPort, seed, speed, date, start, master);
    }

    public SimulatorOptions withSeed(long newSeed) {
        return new SimulatorOptions(port, newSeed, speed, date, start, master);
    }

    public SimulatorOptions withSpeed(double newSpeed) {
        return new SimulatorOptions(port, seed, newSpeed, date, start, master);
    }

    public SimulatorOptions withDate(LocalDate newDate) {
        return new SimulatorOptions(port, seed, speed, newDate, start, master);
    }

    public SimulatorOptions withStart(LocalTime newStart) {
        return new SimulatorOptions(port, seed, speed, date, newStart, master);
    }

    public SimulatorOptions withMaster(@Nullable Path newMaster) {
        return new SimulatorOptions(port, seed, speed, date, start, newMaster);
    }
}
