package in.sauda.simulator.master;

import in.sauda.core.calendar.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Expiry dates that follow a day: weekly and monthly on the exchange's weekday, moved back when that is a holiday.
final class Expiries {
    private static final LocalDate TUESDAY_FROM = LocalDate.of(2025, 9, 1);

    private final TradingCalendar calendar;
    private final LocalDate today;

    Expiries(TradingCalendar calendar, LocalDate today) {
        this.calendar = calendar;
        this.today = today;
    }

    /// NSE moved to Tuesday, BSE to Thursday with September 2025.
    DayOfWeek nse() {
        return today.isBefore(TUESDAY_FROM) ? DayOfWeek.THURSDAY : DayOfWeek.TUESDAY;
    }

    DayOfWeek bse() {
        return today.isBefore(TUESDAY_FROM) ? DayOfWeek.TUESDAY : DayOfWeek.THURSDAY;
    }

    List<LocalDate> monthly(DayOfWeek weekday, int count) {
        List<LocalDate> dates = new ArrayList<>();
        for (YearMonth month = YearMonth.from(today); dates.size() < count; month = month.plusMonths(1)) {
            LocalDate expiry = shifted(month.atEndOfMonth().with(TemporalAdjusters.previousOrSame(weekday)));
            if (!expiry.isBefore(today)) {
                dates.add(expiry);
            }
        }
        return dates;
    }

    /// The next weeks, then months and quarters, each date once.
    List<LocalDate> weeklyAndMonthly(DayOfWeek weekday, int weeks, int months) {
        TreeSet<LocalDate> dates = new TreeSet<>(monthly(weekday, months));
        LocalDate day = today.with(TemporalAdjusters.nextOrSame(weekday));
        if (shifted(day).isBefore(today)) {
            day = day.plusWeeks(1);
        }
        for (int week = 0; week < weeks; week++) {
            dates.add(shifted(day.plusWeeks(week)));
        }
        return List.copyOf(dates);
    }

    /// Expiries on a fixed day of the month, as on MCX and CDS.
    List<LocalDate> onDayOfMonth(int day, int count) {
        List<LocalDate> dates = new ArrayList<>();
        for (YearMonth month = YearMonth.from(today); dates.size() < count; month = month.plusMonths(1)) {
            LocalDate expiry = shifted(month.atDay(Math.min(day, month.lengthOfMonth())));
            if (!expiry.isBefore(today)) {
                dates.add(expiry);
            }
        }
        return dates;
    }

    private LocalDate shifted(LocalDate date) {
        return calendar.latestTradingDay(date);
    }
}
