package in.sauda.core.strategy;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.indicators.AverageTrueRange;
import in.sauda.core.indicators.SmoothedAverage;
import in.sauda.core.patterns.CandleShape;
import in.sauda.core.patterns.Pattern;
import in.sauda.core.patterns.PatternProfile;
import in.sauda.core.patterns.PatternScanner;
import in.sauda.core.patterns.Patterns;
import in.sauda.core.patterns.VolumeSupport;
import in.sauda.core.time.IndiaTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the scalper sees of its underlying, one closed minute after the other (rules 3.2). One thread.
final class ScalperBars {
    private static final LocalTime OPEN = LocalTime.of(9, 15);
    private static final LocalTime RANGE_ENDS = LocalTime.of(9, 30);

    /// The moment of a decision. Rupees; NaN where undefined.
    ///
    /// @param bars seen so far, across days
    /// @param previousClose of the bar before
    /// @param candle the bar itself
    /// @param before the bar before it
    /// @param inside the inside bar whose break is looked for, else null
    /// @param orbHigh of the opening range of the day
    /// @param orbCandles of its fifteen that are there
    /// @param orbSet the opening range is over
    record Moment(
            long startMillis,
            int bars,
            double price,
            double previousClose,
            CandleShape candle,
            @Nullable CandleShape before,
            double vwap,
            double fast,
            double slow,
            double range,
            Set<Pattern> patterns,
            VolumeSupport volume,
            @Nullable CandleShape inside,
            double orbHigh,
            double orbLow,
            int orbCandles,
            boolean orbSet) {
        /// The same bar a little later: the price has moved on and nothing has closed since.
        Moment touched(double now, long millis) {
            boolean wasInside = before != null && Patterns.insideBar(before, candle);
            return new Moment(
                    millis,
                    bars,
                    now,
                    price,
                    candle,
                    before,
                    vwap,
                    fast,
                    slow,
                    range,
                    Set.of(),
                    volume,
                    wasInside ? candle : null,
                    orbHigh,
                    orbLow,
                    orbCandles,
                    orbSet);
        }
    }

    private final SmoothedAverage fast = SmoothedAverage.ema(9);
    private final SmoothedAverage slow = SmoothedAverage.ema(21);
    private final AverageTrueRange range = new AverageTrueRange(14);
    private final PatternScanner scanner = new PatternScanner(PatternProfile.NOTES);
    private @Nullable CandleShape last;
    private @Nullable CandleShape beforeLast;
    private int bars;
    private long day = Long.MIN_VALUE;
    private double orbHigh = Double.NaN;
    private double orbLow = Double.NaN;
    private int orbCandles;

    /// Takes the next closed bar; the caller leaves none out.
    ///
    /// @param units traded, or negative where nobody knows
    Moment add(BarSeries series, int bar, double units) {
        int decimals = series.priceDecimals();
        CandleShape candle = new CandleShape(
                FixedPoint.toDouble(series.open(bar), decimals),
                FixedPoint.toDouble(series.high(bar), decimals),
                FixedPoint.toDouble(series.low(bar), decimals),
                FixedPoint.toDouble(series.close(bar), decimals));
        long start = series.startMillis(bar);
        boolean rangeOver = openingRange(candle, start);
        fast.add(candle.close());
        slow.add(candle.close());
        range.add(candle.high(), candle.low(), candle.close());
        scanner.add(candle, units);
        CandleShape before = last;
        CandleShape earlier = beforeLast;
        boolean broke = before != null && earlier != null && Patterns.insideBar(earlier, before);
        beforeLast = before;
        last = candle;
        bars++;
        return new Moment(
                start,
                bars,
                candle.close(),
                before == null ? Double.NaN : before.close(),
                candle,
                before,
                series.vwap(bar),
                fast.value(),
                slow.value(),
                range.value(),
                scanner.found().isEmpty() ? Set.of() : EnumSet.copyOf(scanner.found()),
                scanner.volumeSupport(),
                broke ? before : null,
                orbHigh,
                orbLow,
                orbCandles,
                rangeOver);
    }

    /// Keeps the high and low of the day's first fifteen minutes; true when they are over.
    private boolean openingRange(CandleShape candle, long start) {
        long today = IndiaTime.startOfDay(start);
        if (today != day) {
            day = today;
            orbHigh = Double.NaN;
            orbLow = Double.NaN;
            orbCandles = 0;
        }
        LocalTime time = IndiaTime.time(start);
        if (!time.isBefore(OPEN) && time.isBefore(RANGE_ENDS)) {
            orbHigh = orbCandles == 0 ? candle.high() : Math.max(orbHigh, candle.high());
            orbLow = orbCandles == 0 ? candle.low() : Math.min(orbLow, candle.low());
            orbCandles++;
        }
        return orbCandles > 0 && !time.isBefore(RANGE_ENDS);
    }
}
