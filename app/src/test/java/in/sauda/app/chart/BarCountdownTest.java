package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.time.IndiaTime;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarCountdownTest {
    private final BarCountdown countdown = new BarCountdown(
            TradingCalendar.bundled(), ChartFixture.instrument("RELIANCE-EQ", InstrumentCategory.EQUITY));

    /// A stock with derivatives trades continuously until 15:15 since 3 Aug 2026.
    @ParameterizedTest
    @CsvSource({
        "M1, 10:00, 10:00:00, 01:00",
        "M1, 10:00, 10:00:18, 00:42",
        "M1, 10:00, 10:00:59, 00:01",
        "M1, 10:00, 10:01:00, 00:00",
        "M1, 10:00, 10:03:00, 00:00",
        "M5, 10:00, 10:01:30, 03:30",
        "H1, 10:15, 10:15:00, 1:00:00",
        "H1, 14:15, 15:00:00, 15:00",
        "H1, 15:00, 15:05:00, 10:00",
        "D1, 09:15, 14:00:00, 1:15:00"
    })
    void countsDownToTheCloseOfTheBarOrOfTheSession(Timeframe timeframe, LocalTime start, LocalTime now, String text) {
        long startMillis = IndiaTime.epochMillis(WalkSeries.LAST_DAY, start);
        long nowMillis = IndiaTime.epochMillis(WalkSeries.LAST_DAY, now);
        assertThat(countdown.text(startMillis, timeframe, nowMillis)).isEqualTo(text);
    }
}
