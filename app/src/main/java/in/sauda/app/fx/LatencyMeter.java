package in.sauda.app.fx;

import java.util.Arrays;

/// Remembers how long the last prices took from the feed's socket to this window. FX thread only.
public final class LatencyMeter {
    private static final int PRICES = 1_024;

    private final long[] nanos = new long[PRICES];
    private int count;

    void shown(long receivedNanos, long nowNanos) {
        nanos[count++ % PRICES] = Math.max(0, nowNanos - receivedNanos);
    }

    /// Time that the given share (0..1) of the remembered prices did not exceed, in milliseconds; NaN before the first
    /// one.
    public double percentileMillis(double share) {
        int known = Math.min(count, PRICES);
        if (known == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, known);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(known - 1L, (long) (share * known))] / 1e6;
    }
}
