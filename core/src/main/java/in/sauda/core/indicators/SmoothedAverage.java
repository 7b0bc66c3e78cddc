package in.sauda.core.indicators;

/// An average in which old values fade: EMA or Wilder's RMA. Starts with the mean of the first n values at bar n, as
/// pandas-ta and TA-Lib do (rules 1.2); ta4j's EMA starts with the first price instead.
public final class SmoothedAverage implements Indicator {
    private final int length;
    private final double weight;
    private double start;
    private int count;
    private double value = Double.NaN;

    private SmoothedAverage(int length, double weight) {
        if (length < 1) {
            throw new IllegalArgumentException("an average needs at least one bar, not " + length);
        }
        this.length = length;
        this.weight = weight;
    }

    /// EMA(n): the newest value weighs 2/(n+1).
    public static SmoothedAverage ema(int length) {
        return new SmoothedAverage(length, 2.0 / (length + 1));
    }

    /// Wilder's average: the newest value weighs 1/n.
    public static SmoothedAverage wilder(int length) {
        return new SmoothedAverage(length, 1.0 / length);
    }

    public void add(double next) {
        if (count >= length) {
            value += weight * (next - value);
            return;
        }
        start += next;
        count++;
        if (count == length) {
            value = start / length;
        }
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public int warmUp() {
        return length;
    }

    @Override
    public void reset() {
        start = 0;
        count = 0;
        value = Double.NaN;
    }
}
