package in.sauda.core.indicators;

/// ADX(n) with +DI and −DI after Wilder (rules 1.2): DI = 100 · RMA(DM) / ATR, DX = 100 · |+DI − −DI| / (+DI + −DI),
/// ADX = RMA(DX).
public final class DirectionalMovement implements Indicator {
    private final AverageTrueRange range;
    private final SmoothedAverage plus;
    private final SmoothedAverage minus;
    private final SmoothedAverage strength;
    private double previousHigh = Double.NaN;
    private double previousLow = Double.NaN;

    public DirectionalMovement(int length) {
        range = new AverageTrueRange(length);
        plus = SmoothedAverage.wilder(length);
        minus = SmoothedAverage.wilder(length);
        strength = SmoothedAverage.wilder(length);
    }

    public void add(double high, double low, double close) {
        range.add(high, low, close);
        if (!Double.isNaN(previousHigh)) {
            double up = high - previousHigh;
            double down = previousLow - low;
            plus.add(up > down && up > 0 ? up : 0);
            minus.add(down > up && down > 0 ? down : 0);
            if (plus.warm()) {
                strength.add(index());
            }
        }
        previousHigh = high;
        previousLow = low;
    }

    private double index() {
        double total = plusIndex() + minusIndex();
        return total == 0 ? 0 : 100 * Math.abs(plusIndex() - minusIndex()) / total;
    }

    /// +DI, 0 where the price does not move at all.
    public double plusIndex() {
        return directional(plus.value());
    }

    /// −DI, 0 where the price does not move at all.
    public double minusIndex() {
        return directional(minus.value());
    }

    private double directional(double movement) {
        return range.value() == 0 ? 0 : 100 * movement / range.value();
    }

    /// ADX.
    @Override
    public double value() {
        return strength.value();
    }

    @Override
    public int warmUp() {
        return 2 * strength.warmUp();
    }

    @Override
    public void reset() {
        range.reset();
        plus.reset();
        minus.reset();
        strength.reset();
        previousHigh = Double.NaN;
        previousLow = Double.NaN;
    }
}
