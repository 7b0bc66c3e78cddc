package in.sauda.core.indicators;

/// RSI(n) after Wilder: 100 · gains / (gains + losses), both averaged by RMA(n). A price that never moved reads 50
/// (rules 1.2).
public final class RelativeStrength implements Indicator {
    private static final double NEUTRAL = 50;

    private final SmoothedAverage gains;
    private final SmoothedAverage losses;
    private double previous = Double.NaN;

    public RelativeStrength(int length) {
        gains = SmoothedAverage.wilder(length);
        losses = SmoothedAverage.wilder(length);
    }

    public void add(double close) {
        if (!Double.isNaN(previous)) {
            double change = close - previous;
            gains.add(Math.max(0, change));
            losses.add(Math.max(0, -change));
        }
        previous = close;
    }

    @Override
    public double value() {
        double total = gains.value() + losses.value();
        return total == 0 ? NEUTRAL : 100 * gains.value() / total;
    }

    @Override
    public int warmUp() {
        return gains.warmUp() + 1;
    }

    @Override
    public void reset() {
        gains.reset();
        losses.reset();
        previous = Double.NaN;
    }
}
