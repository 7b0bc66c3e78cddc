package in.sauda.core.indicators;

/// ATR(n): Wilder's average of the true range (rules 1.2).
public final class AverageTrueRange implements Indicator {
    private final TrueRange range = new TrueRange();
    private final SmoothedAverage average;

    public AverageTrueRange(int length) {
        average = SmoothedAverage.wilder(length);
    }

    public void add(double high, double low, double close) {
        range.add(high, low, close);
        if (range.warm()) {
            average.add(range.value());
        }
    }

    @Override
    public double value() {
        return average.value();
    }

    @Override
    public int warmUp() {
        return average.warmUp() + 1;
    }

    @Override
    public void reset() {
        range.reset();
        average.reset();
    }
}
