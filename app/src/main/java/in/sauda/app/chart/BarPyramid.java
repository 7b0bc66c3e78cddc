package in.sauda.app.chart;

import java.util.Arrays;

/// Highest high, lowest low and largest volume over any range of bars in a few steps, whatever the length of history.
///
/// Level 0 holds the bars, each block of a higher level summarises eight of the level below. Appending or amending a
/// bar touches one block per level. Owned by the JavaFX thread.
final class BarPyramid {
    private static final int SHIFT = 3;
    private static final int FAN_OUT = 1 << SHIFT;
    private static final int MASK = FAN_OUT - 1;
    private static final int MAX_LEVELS = 11;

    private final long[][] lows = new long[MAX_LEVELS][];
    private final long[][] highs = new long[MAX_LEVELS][];
    private final long[][] volumes = new long[MAX_LEVELS][];
    private int size;

    private long foundLow;
    private long foundHigh;
    private long foundVolume;

    BarPyramid() {
        for (int level = 0; level < MAX_LEVELS; level++) {
            lows[level] = new long[FAN_OUT];
            highs[level] = new long[FAN_OUT];
            volumes[level] = new long[FAN_OUT];
        }
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /// Appends a bar or amends one; {@code bar} is at most {@link #size()}.
    void put(int bar, long low, long high, long volume) {
        store(0, bar, low, high, volume);
        size = Math.max(size, bar + 1);
        for (int level = 1; level < MAX_LEVELS && ((size - 1) >> (SHIFT * (level - 1))) > 0; level++) {
            summarise(level, bar >> (SHIFT * level));
        }
    }

    /// True when the stored bar has these values, so that nothing needs to be written.
    boolean holds(int bar, long low, long high, long volume) {
        return lows[0][bar] == low && highs[0][bar] == high && volumes[0][bar] == volume;
    }

    /// Finds the extremes of {@code [from, to)}; read them with {@link #low()}, {@link #high()}, {@link #volume()}.
    /// The range must not be empty.
    void query(int from, int to) {
        foundLow = Long.MAX_VALUE;
        foundHigh = Long.MIN_VALUE;
        foundVolume = -1;
        int first = from;
        int end = to;
        for (int level = 0; first < end; level++) {
            while (first < end && (first & MASK) != 0) {
                take(level, first++);
            }
            while (first < end && (end & MASK) != 0) {
                take(level, --end);
            }
            first >>= SHIFT;
            end >>= SHIFT;
        }
    }

    long low() {
        return foundLow;
    }

    long high() {
        return foundHigh;
    }

    /// Largest volume of one bar, -1 when no bar of the range has one.
    long volume() {
        return foundVolume;
    }

    private void take(int level, int block) {
        foundLow = Math.min(foundLow, lows[level][block]);
        foundHigh = Math.max(foundHigh, highs[level][block]);
        foundVolume = Math.max(foundVolume, volumes[level][block]);
    }

    private void summarise(int level, int block) {
        int blocksBelow = ((size - 1) >> (SHIFT * (level - 1))) + 1;
        int child = block << SHIFT;
        int end = Math.min(child + FAN_OUT, blocksBelow);
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        long volume = -1;
        for (; child < end; child++) {
            low = Math.min(low, lows[level - 1][child]);
            high = Math.max(high, highs[level - 1][child]);
            volume = Math.max(volume, volumes[level - 1][child]);
        }
        store(level, block, low, high, volume);
    }

    private void store(int level, int block, long low, long high, long volume) {
        if (block >= lows[level].length) {
            int capacity = Math.max(block + 1, lows[level].length * 2);
            lows[level] = Arrays.copyOf(lows[level], capacity);
            highs[level] = Arrays.copyOf(highs[level], capacity);
            volumes[level] = Arrays.copyOf(volumes[level], capacity);
        }
        lows[level][block] = low;
        highs[level][block] = high;
        volumes[level][block] = volume;
    }
}
