package in.sauda.core.calendar;

import in.sauda.core.time.IndiaTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Trading days and dated session tables, read from data: exchanges change them several times a year.
///
/// Source of the bundled tables: NSE circulars summarised in the project's rules, 8.1 and 8.2. Immutable and safe from
/// any thread.
public final class TradingCalendar {
    /// Hours that hold from one day to another.
    record Row(SessionClass sessionClass, LocalDate from, LocalDate to, PhaseSpan span) {}

    /// Hours of one day, instead of the usual ones.
    public record Special(LocalDate day, SessionClass sessionClass, PhaseSpan span, String occasion) {}

    private final List<Row> rows;
    private final Map<LocalDate, String> holidays;
    private final Map<LocalDate, List<Special>> specials = new TreeMap<>();
    private final Set<Integer> knownYears;
    private final List<Announcement> announcements;

    TradingCalendar(
            List<Row> rows, Map<LocalDate, String> holidays, List<Special> specials, List<Announcement> announcements) {
        this.rows = List.copyOf(rows);
        this.announcements = List.copyOf(announcements);
        this.holidays = new TreeMap<>(holidays);
        specials.forEach(special -> this.specials
                .computeIfAbsent(special.day(), _ -> new ArrayList<>())
                .add(special));
        Set<Integer> years = new HashSet<>();
        holidays.keySet().forEach(day -> years.add(day.getYear()));
        this.knownYears = Set.copyOf(years);
    }

    /// The tables shipped with this version.
    public static TradingCalendar bundled() {
        return Shipped.CALENDAR;
    }

    /// Read once: many ask, and nothing changes it.
    private static final class Shipped {
        private static final TradingCalendar CALENDAR = read();

        private static TradingCalendar read() {
            try {
                return parse(shippedLines());
            } catch (CalendarException wrong) {
                throw new IllegalStateException("the shipped calendar is tested", wrong);
            }
        }
    }

    /// Reads the lines of a calendar file; the shipped one explains its form.
    ///
    /// @throws CalendarException when a line cannot be meant
    public static TradingCalendar parse(List<String> lines) throws CalendarException {
        return new CalendarReader().read(lines);
    }

    static List<String> shippedLines() {
        try (InputStream stream =
                        Objects.requireNonNull(TradingCalendar.class.getResourceAsStream("calendar.csv"), "calendar");
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Holidays with their occasions, in order.
    public Map<LocalDate, String> holidays() {
        return Collections.unmodifiableMap(holidays);
    }

    /// Known moments at which markets may jump, in the order of the file; the shipped calendar has none.
    public List<Announcement> announcements() {
        return announcements;
    }

    /// Special sessions of a day; usually none.
    public List<Special> specials(LocalDate date) {
        return List.copyOf(specials.getOrDefault(date, List.of()));
    }

    /// Days with special sessions, in order.
    public Set<LocalDate> specialDays() {
        return Collections.unmodifiableSet(specials.keySet());
    }

    /// True when shares trade on that day, be it in a special session.
    public boolean isTradingDay(LocalDate date) {
        return usual(date) || trades(SessionClass.CASH, date);
    }

    /// True when that kind of instrument trades continuously on that day.
    public boolean trades(SessionClass sessionClass, LocalDate date) {
        return phases(sessionClass, date).stream().anyMatch(span -> span.phase() == Phase.CONTINUOUS);
    }

    private boolean usual(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.containsKey(date);
    }

    /// False when no holiday list of that year is known; Monday to Friday is then only an assumption worth a warning.
    public boolean knowsYear(int year) {
        return knownYears.contains(year);
    }

    public LocalDate previousTradingDay(LocalDate date) {
        LocalDate day = date.minusDays(1);
        while (!isTradingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    public LocalDate nextTradingDay(LocalDate date) {
        LocalDate day = date.plusDays(1);
        while (!isTradingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /// The date itself if it is a trading day, else the one before.
    public LocalDate latestTradingDay(LocalDate date) {
        return isTradingDay(date) ? date : previousTradingDay(date);
    }

    /// Phases of one day in order; empty on a day without trading.
    public List<PhaseSpan> phases(SessionClass sessionClass, LocalDate date) {
        List<PhaseSpan> special = specials.getOrDefault(date, List.of()).stream()
                .filter(row -> row.sessionClass() == sessionClass)
                .map(Special::span)
                .toList();
        if (!special.isEmpty()) {
            return special;
        }
        if (!usual(date)) {
            return List.of();
        }
        return rows.stream()
                .filter(row -> row.sessionClass == sessionClass && !date.isBefore(row.from) && !date.isAfter(row.to))
                .map(Row::span)
                .toList();
    }

    public Phase phaseAt(SessionClass sessionClass, long epochMillis) {
        LocalTime time = IndiaTime.time(epochMillis);
        for (PhaseSpan span : phases(sessionClass, IndiaTime.date(epochMillis))) {
            if (!time.isBefore(span.start()) && time.isBefore(span.end())) {
                return span.phase();
            }
        }
        return Phase.CLOSED;
    }

    /// The continuous phase of a trading day.
    ///
    /// @throws IllegalArgumentException when nothing trades continuously on that day
    public PhaseSpan continuous(SessionClass sessionClass, LocalDate date) {
        return phases(sessionClass, date).stream()
                .filter(span -> span.phase() == Phase.CONTINUOUS)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(sessionClass + " does not trade on " + date));
    }
}
