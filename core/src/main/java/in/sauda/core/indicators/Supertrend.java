package in.sauda.core.indicators;

/// Supertrend(n, k): bands of k · ATR(n) around (H+L)/2. The direction turns when the close crosses the opposite band
/// of the bar before; a band never loosens while the direction holds (rules 1.2, as pandas-ta).
public final class Supertrend implements Indicator {
    private final AverageTrueRange range;
    private final double multiplier;
    private double upper = Double.NaN;
    private double lower = Double.NaN;
    private boolean up = true;
    private boolean flipped;

    public Supertrend(int length, double multiplier) {
        range = new AverageTrueRange(length);
        this.multiplier = multiplier;
    }

    public void add(double high, double low, double close) {
        range.add(high, low, close);
        flipped = false;
        if (!range.warm()) {
            return;
        }
        double middle = (high + low) / 2;
        double width = multiplier * range.value();
        turn(close, middle + width, middle - width);
    }

    private void turn(double close, double newUpper, double newLower) {
        boolean before = up;
        if (close > upper) {
            up = true;
        } else if (close < lower) {
            up = false;
        }
        flipped = up != before;
        boolean held = !flipped && !Double.isNaN(upper);
        upper = held && !up ? Math.min(newUpper, upper) : newUpper;
        lower = held && up ? Math.max(newLower, lower) : newLower;
    }

    /// The band that carries the trend: the lower one while it rises.
    @Override
    public double value() {
        return up ? lower : upper;
    }

    /// True while the trend rises.
    public boolean rising() {
        return up;
    }

    /// True when the newest bar turned the trend.
    public boolean flipped() {
        return flipped;
    }

    @Override
    public int warmUp() {
        return range.warmUp();
    }

    @Override
    public void reset() {
        range.reset();
        upper = Double.NaN;
        lower = Double.NaN;
        up = true;
        flipped = false;
    }
}
