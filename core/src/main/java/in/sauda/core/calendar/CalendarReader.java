package in.sauda.core.calendar;

import in.sauda.core.calendar.TradingCalendar.Row;
import in.sauda.core.calendar.TradingCalendar.Special;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the lines of a calendar file and refuses what cannot be meant, with line and reason. One use.
final class CalendarReader {
    private static final Set<SessionClass> EQUITY = Set.of(
            SessionClass.CASH_WITH_DERIVATIVES,
            SessionClass.CASH,
            SessionClass.INDEX,
            SessionClass.EQUITY_FUTURES,
            SessionClass.EQUITY_OPTIONS);

    /// A row and where it stands.
    private record Placed<T>(int line, T row) {}

    private final List<Placed<Row>> rows = new ArrayList<>();
    private final List<Placed<Special>> specials = new ArrayList<>();
    private final Map<LocalDate, String> holidays = new LinkedHashMap<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private int line;

    TradingCalendar read(List<String> lines) throws CalendarException {
        for (String text : lines) {
            line++;
            String stripped = text.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                take(stripped.split("\\s*,\\s*", -1));
            }
        }
        for (SessionClass market : SessionClass.values()) {
            boolean trades = rows.stream()
                    .anyMatch(placed -> placed.row().sessionClass() == market
                            && placed.row().span().phase() == Phase.CONTINUOUS);
            if (!trades) {
                throw new CalendarException(
                        "The calendar has no continuous trading for " + market + "; every class needs a session.");
            }
        }
        return new TradingCalendar(
                rows.stream().map(Placed::row).toList(),
                holidays,
                specials.stream().map(Placed::row).toList(),
                announcements);
    }

    private void take(String[] cells) throws CalendarException {
        switch (cells[0]) {
            case "session" -> session(cells);
            case "holiday" -> holiday(cells);
            case "special" -> special(cells);
            case "event" -> event(cells);
            default -> throw wrong("begins with '" + cells[0] + "'; it must be session, holiday, special or event");
        }
    }

    private void session(String[] cells) throws CalendarException {
        count(cells, 7, "session,CLASS,first day,last day,PHASE,from,to");
        LocalDate from = date(cells[2]);
        LocalDate to = date(cells[3]);
        if (to.isBefore(from)) {
            throw wrong("ends on " + to + ", before it begins");
        }
        for (SessionClass market : classes(cells[1])) {
            Row row = new Row(market, from, to, span(cells[4], cells[5], cells[6]));
            for (Placed<Row> other : rows) {
                Row known = other.row();
                boolean sameDays =
                        known.sessionClass() == market && !known.from().isAfter(to) && !from.isAfter(known.to());
                if (sameDays && overlap(known.span(), row.span())) {
                    throw wrong("overlaps line " + other.line());
                }
            }
            rows.add(new Placed<>(line, row));
        }
    }

    private void holiday(String[] cells) throws CalendarException {
        count(cells, 3, "holiday,day,occasion");
        LocalDate day = date(cells[1]);
        if (holidays.put(day, cells[2]) != null) {
            throw wrong("names " + day + " a second time");
        }
    }

    private void event(String[] cells) throws CalendarException {
        count(cells, 4, "event,day,time,occasion");
        announcements.add(new Announcement(date(cells[1]), time(cells[2]), cells[3]));
    }

    private void special(String[] cells) throws CalendarException {
        count(cells, 7, "special,day,CLASS,PHASE,from,to,occasion");
        LocalDate day = date(cells[1]);
        for (SessionClass market : classes(cells[2])) {
            Special row = new Special(day, market, span(cells[3], cells[4], cells[5]), cells[6]);
            for (Placed<Special> other : specials) {
                Special known = other.row();
                if (known.day().equals(day) && known.sessionClass() == market && overlap(known.span(), row.span())) {
                    throw wrong("overlaps line " + other.line());
                }
            }
            specials.add(new Placed<>(line, row));
        }
    }

    private static boolean overlap(PhaseSpan one, PhaseSpan other) {
        return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
    }

    private void count(String[] cells, int wanted, String form) throws CalendarException {
        if (cells.length != wanted) {
            throw wrong("has " + cells.length + " fields instead of " + wanted + ": " + form);
        }
    }

    private Set<SessionClass> classes(String name) throws CalendarException {
        return switch (name) {
            case "ALL" -> Set.of(SessionClass.values());
            case "EQUITY" -> EQUITY;
            default -> Set.of(constant(SessionClass.class, name, "class"));
        };
    }

    private PhaseSpan span(String phase, String from, String to) throws CalendarException {
        Phase named = constant(Phase.class, phase, "phase");
        if (named == Phase.CLOSED) {
            throw wrong("has the phase CLOSED; what is not listed is closed");
        }
        PhaseSpan span = new PhaseSpan(named, time(from), time(to));
        if (!span.start().isBefore(span.end())) {
            throw wrong("ends at " + span.end() + ", not after its start");
        }
        return span;
    }

    private <E extends Enum<E>> E constant(Class<E> kind, String name, String what) throws CalendarException {
        for (E known : kind.getEnumConstants()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        throw wrong("names the " + what + " '" + name + "'; there are " + Arrays.toString(kind.getEnumConstants()));
    }

    private LocalDate date(String text) throws CalendarException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw wrong("has '" + text + "' where a day like 2026-11-10 must stand");
        }
    }

    private LocalTime time(String text) throws CalendarException {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException none) {
            throw wrong("has '" + text + "' where a time like 09:15 must stand");
        }
    }

    private CalendarException wrong(String reason) {
        return new CalendarException(line, reason);
    }
}
