package in.sauda.core.indicators;

/// Bollinger bands (n, k): SMA(n) ± k population standard deviations.
public final class Bollinger implements Indicator {
    private final Window window;
    private final double deviations;

    public Bollinger(int length, double deviations) {
        this.window = new Window(length);
        this.deviations = deviations;
    }

    public void add(double close) {
        window.add(close);
    }

    /// The middle.
    @Override
    public double value() {
        return window.mean();
    }

    public double upper() {
        return value() + deviations * window.deviation();
    }

    public double lower() {
        return value() - deviations * window.deviation();
    }

    @Override
    public int warmUp() {
        return window.length();
    }

    @Override
    public void reset() {
        window.reset();
    }
}
