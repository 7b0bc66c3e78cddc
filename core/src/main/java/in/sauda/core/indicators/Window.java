package in.sauda.core.indicators;

import java.util.Arrays;

/// The last n numbers with their sum. The sum is added up anew each time the window has turned once, so rounding errors
/// cannot grow.
final class Window {
    private final double[] values;
    private int filled;
    private int at;
    private double sum;

    Window(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a window needs at least one bar, not " + length);
        }
        values = new double[length];
    }

    void add(double value) {
        sum += value - values[at];
        values[at] = value;
        at++;
        filled = Math.max(filled, at);
        if (at == values.length) {
            at = 0;
            sum = 0;
            for (double each : values) {
                sum += each;
            }
        }
    }

    boolean full() {
        return filled == values.length;
    }

    int filled() {
        return filled;
    }

    double sum() {
        return sum;
    }

    /// Mean of the full window, NaN before.
    double mean() {
        return full() ? sum / values.length : Double.NaN;
    }

    /// Mean of what there is, NaN when empty.
    double meanOfFilled() {
        return filled == 0 ? Double.NaN : sum / filled;
    }

    /// Population standard deviation of the full window, NaN before.
    double deviation() {
        if (!full()) {
            return Double.NaN;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }

    double highest() {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < filled; i++) {
            highest = Math.max(highest, values[i]);
        }
        return highest;
    }

    double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < filled; i++) {
            lowest = Math.min(lowest, values[i]);
        }
        return lowest;
    }

    int length() {
        return values.length;
    }

    void reset() {
        Arrays.fill(values, 0);
        filled = 0;
        at = 0;
        sum = 0;
    }
}
