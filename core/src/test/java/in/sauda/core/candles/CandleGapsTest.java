package in.sauda.core.candles;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.CandleGaps.Gap;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleGapsTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private static long at(LocalDate day, String time) {
        return IndiaTime.epochMillis(day, LocalTime.parse(time));
    }

    private static List<Candle> minutes(LocalDate day, String from, String to) {
        List<Candle> candles = new ArrayList<>();
        for (long start = at(day, from); start < at(day, to); start += 60_000L) {
            candles.add(new Candle(start, 100, 100, 100, 100, 10, 0));
        }
        return candles;
    }

    private static List<Gap> gaps(List<Candle> candles, LocalDate from, LocalDate to, long until) {
        return CandleGaps.of(TradingCalendar.bundled(), SessionClass.CASH, candles, from, to, until);
    }

    @Test
    void namesEveryRowOfMissingMinutesAndNoWeekend() {
        List<Candle> candles = minutes(FRIDAY, "09:15", "10:00");
        candles.addAll(minutes(FRIDAY, "10:03", "15:30"));
        LocalDate monday = FRIDAY.plusDays(3);
        assertThat(gaps(candles, FRIDAY, monday, Long.MAX_VALUE))
                .containsExactly(new Gap(FRIDAY, at(FRIDAY, "10:00"), 3), new Gap(monday, at(monday, "09:15"), 375));
    }

    @Test
    void missesNothingThatHasNotBeen() {
        assertThat(gaps(minutes(FRIDAY, "09:15", "11:00"), FRIDAY, FRIDAY, at(FRIDAY, "11:00")))
                .isEmpty();
    }
}
