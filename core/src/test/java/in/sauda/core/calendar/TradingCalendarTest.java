package in.sauda.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingCalendarTest {
    private final TradingCalendar calendar = TradingCalendar.bundled();

    @ParameterizedTest
    @CsvSource(textBlock = """
            EQUITY_OPTIONS,        2026-07-31, 15:35, CLOSED
            EQUITY_OPTIONS,        2026-08-03, 15:35, CONTINUOUS
            EQUITY_OPTIONS,        2026-08-03, 15:40, CLOSED
            EQUITY_OPTIONS,        2026-08-03, 09:05, CLOSED
            EQUITY_FUTURES,        2026-08-03, 09:05, PRE_OPEN
            EQUITY_FUTURES,        2025-12-05, 09:05, CLOSED
            CASH_WITH_DERIVATIVES, 2026-07-31, 15:20, CONTINUOUS
            CASH_WITH_DERIVATIVES, 2026-08-03, 15:14, CONTINUOUS
            CASH_WITH_DERIVATIVES, 2026-08-03, 15:15, CLOSING_AUCTION
            CASH_WITH_DERIVATIVES, 2026-08-03, 15:35, CLOSED
            CASH,                  2026-08-03, 15:20, CONTINUOUS
            CASH,                  2026-08-03, 15:55, POST_CLOSE
            CURRENCY,              2026-08-03, 16:59, CONTINUOUS
            COMMODITY,             2026-08-03, 23:29, CONTINUOUS
            CASH,                  2026-11-10, 10:00, CLOSED
            CASH,                  2026-11-08, 18:30, CONTINUOUS
            EQUITY_OPTIONS,        2026-11-08, 10:00, CLOSED
            CASH,                  2024-03-02, 09:30, CONTINUOUS
            CASH,                  2024-03-02, 10:30, CLOSED
            CASH,                  2024-03-02, 11:30, CONTINUOUS
            CASH,                  2025-10-21, 14:00, CONTINUOUS
            COMMODITY,             2026-11-10, 16:59, CLOSED
            COMMODITY,             2026-11-10, 23:54, CONTINUOUS
            COMMODITY,             2026-06-26, 23:30, CLOSED
            COMMODITY,             2026-10-02, 18:00, CLOSED
            COMMODITY,             2026-01-05, 23:54, CONTINUOUS
            CASH,                  2026-11-21, 10:00, CLOSED
            """)
    void knowsThePhaseOfTheDay(SessionClass sessionClass, LocalDate date, LocalTime time, Phase expected) {
        assertThat(calendar.phaseAt(sessionClass, IndiaTime.epochMillis(date, time)))
                .isEqualTo(expected);
    }

    @Test
    void skipsWeekendsAndHolidays() {
        assertThat(calendar.previousTradingDay(LocalDate.of(2026, 11, 11))).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(calendar.nextTradingDay(LocalDate.of(2026, 11, 20))).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(calendar.latestTradingDay(LocalDate.of(2026, 11, 21))).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    /// Five minutes of muhurat belong to a day of their own; commodities alone make no trading day of shares.
    @Test
    void aSpecialSessionMakesATradingDayOfItsKind() {
        assertThat(calendar.isTradingDay(LocalDate.of(2026, 11, 8))).isTrue();
        assertThat(calendar.previousTradingDay(LocalDate.of(2026, 11, 9))).isEqualTo(LocalDate.of(2026, 11, 8));
        assertThat(calendar.isTradingDay(LocalDate.of(2026, 11, 10))).isFalse();
        assertThat(calendar.trades(SessionClass.COMMODITY, LocalDate.of(2026, 11, 10)))
                .isTrue();
    }

    @Test
    void aDayInTwoHalvesOpensWithTheFirstAndClosesWithTheSecond() {
        PhaseCache phases = new PhaseCache(calendar);
        LocalDate halves = LocalDate.of(2024, 5, 18);
        long noon = IndiaTime.epochMillis(halves, LocalTime.NOON);
        assertThat(phases.open(SessionClass.CASH, noon)).isEqualTo(IndiaTime.epochMillis(halves, LocalTime.of(9, 15)));
        assertThat(phases.close(SessionClass.CASH, noon))
                .isEqualTo(IndiaTime.epochMillis(halves, LocalTime.of(12, 30)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            holiday,2027-01-26                                                | has 2 fields instead of 3
            holiday,26-01-2027,Republic Day                                   | where a day like
            holiday,2026-01-26,Again                                          | a second time
            feast,2027-01-26,Republic Day                                     | it must be session, holiday, special or event
            event,2027-02-05,ten,Monetary policy                              | where a time like
            special,2027-01-03,SHARES,CONTINUOUS,10:00,11:00,Mock             | names the class 'SHARES'
            special,2027-01-03,CASH,OPEN,10:00,11:00,Mock                     | names the phase 'OPEN'
            special,2027-01-03,CASH,CONTINUOUS,11:00,10:00,Mock               | not after its start
            special,2026-11-08,CASH,CONTINUOUS,19:00,20:00,Mock               | overlaps line
            session,CASH,2026-08-03,9999-12-31,CLOSING_AUCTION,15:00,15:40    | overlaps line
            session,CURRENCY,2027-02-01,2027-01-01,POST_CLOSE,17:10,17:20     | before it begins
            """)
    void refusesALineThatCannotBeMeantWithItsNumberAndTheReason(String line, String reason) {
        List<String> lines = new ArrayList<>(CalendarFile.shipped());
        lines.add(line);
        assertThatThrownBy(() -> TradingCalendar.parse(lines))
                .isInstanceOf(CalendarException.class)
                .hasMessageStartingWith("Line " + lines.size() + " of the calendar")
                .hasMessageContaining(reason);
    }

    @Test
    void aFileInTheDataFolderIsUsedInsteadOfTheShippedTables(@TempDir Path home) throws IOException {
        assertThat(CalendarFile.of(home).own()).isFalse();
        List<String> lines = new ArrayList<>(CalendarFile.shipped());
        lines.add("holiday,2027-01-26,Republic Day");
        Path file = Files.write(home.resolve(CalendarFile.NAME), lines);
        CalendarFile.Loaded loaded = CalendarFile.of(home);
        assertThat(loaded.own()).isTrue();
        assertThat(loaded.calendar().knowsYear(2027)).isTrue();
        assertThat(loaded.calendar().isTradingDay(LocalDate.of(2027, 1, 26))).isFalse();
        Files.writeString(file, "nonsense");
        CalendarFile.Loaded broken = CalendarFile.of(home);
        assertThat(broken.own()).isFalse();
        assertThat(broken.problem()).startsWith("Line 1 of the calendar begins with 'nonsense'");
        assertThat(broken.calendar().knowsYear(2026)).isTrue();
    }

    @Test
    void admitsNotKnowingAYear() {
        assertThat(calendar.knowsYear(2026)).isTrue();
        assertThat(calendar.knowsYear(2027)).isFalse();
    }
}
