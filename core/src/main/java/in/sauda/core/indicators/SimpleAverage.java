package in.sauda.core.indicators;

/// SMA: mean of the last n values.
public final class SimpleAverage implements Indicator {
    private final Window window;

    public SimpleAverage(int length) {
        window = new Window(length);
    }

    public void add(double value) {
        window.add(value);
    }

    @Override
    public double value() {
        return window.mean();
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
