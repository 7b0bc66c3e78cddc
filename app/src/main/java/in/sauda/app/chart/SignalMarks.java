package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.signals.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Strategy signals placed on the bars that contain them. Owned by the JavaFX thread.
final class SignalMarks {
    /// How far below or above a bar its triangle starts.
    static final double GAP_PIXELS = 6;
    static final double SIZE_PIXELS = 9;

    private static final double REACH_PIXELS = 9;

    private final List<Signal> signals = new ArrayList<>();
    private int[] bars = new int[0];
    private long layoutChanges = -1;

    void set(List<Signal> newSignals) {
        signals.clear();
        signals.addAll(newSignals);
        signals.sort(Comparator.comparingLong(Signal::candleMillis));
        layoutChanges = -1;
    }

    void add(Signal signal) {
        if (signals.stream().noneMatch(known -> known.id() == signal.id())) {
            signals.add(signal);
            signals.sort(Comparator.comparingLong(Signal::candleMillis));
            layoutChanges = -1;
        }
    }

    /// Finds the bars again after bars came or moved.
    void update(BarSeries series, SeriesIndex index) {
        if (layoutChanges == index.layoutChanges()) {
            return;
        }
        layoutChanges = index.layoutChanges();
        if (bars.length != signals.size()) {
            bars = new int[signals.size()];
        }
        for (int i = 0; i < bars.length; i++) {
            bars[i] = BarSearch.lastAtOrBefore(
                    series, index.pyramid().size(), signals.get(i).candleMillis());
        }
    }

    int count() {
        return bars.length;
    }

    /// Bar of a mark, -1 when the series does not reach back to it.
    int bar(int mark) {
        return bars[mark];
    }

    Signal signal(int mark) {
        return signals.get(mark);
    }

    /// True for a mark that points down from above its bar.
    boolean isShort(int mark) {
        String type = signals.get(mark).type().toUpperCase(Locale.ROOT);
        return type.contains("SHORT") || type.contains("SELL");
    }

    /// Signal whose triangle is under the pointer.
    @Nullable
    Signal at(double x, double y, ChartModel model) {
        for (int mark = bars.length - 1; mark >= 0; mark--) {
            if (bars[mark] >= 0
                    && Math.abs(x - model.view().centre(bars[mark])) <= REACH_PIXELS
                    && Math.abs(y - middleY(mark, model)) <= REACH_PIXELS) {
                return signals.get(mark);
            }
        }
        return null;
    }

    /// Tip of the triangle, the end that points at the bar.
    double tipY(int mark, ChartModel model) {
        BarSeries series = model.bars();
        return isShort(mark)
                ? model.priceScale().y(series.high(bars[mark])) - GAP_PIXELS
                : model.priceScale().y(series.low(bars[mark])) + GAP_PIXELS;
    }

    private double middleY(int mark, ChartModel model) {
        return tipY(mark, model) + (isShort(mark) ? -SIZE_PIXELS / 2 : SIZE_PIXELS / 2);
    }
}
