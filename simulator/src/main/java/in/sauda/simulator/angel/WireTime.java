package in.sauda.simulator.angel;

import in.sauda.core.time.IndiaTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/// Times as the wire prints them, in India.
final class WireTime {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CANDLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+05:30'", Locale.ENGLISH);

    private WireTime() {}

    /// {@code 13-Sep-2025 11:30:51}.
    static String stamp(long epochMillis) {
        return STAMP.format(local(epochMillis));
    }

    static String clock(long epochMillis) {
        return CLOCK.format(local(epochMillis));
    }

    /// {@code 2020-11-16T14:19:51Z}.
    static String instant(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis - epochMillis % 1000).toString();
    }

    static String candle(long epochMillis) {
        return CANDLE.format(local(epochMillis));
    }

    /// Reads {@code 2021-02-08 09:00}, to epoch milliseconds.
    static long minute(String text) throws ApiFailure {
        try {
            return LocalDateTime.parse(text, MINUTE).toInstant(IndiaTime.OFFSET).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw AngelError.AB1004.failure();
        }
    }

    private static LocalDateTime local(long epochMillis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(epochMillis), IndiaTime.OFFSET);
    }
}
