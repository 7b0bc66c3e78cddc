package in.sauda.app.chart;

import in.sauda.core.indicators.Bollinger;
import in.sauda.core.indicators.Macd;
import in.sauda.core.indicators.RelativeStrength;
import in.sauda.core.indicators.SimpleAverage;
import in.sauda.core.indicators.SmoothedAverage;
import in.sauda.core.indicators.Supertrend;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An indicator a chart can draw, computed by the engine's own classes from closed bars.
enum Study {
    EMA_9("EMA 9", false, 0),
    EMA_21("EMA 21", false, 1),
    EMA_50("EMA 50", false, 2),
    SMA_20("SMA 20", false, 3),
    VWAP_BANDS("VWAP bands ±1, ±2", false, 4),
    BOLLINGER("Bollinger 20, 2", false, 5),
    SUPERTREND("Supertrend 7, 3", false, 6),
    CPR("CPR of the day before", false, 7),
    RSI("RSI 14", true, 8),
    MACD("MACD 12, 26, 9", true, 9);

    private final String title;
    private final boolean below;
    private final int colour;

    Study(String title, boolean below, int colour) {
        this.title = title;
        this.below = below;
        this.colour = colour;
    }

    /// For people.
    String title() {
        return title;
    }

    /// True when it is drawn in a pane of its own below the prices.
    boolean below() {
        return below;
    }

    /// Number of its colour in the theme.
    int colour() {
        return colour;
    }

    /// Stable name for the settings.
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Study> named(String id) {
        return List.of(values()).stream().filter(study -> study.id().equals(id)).findFirst();
    }

    /// The lines of this study over all closed bars.
    StudyLines compute(StudyInput bars) {
        return switch (this) {
            case EMA_9 -> average(bars, 9);
            case EMA_21 -> average(bars, 21);
            case EMA_50 -> average(bars, 50);
            case SMA_20 -> simple(bars);
            case VWAP_BANDS -> SessionStudies.vwapBands(bars);
            case CPR -> SessionStudies.pivots(bars);
            case BOLLINGER -> bollinger(bars);
            case SUPERTREND -> supertrend(bars);
            case RSI -> strength(bars);
            case MACD -> macd(bars);
        };
    }

    private StudyLines average(StudyInput bars, int length) {
        StudyLines lines = new StudyLines(this, bars.size(), 1);
        SmoothedAverage average = SmoothedAverage.ema(length);
        for (int bar = 0; bar < bars.size(); bar++) {
            average.add(bars.close(bar));
            lines.set(bar, average.value());
        }
        return lines;
    }

    private StudyLines simple(StudyInput bars) {
        StudyLines lines = new StudyLines(this, bars.size(), 1);
        SimpleAverage average = new SimpleAverage(20);
        for (int bar = 0; bar < bars.size(); bar++) {
            average.add(bars.close(bar));
            lines.set(bar, average.value());
        }
        return lines;
    }

    private StudyLines bollinger(StudyInput bars) {
        StudyLines lines = new StudyLines(this, bars.size(), 3);
        Bollinger bands = new Bollinger(20, 2);
        for (int bar = 0; bar < bars.size(); bar++) {
            bands.add(bars.close(bar));
            lines.set(bar, bands.value(), bands.upper(), bands.lower());
        }
        return lines;
    }

    private StudyLines supertrend(StudyInput bars) {
        StudyLines lines = new StudyLines(this, bars.size(), 2);
        Supertrend trend = new Supertrend(7, 3);
        for (int bar = 0; bar < bars.size(); bar++) {
            trend.add(bars.high(bar), bars.low(bar), bars.close(bar));
            lines.set(bar, trend.rising() ? trend.value() : Double.NaN, trend.rising() ? Double.NaN : trend.value());
        }
        return lines;
    }

    private StudyLines strength(StudyInput bars) {
        StudyLines lines = new StudyLines(this, bars.size(), 1);
        RelativeStrength strength = new RelativeStrength(14);
        for (int bar = 0; bar < bars.size(); bar++) {
            strength.add(bars.close(bar));
            lines.set(bar, strength.value());
        }
        return lines;
    }

    private StudyLines macd(StudyInput bars) {
        StudyLines lines = new StudyLines(this, bars.size(), 3);
        Macd macd = new Macd(12, 26, 9);
        for (int bar = 0; bar < bars.size(); bar++) {
            macd.add(bars.close(bar));
            lines.set(bar, macd.value(), macd.signal(), macd.histogram());
        }
        return lines;
    }
}
