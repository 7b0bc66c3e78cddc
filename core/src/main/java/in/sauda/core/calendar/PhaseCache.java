package in.sauda.core.calendar;

import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The phases of the day last asked for, as plain numbers: the tick path asks a hundred thousand times a second.
///
/// A day the calendar holds to be closed counts as continuous trading and {@link #unknownDays()} says so: a wrong table
/// must not blind the application (rules 8.1). Not thread safe; every user has its own.
public final class PhaseCache {
    private static final long DAY_MILLIS = 86_400_000L;
    private static final int USUAL_OPEN_MILLIS = (9 * 60 + 15) * 60_000;

    private static final class Day {
        private long start = Long.MIN_VALUE;
        private Phase[] phases = new Phase[0];
        private long[] starts = new long[0];
        private long[] ends = new long[0];
        private long open;
        private long close;
    }

    private final TradingCalendar calendar;
    private final Map<SessionClass, Day> days = new EnumMap<>(SessionClass.class);
    private long unknownDays;

    public PhaseCache(TradingCalendar calendar) {
        this.calendar = calendar;
        for (SessionClass sessionClass : SessionClass.values()) {
            days.put(sessionClass, new Day());
        }
    }

    public Phase at(SessionClass sessionClass, long epochMillis) {
        Day day = day(sessionClass, epochMillis);
        if (day.phases.length == 0) {
            return Phase.CONTINUOUS;
        }
        for (int i = 0; i < day.phases.length; i++) {
            if (epochMillis >= day.starts[i] && epochMillis < day.ends[i]) {
                return day.phases[i];
            }
        }
        return Phase.CLOSED;
    }

    /// As the tables have it: a day without trading is closed all day.
    public Phase scheduled(SessionClass sessionClass, long epochMillis) {
        Day day = day(sessionClass, epochMillis);
        return day.phases.length == 0 ? Phase.CLOSED : at(sessionClass, epochMillis);
    }

    /// Start of continuous trading on the day of that moment.
    public long open(SessionClass sessionClass, long epochMillis) {
        return day(sessionClass, epochMillis).open;
    }

    /// End of continuous trading on the day of that moment.
    public long close(SessionClass sessionClass, long epochMillis) {
        return day(sessionClass, epochMillis).close;
    }

    /// Days that were asked for although the calendar knows no trading on them.
    public long unknownDays() {
        return unknownDays;
    }

    private Day day(SessionClass sessionClass, long epochMillis) {
        Day day = Objects.requireNonNull(days.get(sessionClass));
        if (epochMillis < day.start || epochMillis >= day.start + DAY_MILLIS) {
            load(day, sessionClass, epochMillis);
        }
        return day;
    }

    private void load(Day day, SessionClass sessionClass, long epochMillis) {
        LocalDate date = IndiaTime.date(epochMillis);
        List<PhaseSpan> spans = calendar.phases(sessionClass, date);
        day.start = IndiaTime.startOfDay(epochMillis);
        day.phases = spans.stream().map(PhaseSpan::phase).toArray(Phase[]::new);
        day.starts = spans.stream()
                .mapToLong(span -> IndiaTime.epochMillis(date, span.start()))
                .toArray();
        day.ends = spans.stream()
                .mapToLong(span -> IndiaTime.epochMillis(date, span.end()))
                .toArray();
        day.open = day.start + USUAL_OPEN_MILLIS;
        day.close = day.start + DAY_MILLIS;
        boolean first = true;
        for (int i = 0; i < day.phases.length; i++) {
            if (day.phases[i] == Phase.CONTINUOUS) {
                day.open = first ? day.starts[i] : day.open;
                day.close = day.ends[i];
                first = false;
            }
        }
        if (spans.isEmpty()) {
            unknownDays++;
        }
    }
}
