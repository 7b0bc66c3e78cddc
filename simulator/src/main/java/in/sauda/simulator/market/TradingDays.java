package in.sauda.simulator.market;

import in.sauda.core.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Trading days counted backwards from the simulated date: 0 is the date itself, 1 the trading day before. Safe from
/// any thread.
public final class TradingDays {
    private final TradingCalendar calendar;
    private final List<LocalDate> days = new ArrayList<>();

    public TradingDays(TradingCalendar calendar, LocalDate today) {
        this.calendar = calendar;
        days.add(today);
    }

    public LocalDate today() {
        return date(0);
    }

    public synchronized LocalDate date(int back) {
        while (days.size() <= back) {
            days.add(calendar.previousTradingDay(days.getLast()));
        }
        return days.get(back);
    }

    /// How many trading days lie between the first trading day on or after this date and today; -1 for the future.
    public int back(LocalDate date) {
        int back = 0;
        while (date(back).isAfter(date)) {
            back++;
        }
        boolean exact = date(back).equals(date);
        return exact ? back : back - 1;
    }
}
