package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalMarksTest {
    private final SignalMarks marks = new SignalMarks();
    private final SeriesIndex index = new SeriesIndex();
    private final WalkSeries minutes = WalkSeries.minutes(2, 3);

    @Test
    void placesAMinuteSignalOnTheBarOfAWiderTimeframeThatContainsIt() {
        WalkSeries quarters = new WalkSeries(Timeframe.M15, 1);
        for (int bar = 0; bar < 10; bar++) {
            long start = IndiaTime.epochMillis(WalkSeries.LAST_DAY, LocalTime.of(9, 15)) + bar * 900_000L;
            quarters.append(new Candle(start, 100, 110, 90, 105, 10, 0));
        }
        index.refresh(quarters);
        int minute = 375 + 47;
        marks.set(List.of(ChartFixture.signal(1, minutes, minute, "MOMENTUM_LONG")));
        marks.update(quarters, index);
        assertThat(marks.bar(0)).isEqualTo(3);
    }

    @Test
    void leavesOutSignalsFromBeforeTheHistory() {
        WalkSeries today = WalkSeries.minutes(1, 3);
        index.refresh(today);
        marks.set(List.of(ChartFixture.signal(1, minutes, 10, "MOMENTUM_LONG")));
        marks.update(today, index);
        assertThat(marks.bar(0)).isEqualTo(-1);
    }

    @Test
    void addsASignalOnceAndKeepsTimeOrder() {
        index.refresh(minutes);
        Signal late = ChartFixture.signal(2, minutes, 500, "MOMENTUM_LONG");
        Signal early = ChartFixture.signal(1, minutes, 400, "MOMENTUM_SHORT");
        marks.add(late);
        marks.add(early);
        marks.add(late);
        marks.update(minutes, index);
        assertThat(marks.count()).isEqualTo(2);
        assertThat(marks.bar(0)).isEqualTo(400);
        assertThat(marks.isShort(0)).isTrue();
        assertThat(marks.bar(1)).isEqualTo(500);
        assertThat(marks.isShort(1)).isFalse();
    }
}
