package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTicksTest {
    private static final double CHARACTER_PIXELS = 7;

    private final SeriesIndex index = new SeriesIndex();
    private final Viewport view = new Viewport();
    private final TimeTicks ticks = new TimeTicks(label -> label.length() * CHARACTER_PIXELS);

    private void show(WalkSeries series, double width) {
        index.refresh(series);
        view.reset(series.size());
        view.resize(width);
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (int tick = 0; tick < ticks.count(); tick++) {
            labels.add(ticks.label(tick));
        }
        return labels;
    }

    @Test
    void putsTheDateExactlyWhereASessionStarts() {
        WalkSeries series = WalkSeries.minutes(3, 1);
        show(series, 1_200);
        view.showAll();
        ticks.update(series, index, view);
        List<Integer> starts = new ArrayList<>();
        for (int tick = 0; tick < ticks.count(); tick++) {
            if (ticks.sessionStart(tick)) {
                starts.add(ticks.bar(tick));
            }
        }
        assertThat(starts).containsExactly(0, 375, 750);
        assertThat(labels()).contains("18-Nov", "19-Nov", "20-Nov", "12:00");
    }

    @Test
    void labelsRoundTimesInIndiaTime() {
        WalkSeries series = WalkSeries.minutes(1, 60, 1);
        show(series, 700);
        ticks.update(series, index, view);
        assertThat(labels()).containsExactly("20-Nov", "09:30", "09:40", "09:50", "10:00", "10:10");
    }

    @Test
    void showsTheDateWhenNoSessionStartsOnScreen() {
        WalkSeries series = WalkSeries.minutes(2, 1);
        show(series, 800);
        ticks.update(series, index, view);
        assertThat(labels().getFirst()).startsWith("20-Nov ");
        assertThat(labels().get(1)).matches("\\d\\d:\\d\\d");
    }

    @Test
    void labelsTheFirstBarAfterAMissingRoundMinute() {
        WalkSeries series = new WalkSeries(Timeframe.M1, 1);
        for (int minute = 0; minute < 60; minute++) {
            if (minute != 25) {
                long start = IndiaTime.epochMillis(WalkSeries.LAST_DAY, LocalTime.of(9, 15)) + minute * 60_000L;
                series.append(new Candle(start, 100, 110, 90, 105, 10, 0));
            }
        }
        show(series, 700);
        ticks.update(series, index, view);
        assertThat(labels()).contains("09:30", "09:41", "09:50").doesNotContain("09:40");
    }

    @Test
    void namesMonthsOnDailyBars() {
        WalkSeries series = new WalkSeries(Timeframe.D1, 5);
        for (int day = 0; day < 90; day++) {
            LocalDate date = LocalDate.of(2026, 8, 20).plusDays(day);
            series.append(new Candle(IndiaTime.epochMillis(date, LocalTime.of(9, 15)), 100, 110, 90, 105, 10, 0));
        }
        show(series, 900);
        ticks.update(series, index, view);
        assertThat(labels()).contains("Sep 2026", "Oct 2026", "Nov 2026");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.004, 0.02, 0.1, 0.3, 0.7, 1, 1.7, 3, 7})
    void neverLetsLabelsTouch(double zoom) {
        WalkSeries series = WalkSeries.minutes(60, 200, 9);
        show(series, 900);
        view.zoom(zoom, 900);
        ticks.update(series, index, view);
        assertThat(ticks.count()).isPositive();
        double right = Double.NEGATIVE_INFINITY;
        for (int tick = 0; tick < ticks.count(); tick++) {
            double half = ticks.label(tick).length() * CHARACTER_PIXELS / 2;
            double left = Math.max(0, view.centre(ticks.bar(tick)) - half);
            assertThat(left).isGreaterThan(right);
            right = left + 2 * half;
        }
    }
}
