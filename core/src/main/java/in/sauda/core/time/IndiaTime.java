package in.sauda.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// India Standard Time, whatever zone the computer is in. India has had no daylight saving in the life of its
/// electronic markets.
public final class IndiaTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    public static final ZoneOffset OFFSET = ZoneOffset.ofHoursMinutes(5, 30);
    private static final long OFFSET_MILLIS = OFFSET.getTotalSeconds() * 1000L;
    private static final long DAY_MILLIS = 86_400_000L;

    private IndiaTime() {}

    public static LocalDate date(long epochMillis) {
        return LocalDate.ofEpochDay(Math.floorDiv(epochMillis + OFFSET_MILLIS, DAY_MILLIS));
    }

    public static LocalTime time(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atOffset(OFFSET).toLocalTime();
    }

    /// Milliseconds since midnight in India; allocation-free.
    public static int millisOfDay(long epochMillis) {
        return (int) Math.floorMod(epochMillis + OFFSET_MILLIS, DAY_MILLIS);
    }

    public static long epochMillis(LocalDate date, LocalTime time) {
        return date.atTime(time).toInstant(OFFSET).toEpochMilli();
    }

    public static long startOfDay(long epochMillis) {
        return Math.floorDiv(epochMillis + OFFSET_MILLIS, DAY_MILLIS) * DAY_MILLIS - OFFSET_MILLIS;
    }

    /// The first midnight in India after the given moment.
    public static long nextMidnight(long epochMillis) {
        return startOfDay(epochMillis) + DAY_MILLIS;
    }
}
