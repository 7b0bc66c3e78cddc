package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class SeriesIndexTest {
    private final WalkSeries series = WalkSeries.minutes(4, 100, 11);
    private final SeriesIndex index = new SeriesIndex();

    private long highest() {
        index.pyramid().query(0, series.size());
        return index.pyramid().high();
    }

    private Candle raised(int bar, long high) {
        Candle old = series.candle(bar);
        return new Candle(old.startMillis(), old.open(), high, old.low(), old.close(), old.volume(), Candle.REVISED);
    }

    @Test
    void reportsAChangeOnlyWhenTheRevisionMoved() {
        assertThat(index.refresh(series)).isTrue();
        assertThat(index.refresh(series)).isFalse();
        series.tickLast(132_000);
        assertThat(index.refresh(series)).isTrue();
    }

    @Test
    void seesTheGrowingLastBarAtOnce() {
        index.refresh(series);
        series.tickLast(9_999_000);
        index.refresh(series);
        assertThat(highest()).isEqualTo(9_999_000);
    }

    @Test
    void seesALateTickInABarClosedMinutesAgo() {
        index.refresh(series);
        int bar = series.size() - 6;
        series.replace(bar, raised(bar, 8_888_000));
        index.refresh(series);
        assertThat(highest()).isEqualTo(8_888_000);
    }

    @Test
    void seesACorrectionOfAnOldBarAfterAFullSweep() {
        index.refresh(series);
        series.replace(3, raised(3, 7_777_000));
        int frames = series.size() / SeriesIndex.SWEEP_BARS + 2;
        for (int frame = 0; frame < frames; frame++) {
            series.tickLast(series.close(series.size() - 1));
            index.refresh(series);
        }
        assertThat(highest()).isEqualTo(7_777_000);
    }

    @Test
    void readsEverythingAgainWhenABackfillInsertsBars() {
        index.refresh(series);
        long layout = index.layoutChanges();
        Candle first = series.candle(0);
        series.insert(0, new Candle(first.startMillis() - 86_400_000L, 1, 6_666_000, 1, 1, 1, Candle.HISTORY));
        index.refresh(series);
        assertThat(highest()).isEqualTo(6_666_000);
        assertThat(index.layoutChanges()).isGreaterThan(layout);
        assertThat(index.sessions().count()).isEqualTo(5);
    }

    @Test
    void findsWhereSessionsStart() {
        index.refresh(series);
        assertThat(index.sessions().count()).isEqualTo(4);
        for (int session = 0; session < 4; session++) {
            assertThat(index.sessions().start(session)).isEqualTo(session * WalkSeries.SESSION_MINUTES);
            assertThat(index.sessions().sessionOf(session * WalkSeries.SESSION_MINUTES + 99))
                    .isEqualTo(session);
        }
        assertThat(index.sessions().end(3, series.size())).isEqualTo(series.size());
    }

    @Test
    void callsACalendarMonthASessionOnDailyBars() {
        WalkSeries daily = new WalkSeries(Timeframe.D1, 5);
        for (LocalDate day = LocalDate.of(2026, 9, 28);
                day.isBefore(LocalDate.of(2026, 11, 4));
                day = day.plusDays(1)) {
            long start = IndiaTime.epochMillis(day, LocalTime.of(9, 15));
            daily.append(new Candle(start, 100, 110, 90, 105, 10, 0));
        }
        index.refresh(daily);
        assertThat(index.sessions().count()).isEqualTo(3);
        assertThat(index.sessions().start(1)).isEqualTo(3);
        assertThat(index.sessions().start(2)).isEqualTo(34);
    }
}
