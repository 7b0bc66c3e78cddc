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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Trading days and dated session tables, read from data: exchanges change them several times a year.
///
/// Source of the bundled tables: NSE circulars summarised in the project's rules, 8.1 and 8.2. Immutable and safe from
/// any thread.
public final class TradingCalendar {
    private record Row(SessionClass sessionClass, LocalDate from, LocalDate to, PhaseSpan span) {}

    private final List<Row> rows;
    private final Set<LocalDate> holidays;
    private final Set<Integer> knownYears;

    private TradingCalendar(List<Row> rows, Set<LocalDate> holidays) {
        this.rows = List.copyOf(rows);
        this.holidays = Set.copyOf(holidays);
        Set<Integer> years = new HashSet<>();
        holidays.forEach(day -> years.add(day.getYear()));
        this.knownYears = Set.copyOf(years);
    }

    /// The tables shipped with this version.
    public static TradingCalendar bundled() {
        List<Row> rows = new ArrayList<>();
        for (String[] cells : readCsv("sessions.csv")) {
            rows.add(new Row(
                    SessionClass.valueOf(cells[0]),
                    LocalDate.parse(cells[1]),
                    LocalDate.parse(cells[2]),
                    new PhaseSpan(Phase.valueOf(cells[3]), LocalTime.parse(cells[4]), LocalTime.parse(cells[5]))));
        }
        Set<LocalDate> holidays = new HashSet<>();
        readCsv("holidays.csv").forEach(cells -> holidays.add(LocalDate.parse(cells[0])));
        return new TradingCalendar(rows, holidays);
    }

    private static List<String[]> readCsv(String name) {
        try (InputStream stream = Objects.requireNonNull(TradingCalendar.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isTradingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(date);
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
        if (!isTradingDay(date)) {
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
