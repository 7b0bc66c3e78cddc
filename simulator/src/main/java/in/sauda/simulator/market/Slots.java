package in.sauda.simulator.market;

import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;

/// The market's own time steps: half seconds counted from 09:00 India time.
public final class Slots {
    public static final LocalTime ORIGIN = LocalTime.of(9, 0);
    public static final int PER_SECOND = 2;
    public static final int PER_MINUTE = 120;
    public static final int MILLIS = 1000 / PER_SECOND;

    private Slots() {}

    public static int of(LocalTime time) {
        return (time.toSecondOfDay() - ORIGIN.toSecondOfDay()) * PER_SECOND;
    }

    /// The last slot that has begun at this instant; negative before 09:00.
    public static int at(LocalDate date, long epochMillis) {
        return Math.toIntExact(Math.floorDiv(epochMillis - IndiaTime.epochMillis(date, ORIGIN), MILLIS));
    }

    /// The instant at which the next slot begins.
    public static long endMillis(LocalDate date, int slot) {
        return IndiaTime.epochMillis(date, ORIGIN) + (slot + 1L) * MILLIS;
    }

    /// Whole seconds, the resolution of the exchange's time stamps.
    public static long epochSecond(LocalDate date, int slot) {
        return IndiaTime.epochMillis(date, ORIGIN) / 1000 + Math.floorDiv(slot, PER_SECOND);
    }
}
