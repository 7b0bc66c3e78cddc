package in.sauda.core.patterns;

import in.sauda.core.indicators.Bollinger;
import in.sauda.core.indicators.Keltner;
import in.sauda.core.indicators.SimpleAverage;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks for patterns in the bars of one instrument, bar by bar. One writer.
public final class PatternScanner {
    private static final int NARROWEST_OF = 7;
    private static final int VOLUME_BARS = 20;
    private static final int LEAST_VOLUME_BARS = 5;

    private final PatternProfile profile;
    private final StrictShapes strict = new StrictShapes();
    private final SimpleAverage fiveRanges = new SimpleAverage(5);
    private final double[] ranges = new double[NARROWEST_OF - 1];
    private final double[] volumes = new double[VOLUME_BARS];
    private final Bollinger bollinger = new Bollinger(20, 2);
    private final Keltner keltner = new Keltner(20, 1.5);
    private final EnumSet<Pattern> found = EnumSet.noneOf(Pattern.class);
    private VolumeSupport support = VolumeSupport.UNKNOWN;
    private @Nullable CandleShape previous;
    private long bars;
    private long volumeBars;

    public PatternScanner(PatternProfile profile) {
        this.profile = profile;
    }

    /// Takes the next closed candle.
    ///
    /// @param units volume of the candle, or negative where there is no usable source
    public void add(CandleShape candle, double units) {
        found.clear();
        mark(Pattern.STRONG_BULL, Patterns.strongBull(candle));
        mark(Pattern.STRONG_BEAR, Patterns.strongBear(candle));
        CandleShape before = previous;
        mark(Pattern.HAMMER, candle.range() > 0 && hammer(candle, before));
        mark(Pattern.SHOOTING_STAR, candle.range() > 0 && star(candle, before));
        if (before != null) {
            mark(Pattern.BULLISH_ENGULFING, Patterns.bullishEngulfing(before, candle));
            mark(Pattern.BEARISH_ENGULFING, Patterns.bearishEngulfing(before, candle));
            mark(Pattern.INSIDE_BAR, Patterns.insideBar(before, candle));
        }
        mark(Pattern.RANGE_COMPRESSION, candle.range() < 0.5 * fiveRanges.value());
        mark(Pattern.NR7, narrowest(candle.range()));
        support = judge(units);
        remember(candle, units);
        mark(Pattern.SQUEEZE, bollinger.upper() < keltner.upper() && bollinger.lower() > keltner.lower());
    }

    private void mark(Pattern pattern, boolean fulfilled) {
        if (fulfilled) {
            found.add(pattern);
        }
    }

    private boolean hammer(CandleShape candle, @Nullable CandleShape before) {
        return switch (profile) {
            case NOTES -> Patterns.hammer(candle);
            case TA4J -> strict.hammerInTrend(candle);
            case TALIB -> before != null && strict.hammerByAverages(candle, before);
        };
    }

    private boolean star(CandleShape candle, @Nullable CandleShape before) {
        return switch (profile) {
            case NOTES -> Patterns.shootingStar(candle);
            case TA4J -> strict.starInTrend(candle);
            case TALIB -> before != null && strict.starByAverages(candle, before);
        };
    }

    private boolean narrowest(double range) {
        if (bars < ranges.length) {
            return false;
        }
        for (double each : ranges) {
            if (each <= range) {
                return false;
            }
        }
        return true;
    }

    /// More than 1.2 times the mean of the twenty bars before; yes while there are fewer than five.
    private VolumeSupport judge(double units) {
        if (units < 0) {
            return VolumeSupport.UNKNOWN;
        }
        if (volumeBars < LEAST_VOLUME_BARS) {
            return VolumeSupport.YES;
        }
        int known = (int) Math.min(volumeBars, VOLUME_BARS);
        double sum = 0;
        for (int i = 0; i < known; i++) {
            sum += volumes[i];
        }
        return units > 1.2 * sum / known ? VolumeSupport.YES : VolumeSupport.NO;
    }

    private void remember(CandleShape candle, double units) {
        strict.add(candle);
        fiveRanges.add(candle.range());
        ranges[(int) (bars % ranges.length)] = candle.range();
        bars++;
        if (units >= 0) {
            volumes[(int) (volumeBars % VOLUME_BARS)] = units;
            volumeBars++;
        }
        bollinger.add(candle.close());
        keltner.add(candle.high(), candle.low(), candle.close());
        previous = candle;
    }

    /// What the newest candle is; the same set is used for the next candle.
    public Set<Pattern> found() {
        return found;
    }

    public boolean is(Pattern pattern) {
        return found.contains(pattern);
    }

    /// Whether the newest candle's volume confirms it.
    public VolumeSupport volumeSupport() {
        return support;
    }
}
