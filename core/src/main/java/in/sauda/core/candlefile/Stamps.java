package in.sauda.core.candlefile;

import in.sauda.core.time.IndiaTime;
import java.time.DateTimeException;
import java.time.LocalDate;

/// Reads dates and times as Indian data sets write them: {@code 20150101}, {@code 01-01-2015}, {@code 2015-01-01},
/// {@code 9:15}, {@code 09:15:59}, ISO with or without an offset, seconds or milliseconds since 1970.
///
/// Without an offset the time is India's. A day comes before its month.
final class Stamps {
    private static final long UNREADABLE = Cells.UNREADABLE;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final long INDIA_MILLIS = IndiaTime.OFFSET.getTotalSeconds() * 1000L;

    private String line = "";
    private int at;
    private int end;
    private int lastDate = -1;
    private long lastDay;

    /// Date and time in one cell; epoch milliseconds or {@link Cells#UNREADABLE}.
    long joined(Cells cells, int cell) {
        open(cells, cell);
        int digits = digitRun();
        if (at + digits == end && (digits == 10 || digits == 13)) {
            long number = number(digits);
            return digits == 10 ? number * 1000 : number;
        }
        long day = date();
        if (day == UNREADABLE || at >= end || (line.charAt(at) != 'T' && line.charAt(at) != ' ')) {
            return UNREADABLE;
        }
        at++;
        return withOffset(day, time());
    }

    /// Date and time in cells of their own.
    long split(Cells cells, int dateCell, int timeCell) {
        open(cells, dateCell);
        long day = date();
        boolean whole = at == end;
        open(cells, timeCell);
        return whole ? withOffset(day, time()) : UNREADABLE;
    }

    private void open(Cells cells, int cell) {
        line = cells.line();
        at = cells.from(cell);
        end = cells.to(cell);
    }

    private long withOffset(long day, long millisOfDay) {
        if (day == UNREADABLE || millisOfDay == UNREADABLE) {
            return UNREADABLE;
        }
        long local = day * DAY_MILLIS + millisOfDay;
        if (at == end) {
            return local - INDIA_MILLIS;
        }
        char sign = line.charAt(at++);
        if (sign == 'Z' && at == end) {
            return local;
        }
        int hours = (int) number(Math.min(2, digitRun()));
        if (at < end && line.charAt(at) == ':') {
            at++;
        }
        int minutes = (int) number(Math.min(2, digitRun()));
        if ((sign != '+' && sign != '-') || at != end) {
            return UNREADABLE;
        }
        long offset = (hours * 60L + minutes) * 60_000L;
        return sign == '+' ? local - offset : local + offset;
    }

    private long date() {
        int run = digitRun();
        if (run == 8) {
            int whole = (int) number(8);
            return day(whole / 10_000, whole / 100 % 100, whole % 100);
        }
        int first = (int) number(run);
        char separator = at < end ? line.charAt(at) : ' ';
        if (separator != '-' && separator != '/') {
            return UNREADABLE;
        }
        at++;
        int second = (int) number(digitRun());
        if (at >= end || line.charAt(at) != separator) {
            return UNREADABLE;
        }
        at++;
        int third = (int) number(digitRun());
        return run == 4 ? day(first, second, third) : day(third, second, first);
    }

    private long day(int year, int month, int dayOfMonth) {
        int packed = year * 10_000 + month * 100 + dayOfMonth;
        if (packed != lastDate) {
            try {
                lastDay = LocalDate.of(year, month, dayOfMonth).toEpochDay();
                lastDate = packed;
            } catch (DateTimeException impossible) {
                return UNREADABLE;
            }
        }
        return year < 1970 ? UNREADABLE : lastDay;
    }

    private long time() {
        int run = digitRun();
        int hour = (int) number(run);
        if (run == 0 || run > 2 || at >= end || line.charAt(at) != ':') {
            return UNREADABLE;
        }
        at++;
        int minute = (int) number(Math.min(2, digitRun()));
        int second = 0;
        int milli = 0;
        if (at < end && line.charAt(at) == ':') {
            at++;
            second = (int) number(Math.min(2, digitRun()));
            if (at < end && line.charAt(at) == '.') {
                at++;
                milli = fraction();
            }
        }
        boolean possible = hour < 24 && minute < 60 && second < 60;
        return possible ? ((hour * 60L + minute) * 60L + second) * 1000L + milli : UNREADABLE;
    }

    private int fraction() {
        int run = digitRun();
        int kept = Math.min(3, run);
        int value = (int) number(kept);
        at += run - kept;
        return value * (kept == 1 ? 100 : kept == 2 ? 10 : 1);
    }

    private int digitRun() {
        int i = at;
        while (i < end && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
            i++;
        }
        return i - at;
    }

    private long number(int digits) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 10 + (line.charAt(at++) - '0');
        }
        return value;
    }
}
