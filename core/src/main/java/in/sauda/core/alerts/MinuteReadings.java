package in.sauda.core.alerts;

import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.indicators.DirectionalMovement;
import in.sauda.core.indicators.Macd;
import in.sauda.core.indicators.RelativeStrength;
import in.sauda.core.indicators.SessionIndicators;
import in.sauda.core.indicators.SmoothedAverage;
import in.sauda.core.indicators.Supertrend;

/// The indicators alerts look at, over one instrument's closed minutes. Starts over by itself when older bars changed.
/// Engine thread only.
final class MinuteReadings {
    private static final int VOLUME_WINDOW = 20;

    private final SessionIndicators session = new SessionIndicators(VOLUME_WINDOW);
    private final SmoothedAverage fast = SmoothedAverage.ema(9);
    private final SmoothedAverage slow = SmoothedAverage.ema(21);
    private final RelativeStrength strength = new RelativeStrength(14);
    private final DirectionalMovement direction = new DirectionalMovement(14);
    private final Macd macd = new Macd(12, 26, 9);
    private final Supertrend trend = new Supertrend(7, 3);
    private int structure = -1;
    private int next;
    private double close = Double.NaN;
    private double vwap = Double.NaN;
    private double highDistance = Double.NaN;

    /// Brings everything to the close of a bar.
    void advanceTo(LiveBarSeries series, int bar) {
        session.advanceTo(series, bar);
        if (series.structure() != structure || bar < next - 1) {
            structure = series.structure();
            restart();
        }
        for (; next <= bar; next++) {
            add(
                    rupees(series, series.high(next)),
                    rupees(series, series.low(next)),
                    rupees(series, series.close(next)));
        }
        close = rupees(series, series.close(bar));
        vwap = series.vwap(bar);
        highDistance = session.dayHighDistancePercent(series.close(bar));
    }

    private void restart() {
        next = 0;
        fast.reset();
        slow.reset();
        strength.reset();
        direction.reset();
        macd.reset();
        trend.reset();
    }

    private void add(double high, double low, double closing) {
        fast.add(closing);
        slow.add(closing);
        strength.add(closing);
        direction.add(high, low, closing);
        macd.add(closing);
        trend.add(high, low, closing);
    }

    private static double rupees(LiveBarSeries series, long price) {
        return FixedPoint.toDouble(price, series.priceDecimals());
    }

    /// The number of a measure of closed minutes, NaN where it is not defined yet.
    double value(AlertMeasure measure) {
        return switch (measure) {
            case RELATIVE_VOLUME -> session.relativeVolume();
            case VWAP_GAP -> percent(close, vwap);
            case HIGH_DISTANCE -> highDistance;
            case EMA_GAP -> percent(fast.value(), slow.value());
            case RSI -> strength.value();
            case ADX -> direction.value();
            case MACD -> macd.histogram();
            case SUPERTREND -> percent(close, trend.value());
            case PRICE, CHANGE, VOLUME, TIME -> Double.NaN;
        };
    }

    private static double percent(double value, double base) {
        return (value / base - 1) * 100;
    }
}
