package in.sauda.app.testkit;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;

/// A series of finished bars, `{start, open, high, low, close, volume}` each.
public final class ArrayBars implements BarSeries {
    private final Timeframe timeframe;
    private final long[][] bars;

    public ArrayBars(Timeframe timeframe, long[][] bars) {
        this.timeframe = timeframe;
        this.bars = bars;
    }

    @Override
    public Timeframe timeframe() {
        return timeframe;
    }

    public static ArrayBars empty(Timeframe timeframe) {
        return new ArrayBars(timeframe, new long[0][]);
    }

    @Override
    public int size() {
        return bars.length;
    }

    @Override
    public boolean forming() {
        return bars.length > 0;
    }

    @Override
    public long revision() {
        return 1;
    }

    @Override
    public int priceDecimals() {
        return 2;
    }

    @Override
    public long startMillis(int bar) {
        return bars[bar][0];
    }

    @Override
    public long open(int bar) {
        return bars[bar][1];
    }

    @Override
    public long high(int bar) {
        return bars[bar][2];
    }

    @Override
    public long low(int bar) {
        return bars[bar][3];
    }

    @Override
    public long close(int bar) {
        return bars[bar][4];
    }

    @Override
    public long volume(int bar) {
        return bars[bar][5];
    }

    @Override
    public double vwap(int bar) {
        return (bars[0][1] + bars[bar][4]) / 200.0;
    }

    @Override
    public int flags(int bar) {
        return 0;
    }
}
