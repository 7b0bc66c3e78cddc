package in.sauda.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
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

    @Test
    void admitsNotKnowingAYear() {
        assertThat(calendar.knowsYear(2026)).isTrue();
        assertThat(calendar.knowsYear(2027)).isFalse();
    }
}
