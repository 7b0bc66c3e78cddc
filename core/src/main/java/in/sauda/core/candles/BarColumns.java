package in.sauda.core.candles;

import java.util.Arrays;

/// The columns of a series: 60 bytes a bar, no objects.
final class BarColumns {
    final long[] start;
    final long[] open;
    final long[] high;
    final long[] low;
    final long[] close;
    final long[] volume;
    final double[] vwap;
    final int[] flags;

    BarColumns(int capacity) {
        start = new long[capacity];
        open = new long[capacity];
        high = new long[capacity];
        low = new long[capacity];
        close = new long[capacity];
        volume = new long[capacity];
        vwap = new double[capacity];
        flags = new int[capacity];
    }

    void set(int at, long start, long open, long high, long low, long close, long volume, int flags) {
        this.start[at] = start;
        this.open[at] = open;
        this.high[at] = high;
        this.low[at] = low;
        this.close[at] = close;
        this.volume[at] = volume;
        this.vwap[at] = Double.NaN;
        this.flags[at] = flags;
    }

    void set(int at, Candle bar) {
        set(at, bar.startMillis(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), bar.flags());
    }

    Candle candle(int at) {
        return new Candle(start[at], open[at], high[at], low[at], close[at], volume[at], flags[at]);
    }

    /// A copy with half as much room again; a trading day of minutes needs few of them.
    BarColumns grown() {
        BarColumns larger = new BarColumns(start.length + Math.max(32, start.length / 2));
        larger.copy(this, 0, 0, start.length);
        return larger;
    }

    /// A copy with one free place at an index.
    BarColumns withGap(int at, int size) {
        BarColumns copy = new BarColumns(Math.max(start.length, size + 1));
        copy.copy(this, 0, 0, at);
        copy.copy(this, at, at + 1, size - at);
        return copy;
    }

    void copy(BarColumns source, int from, int to, int count) {
        System.arraycopy(source.start, from, start, to, count);
        System.arraycopy(source.open, from, open, to, count);
        System.arraycopy(source.high, from, high, to, count);
        System.arraycopy(source.low, from, low, to, count);
        System.arraycopy(source.close, from, close, to, count);
        System.arraycopy(source.volume, from, volume, to, count);
        System.arraycopy(source.vwap, from, vwap, to, count);
        System.arraycopy(source.flags, from, flags, to, count);
    }

    @Override
    public String toString() {
        return "BarColumns[capacity=" + start.length + ", first=" + Arrays.toString(Arrays.copyOf(start, 1)) + "]";
    }
}
