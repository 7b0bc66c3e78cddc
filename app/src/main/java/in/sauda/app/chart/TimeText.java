package in.sauda.app.chart;

import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;

/// Dates and times as the axes show them, always in India time.
final class TimeText {
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private TimeText() {}

    /// {@code HH:mm}.
    static String time(long epochMillis) {
        int minuteOfDay = IndiaTime.millisOfDay(epochMillis) / 60_000;
        return twoDigits(minuteOfDay / 60) + ":" + twoDigits(minuteOfDay % 60);
    }

    /// {@code dd-MMM}.
    static String date(long epochMillis) {
        LocalDate date = IndiaTime.date(epochMillis);
        return twoDigits(date.getDayOfMonth()) + "-" + MONTHS[date.getMonthValue() - 1];
    }

    /// {@code dd-MMM-yyyy}.
    static String dateWithYear(long epochMillis) {
        return date(epochMillis) + "-" + IndiaTime.date(epochMillis).getYear();
    }

    /// {@code MMM yyyy}.
    static String month(long epochMillis) {
        LocalDate date = IndiaTime.date(epochMillis);
        return MONTHS[date.getMonthValue() - 1] + " " + date.getYear();
    }

    static String twoDigits(long value) {
        return value < 10 ? "0" + value : Long.toString(value);
    }
}
