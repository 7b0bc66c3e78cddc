package in.sauda.core.indicators;

/// MACD (fast, slow, signal): EMA(fast) − EMA(slow), and its EMA(signal).
public final class Macd implements Indicator {
    private final SmoothedAverage fast;
    private final SmoothedAverage slow;
    private final SmoothedAverage signal;

    public Macd(int fast, int slow, int signal) {
        if (fast >= slow) {
            throw new IllegalArgumentException("the fast average must be shorter than the slow one");
        }
        this.fast = SmoothedAverage.ema(fast);
        this.slow = SmoothedAverage.ema(slow);
        this.signal = SmoothedAverage.ema(signal);
    }

    public void add(double close) {
        fast.add(close);
        slow.add(close);
        if (slow.warm()) {
            signal.add(value());
        }
    }

    @Override
    public double value() {
        return fast.value() - slow.value();
    }

    public double signal() {
        return signal.value();
    }

    public double histogram() {
        return value() - signal();
    }

    @Override
    public int warmUp() {
        return slow.warmUp();
    }

    @Override
    public void reset() {
        fast.reset();
        slow.reset();
        signal.reset();
    }
}
