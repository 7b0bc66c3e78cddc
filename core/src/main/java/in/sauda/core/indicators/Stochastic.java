package in.sauda.core.indicators;

/// Stochastic (n, k, d): where the close lies between the lowest low and highest high of n bars, in percent,
/// smoothed by SMA(k); %D is its SMA(d). Where the price did not move in n bars the raw value is 50.
public final class Stochastic implements Indicator {
    private static final double NEUTRAL = 50;

    private final Window highs;
    private final Window lows;
    private final SimpleAverage smoothed;
    private final SimpleAverage signal;
    private double raw = Double.NaN;

    public Stochastic(int length, int smoothing, int signalLength) {
        highs = new Window(length);
        lows = new Window(length);
        smoothed = new SimpleAverage(smoothing);
        signal = new SimpleAverage(signalLength);
    }

    public void add(double high, double low, double close) {
        highs.add(high);
        lows.add(low);
        if (!highs.full()) {
            return;
        }
        double highest = highs.highest();
        double lowest = lows.lowest();
        raw = highest == lowest ? NEUTRAL : 100 * (close - lowest) / (highest - lowest);
        smoothed.add(raw);
        if (smoothed.warm()) {
            signal.add(smoothed.value());
        }
    }

    /// Unsmoothed %K.
    public double raw() {
        return raw;
    }

    /// %K.
    @Override
    public double value() {
        return smoothed.value();
    }

    /// %D.
    public double signal() {
        return signal.value();
    }

    @Override
    public int warmUp() {
        return highs.length() + smoothed.warmUp() - 1;
    }

    @Override
    public void reset() {
        highs.reset();
        lows.reset();
        smoothed.reset();
        signal.reset();
        raw = Double.NaN;
    }
}
