package in.sauda.core.indicators;

/// Session VWAP of typical prices with bands of their volume-weighted standard deviation. {@link #reset()} at the first
/// bar of a session. NaN while nothing was traded.
public final class VwapBands implements Indicator {
    private double volume;
    private double mean = Double.NaN;
    private double squares;

    /// @param units volume of the bar; a bar without volume changes nothing
    public void add(double high, double low, double close, double units) {
        if (units <= 0) {
            return;
        }
        double typical = (high + low + close) / 3;
        double before = volume == 0 ? typical : mean;
        volume += units;
        mean = before + (typical - before) * units / volume;
        squares += units * (typical - before) * (typical - mean);
    }

    @Override
    public double value() {
        return mean;
    }

    /// Volume-weighted standard deviation, NaN while nothing was traded.
    public double deviation() {
        return volume == 0 ? Double.NaN : Math.sqrt(squares / volume);
    }

    public double upper(double deviations) {
        return mean + deviations * deviation();
    }

    public double lower(double deviations) {
        return mean - deviations * deviation();
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    public void reset() {
        volume = 0;
        mean = Double.NaN;
        squares = 0;
    }
}
