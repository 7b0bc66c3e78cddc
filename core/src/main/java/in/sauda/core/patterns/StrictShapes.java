package in.sauda.core.patterns;

import in.sauda.core.indicators.DirectionalMovement;
import in.sauda.core.indicators.SimpleAverage;

/// Hammer and shooting star as two libraries define them, which need to know the bars before (rules 1.3).
final class StrictShapes {
    private static final int TREND_LENGTH = 5;
    private static final double TREND_STRENGTH = 25;

    private final DirectionalMovement trend = new DirectionalMovement(TREND_LENGTH);
    private final SimpleAverage bodies = new SimpleAverage(10);
    private final SimpleAverage ranges = new SimpleAverage(10);
    private final SimpleAverage nearRanges = new SimpleAverage(5);
    private double previousNear = Double.NaN;

    /// Lets the newest candle become one of those before.
    void add(CandleShape candle) {
        previousNear = nearRanges.value();
        trend.add(candle.high(), candle.low(), candle.close());
        bodies.add(candle.body());
        ranges.add(candle.range());
        nearRanges.add(candle.range());
    }

    /// ta4j: lower shadow over twice the body, upper at most the body, in a falling trend.
    boolean hammerInTrend(CandleShape candle) {
        return candle.lower() > 2 * candle.body()
                && Patterns.atMost(candle.upper(), candle.body())
                && trend.value() > TREND_STRENGTH
                && trend.plusIndex() < trend.minusIndex();
    }

    /// ta4j: upper shadow over twice the body, lower at most the body, in a rising trend.
    boolean starInTrend(CandleShape candle) {
        return candle.upper() > 2 * candle.body()
                && Patterns.atMost(candle.lower(), candle.body())
                && trend.value() > TREND_STRENGTH
                && trend.plusIndex() > trend.minusIndex();
    }

    /// TA-Lib: small body, long lower shadow, hardly an upper one, at or below the low of the candle before.
    boolean hammerByAverages(CandleShape candle, CandleShape previous) {
        double bottom = Math.min(candle.open(), candle.close());
        return candle.body() < bodies.value()
                && candle.lower() > candle.body()
                && candle.upper() < 0.1 * ranges.value()
                && Patterns.atMost(bottom, previous.low() + 0.2 * previousNear);
    }

    /// TA-Lib: small body that gaps up, long upper shadow, hardly a lower one.
    boolean starByAverages(CandleShape candle, CandleShape previous) {
        return candle.body() < bodies.value()
                && candle.upper() > candle.body()
                && candle.lower() < 0.1 * ranges.value()
                && Math.min(candle.open(), candle.close()) > Math.max(previous.open(), previous.close());
    }
}
