package in.sauda.core.indicators;

/// How far the price travelled since the last close: the greatest of H−L, |H−C′|, |L−C′|. Needs a bar before.
public final class TrueRange implements Indicator {
    private double previousClose = Double.NaN;
    private double value = Double.NaN;

    public void add(double high, double low, double close) {
        value = Double.isNaN(previousClose)
                ? Double.NaN
                : Math.max(high - low, Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose)));
        previousClose = close;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public int warmUp() {
        return 2;
    }

    @Override
    public void reset() {
        previousClose = Double.NaN;
        value = Double.NaN;
    }
}
