package in.sauda.app.fx;

import java.util.Arrays;

/// Remembers the last pulses' intervals, so that the screen can say how smooth it is. FX thread only.
public final class FrameMeter {
    private static final int FRAMES = 512;

    private final long[] intervalNanos = new long[FRAMES];
    private long lastNanos;
    private int count;

    /// Notes the start of a pulse.
    public void frame(long nowNanos) {
        if (lastNanos != 0) {
            intervalNanos[count++ % FRAMES] = nowNanos - lastNanos;
        }
        lastNanos = nowNanos;
    }

    /// Frames per second over the remembered pulses, 0 before the second one.
    public double framesPerSecond() {
        int frames = Math.min(count, FRAMES);
        long total = 0;
        for (int i = 0; i < frames; i++) {
            total += intervalNanos[i];
        }
        return total == 0 ? 0 : frames * 1e9 / total;
    }

    /// Interval that the given share (0..1) of remembered pulses does not exceed, in milliseconds.
    public double percentileMillis(double share) {
        int frames = Math.min(count, FRAMES);
        if (frames == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(intervalNanos, frames);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(frames - 1L, (long) (share * frames))] / 1e6;
    }
}
