package in.sauda.core.candlefile;

import in.sauda.core.calendar.PhaseSpan;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// The continuous hours of one kind of instrument, day by day. On a day the calendar holds to be closed they are the
/// usual ones: data of a day that traded is worth more than a table that does not know it.
final class SessionHours {
    /// @param open first millisecond of continuous trading
    /// @param close first millisecond after it
    /// @param scheduled false when the calendar knows no trading on that day
    record Day(long open, long close, boolean scheduled) {
        boolean holds(long startMillis) {
            return startMillis >= open && startMillis < close;
        }
    }

    private final TradingCalendar calendar;
    private final SessionClass sessionClass;
    private final Map<Long, Day> days = new HashMap<>();
    private long lastStart = Long.MIN_VALUE;
    private Day last = new Day(0, 0, false);

    SessionHours(TradingCalendar calendar, SessionClass sessionClass) {
        this.calendar = calendar;
        this.sessionClass = sessionClass;
    }

    Day day(long millis) {
        long start = IndiaTime.startOfDay(millis);
        if (start != lastStart) {
            last = days.computeIfAbsent(start, this::load);
            lastStart = start;
        }
        return last;
    }

    private Day load(long startOfDay) {
        LocalDate date = IndiaTime.date(startOfDay);
        LocalDate like = date;
        while (!calendar.trades(sessionClass, like)) {
            like = calendar.previousTradingDay(like);
        }
        PhaseSpan span = calendar.continuous(sessionClass, like);
        return new Day(
                IndiaTime.epochMillis(date, span.start()),
                IndiaTime.epochMillis(date, span.end()),
                calendar.trades(sessionClass, date));
    }
}
