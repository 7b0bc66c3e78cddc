package in.sauda.core.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// Times with their offset as brokers write them, `2026-11-20T09:15:00+05:30`. A long chart has a hundred thousand of
/// them, so India's are read digit by digit; the JDK's parser reads all others and finds the words for what is none.
public final class OffsetStamp {
    private static final String INDIA = "0000-00-00T00:00:00+05:30";
    private static final int DIGITS_END = INDIA.indexOf('+');
    private static final int DAY_SECONDS = 86_400;

    private OffsetStamp() {}

    /// Epoch milliseconds.
    ///
    /// @throws DateTimeException when it is no time with an offset
    public static long epochMillis(String stamp) {
        int hour = looksIndian(stamp) ? number(stamp, 11) : DAY_SECONDS;
        if (hour > 23 || number(stamp, 14) > 59 || number(stamp, 17) > 59) {
            return OffsetDateTime.parse(stamp).toInstant().toEpochMilli();
        }
        long day = LocalDate.of(number(stamp, 0) * 100 + number(stamp, 2), number(stamp, 5), number(stamp, 8))
                .toEpochDay();
        long second = day * DAY_SECONDS + hour * 3600L + number(stamp, 14) * 60L + number(stamp, 17);
        return (second - IndiaTime.OFFSET.getTotalSeconds()) * 1000;
    }

    private static boolean looksIndian(String stamp) {
        if (stamp.length() != INDIA.length() || !stamp.endsWith("+05:30")) {
            return false;
        }
        for (int i = 0; i < DIGITS_END; i++) {
            char found = stamp.charAt(i);
            if (INDIA.charAt(i) == '0' ? found < '0' || found > '9' : found != INDIA.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String stamp, int at) {
        return (stamp.charAt(at) - '0') * 10 + stamp.charAt(at + 1) - '0';
    }
}
