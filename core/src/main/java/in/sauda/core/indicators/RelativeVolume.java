package in.sauda.core.indicators;

import java.util.Arrays;

/// RVOL v0: a bar's volume over the mean of the last bars including itself, not reset per day (rules 1.2, note 002).
///
/// A bar of x times its 19 predecessors therefore reads 20x/(19+x).
public final class RelativeVolume {
    private final long[] window;
    private int filled;
    private int at;
    private long sum;
    private long last;

    /// @param length bars in the mean, 20 in note 002
    public RelativeVolume(int length) {
        window = new long[length];
    }

    public void add(long volume) {
        sum += volume - window[at];
        window[at] = volume;
        at = (at + 1) % window.length;
        filled = Math.min(filled + 1, window.length);
        last = volume;
    }

    /// NaN until the window is full or while nothing traded in it.
    public double value() {
        return filled < window.length || sum <= 0 ? Double.NaN : last / mean();
    }

    public double mean() {
        return (double) sum / window.length;
    }

    public void reset() {
        Arrays.fill(window, 0);
        filled = 0;
        at = 0;
        sum = 0;
        last = 0;
    }
}
