package in.sauda.core.indicators;

/// Keltner channel (n, k): EMA(n) of the close ± k · EMA(n) of the true range, as pandas-ta.
public final class Keltner implements Indicator {
    private final SmoothedAverage middle;
    private final SmoothedAverage width;
    private final TrueRange range = new TrueRange();
    private final double multiplier;

    public Keltner(int length, double multiplier) {
        this.middle = SmoothedAverage.ema(length);
        this.width = SmoothedAverage.ema(length);
        this.multiplier = multiplier;
    }

    public void add(double high, double low, double close) {
        middle.add(close);
        range.add(high, low, close);
        if (range.warm()) {
            width.add(range.value());
        }
    }

    /// The middle, defined one bar before the bands.
    @Override
    public double value() {
        return middle.value();
    }

    public double upper() {
        return value() + multiplier * width.value();
    }

    public double lower() {
        return value() - multiplier * width.value();
    }

    @Override
    public int warmUp() {
        return middle.warmUp();
    }

    @Override
    public void reset() {
        middle.reset();
        width.reset();
        range.reset();
    }
}
