package in.sauda.core.indicators;

/// OBV: volume of rising bars minus volume of falling bars, from 0 at the first bar.
public final class OnBalanceVolume implements Indicator {
    private double previous = Double.NaN;
    private double value = Double.NaN;

    public void add(double close, double units) {
        if (Double.isNaN(previous)) {
            value = 0;
        } else if (close > previous) {
            value += units;
        } else if (close < previous) {
            value -= units;
        }
        previous = close;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    public void reset() {
        previous = Double.NaN;
        value = Double.NaN;
    }
}
