package in.sauda.core.candles;

import java.util.Arrays;

/// Finished one-minute candles of one instrument in plain columns, growing at the end. Not thread safe.
///
/// Prices are fixed-point; a volume of -1 is unknown.
public final class CandleArray {
    private static final int FIRST_CAPACITY = 512;

    private long[] start = new long[FIRST_CAPACITY];
    private long[] open = new long[FIRST_CAPACITY];
    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private long[] close = new long[FIRST_CAPACITY];
    private long[] volume = new long[FIRST_CAPACITY];
    private int size;

    public void add(long startMillis, long open, long high, long low, long close, long volume) {
        if (size == start.length) {
            grow(size + size / 2);
        }
        start[size] = startMillis;
        this.open[size] = open;
        this.high[size] = high;
        this.low[size] = low;
        this.close[size] = close;
        this.volume[size] = volume;
        size++;
    }

    public void add(Candle candle) {
        add(candle.startMillis(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
    }

    /// Adds a candle of another array.
    public void add(CandleArray other, int at, long startMillis) {
        add(startMillis, other.open[at], other.high[at], other.low[at], other.close[at], other.volume[at]);
    }

    /// Replaces the last candle's values by those of another array's candle.
    public void replaceLast(CandleArray other, int at, long startMillis) {
        size--;
        add(other, at, startMillis);
    }

    private void grow(int capacity) {
        start = Arrays.copyOf(start, capacity);
        open = Arrays.copyOf(open, capacity);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        close = Arrays.copyOf(close, capacity);
        volume = Arrays.copyOf(volume, capacity);
    }

    /// Index of the first candle that starts after that moment; the size where there is none.
    public int firstAfter(long millis) {
        int found = Arrays.binarySearch(start, 0, size, millis);
        return found >= 0 ? found + 1 : -found - 1;
    }

    public int size() {
        return size;
    }

    public long startMillis(int at) {
        return start[at];
    }

    public long open(int at) {
        return open[at];
    }

    public long high(int at) {
        return high[at];
    }

    public long low(int at) {
        return low[at];
    }

    public long close(int at) {
        return close[at];
    }

    public long volume(int at) {
        return volume[at];
    }

    public Candle candle(int at, int flags) {
        return new Candle(start[at], open[at], high[at], low[at], close[at], volume[at], flags);
    }

    /// True when both candles have the same prices and volume.
    public boolean same(int at, CandleArray other, int otherAt) {
        return open[at] == other.open[otherAt]
                && high[at] == other.high[otherAt]
                && low[at] == other.low[otherAt]
                && close[at] == other.close[otherAt]
                && volume[at] == other.volume[otherAt];
    }
}
