package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class BarColumnsTest {
    private final WalkSeries series = WalkSeries.minutes(20, 200, 3);
    private final SeriesIndex index = new SeriesIndex();
    private final BarColumns columns = new BarColumns();

    @Property(tries = 200)
    void everyVisibleBarIsInExactlyOneColumn(
            @ForAll @IntRange(min = 50, max = 2_000) int width,
            @ForAll @DoubleRange(min = 0.01, max = 1) double zoom,
            @ForAll @DoubleRange(min = -3_000, max = 3_000) double pan) {
        index.refresh(series);
        Viewport view = new Viewport();
        view.reset(series.size());
        view.resize(width);
        view.zoom(zoom, width / 2.0);
        view.pan(pan);
        columns.fill(series, index.pyramid(), view, 1);
        int next = columns.from(0);
        assertThat(next).isLessThanOrEqualTo(view.firstVisible());
        for (int column = 0; column < columns.count(); column++) {
            assertThat(columns.from(column)).isEqualTo(next);
            next = columns.to(column);
        }
        assertThat(next).isGreaterThanOrEqualTo(view.endVisible() - 1).isLessThanOrEqualTo(series.size());
    }

    @Property(tries = 50)
    void aColumnReachesFromTheLowestToTheHighestOfItsBars(@ForAll @IntRange(min = 50, max = 900) int width) {
        index.refresh(series);
        Viewport view = new Viewport();
        view.reset(series.size());
        view.resize(width);
        view.showAll();
        columns.fill(series, index.pyramid(), view, 1);
        for (int column = 0; column < columns.count(); column++) {
            if (columns.filled(column)) {
                assertThat(columns.low(column)).isEqualTo(lowest(columns.from(column), columns.to(column)));
                assertThat(columns.high(column)).isEqualTo(highest(columns.from(column), columns.to(column)));
            }
        }
    }

    private long lowest(int from, int to) {
        long low = Long.MAX_VALUE;
        for (int bar = from; bar < to; bar++) {
            low = Math.min(low, series.low(bar));
        }
        return low;
    }

    private long highest(int from, int to) {
        long high = Long.MIN_VALUE;
        for (int bar = from; bar < to; bar++) {
            high = Math.max(high, series.high(bar));
        }
        return high;
    }
}
