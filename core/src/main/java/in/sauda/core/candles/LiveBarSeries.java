package in.sauda.core.candles;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// A bar series in growable primitive arrays: one writer, any number of readers, no locks.
///
/// The arrays are published before the size that covers them, and both before the revision. A series never
/// shrinks, so an index a reader has seen stays valid for ever; bars inserted before it move the content, which
/// the next revision tells. With one writer release and acquire are enough; a full fence for every bar would cost a
/// backtest a third of its time.
public final class LiveBarSeries implements BarSeries {
    private static final int FIRST_CAPACITY = 32;
    private static final VarHandle SIZE = handle("size", int.class);
    private static final VarHandle REVISION = handle("revision", long.class);

    private final Timeframe timeframe;
    private final int priceDecimals;
    private volatile BarColumns columns;
    private int size;
    private volatile boolean forming;
    private long revision;
    private int structure;

    public LiveBarSeries(Timeframe timeframe, int priceDecimals) {
        this(timeframe, priceDecimals, FIRST_CAPACITY);
    }

    /// @param capacity bars there is room for from the start
    LiveBarSeries(Timeframe timeframe, int priceDecimals, int capacity) {
        this.timeframe = timeframe;
        this.priceDecimals = priceDecimals;
        columns = new BarColumns(Math.max(FIRST_CAPACITY, capacity));
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(LiveBarSeries.class, field, type);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("the field is in this class", impossible);
        }
    }

    @Override
    public int size() {
        return (int) SIZE.getAcquire(this);
    }

    @Override
    public boolean forming() {
        return forming;
    }

    @Override
    public long revision() {
        return (long) REVISION.getAcquire(this);
    }

    @Override
    public int priceDecimals() {
        return priceDecimals;
    }

    @Override
    public Timeframe timeframe() {
        return timeframe;
    }

    @Override
    public long startMillis(int bar) {
        return columns.start[bar];
    }

    @Override
    public long open(int bar) {
        return columns.open[bar];
    }

    @Override
    public long high(int bar) {
        return columns.high[bar];
    }

    @Override
    public long low(int bar) {
        return columns.low[bar];
    }

    @Override
    public long close(int bar) {
        return columns.close[bar];
    }

    @Override
    public long volume(int bar) {
        return columns.volume[bar];
    }

    @Override
    public double vwap(int bar) {
        return columns.vwap[bar];
    }

    @Override
    public int flags(int bar) {
        return columns.flags[bar];
    }

    /// The bar as a value.
    public Candle candle(int bar) {
        return columns.candle(bar);
    }

    /// Changes whenever anything but the last two bars changed, so that whoever keeps running sums starts
    /// again. Writer only.
    public int structure() {
        return structure;
    }

    /// Tells that an older bar was changed in place.
    void restructured() {
        structure++;
    }

    /// Index of the bar that starts at that time, or {@code -(insertion point) - 1}. Looks from the end, where the
    /// writer works.
    int find(long startMillis) {
        BarColumns data = columns;
        int last = size - 1;
        if (last < 0 || data.start[last] < startMillis) {
            return -size - 1;
        }
        if (data.start[last] == startMillis) {
            return last;
        }
        return Arrays.binarySearch(data.start, 0, last, startMillis);
    }

    /// Number of bars that start before the time.
    public int countBefore(long startMillis) {
        int found = find(startMillis);
        return found >= 0 ? found : -found - 1;
    }

    /// Adds a bar behind the last one. Call {@link #touch()} when it is complete.
    void append(long start, long open, long high, long low, long close, long volume, int flags) {
        BarColumns data = columns;
        int at = size;
        if (at == data.start.length) {
            data = data.grown();
            columns = data;
        }
        data.set(at, start, open, high, low, close, volume, flags);
        SIZE.setRelease(this, at + 1);
    }

    /// Inserts a bar before others; rare, so it copies.
    void insert(int at, Candle bar) {
        int count = size;
        BarColumns data = columns.withGap(at, count);
        data.set(at, bar);
        columns = data;
        SIZE.setRelease(this, count + 1);
        structure++;
    }

    void replace(int at, Candle bar) {
        columns.set(at, bar);
        if (at < size - 2) {
            structure++;
        }
    }

    /// Takes a whole new content, at least as long as the old one.
    void replaceAll(BarColumns content, int count) {
        if (count < size) {
            throw new IllegalArgumentException("a series never shrinks: " + count + " < " + size);
        }
        columns = content;
        SIZE.setRelease(this, count);
        structure++;
    }

    void vwap(int bar, double value) {
        columns.vwap[bar] = value;
    }

    BarColumns columns() {
        return columns;
    }

    void forming(boolean value) {
        if (forming != value) {
            forming = value;
            touch();
        }
    }

    /// Announces what was written since the last call.
    void touch() {
        REVISION.setRelease(this, revision + 1);
    }
}
