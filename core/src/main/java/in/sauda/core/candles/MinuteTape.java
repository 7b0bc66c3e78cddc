package in.sauda.core.candles;

import in.sauda.core.calendar.SessionClass;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import java.util.Comparator;

/// One instrument's one-minute candles in the making. The open buckets are simply the last bars of the series.
final class MinuteTape {
    /// The order in which instruments follow each other in a batch.
    static final Comparator<MinuteTape> SYMBOL_ORDER = Comparator.comparing(
                    (MinuteTape tape) -> tape.instrument.segment())
            .thenComparing(tape -> tape.instrument.symbol())
            .thenComparingInt(tape -> tape.index);

    final int index;
    final Instrument instrument;
    final SessionClass sessionClass;
    final LiveBarSeries series;
    final VolumeTracker volume = new VolumeTracker();
    final SessionVwap vwap;

    /// Bars of the series that are closed; the rest is open.
    int closed;

    /// Start of the newest minute of which something was missed, or Long.MIN_VALUE.
    long partialMinute = Long.MIN_VALUE;

    private long firstTradeMillis;
    private long lastTradeMillis;
    private long previousTradeMillis;

    MinuteTape(int index, Instrument instrument, LiveBarSeries series) {
        this.index = index;
        this.instrument = instrument;
        this.sessionClass = SessionClass.of(instrument);
        this.series = series;
        this.vwap = new SessionVwap(series);
    }

    /// Puts a trade into the bar of its minute and returns that bar's index.
    int trade(long minute, long eventMillis, MarketEvent event, long units, int marks) {
        int flags = minute == partialMinute ? marks | Candle.PARTIAL : marks;
        int found = series.find(minute);
        int bar = found >= 0 ? found : -found - 1;
        if (found >= 0) {
            grow(bar, eventMillis, event, units, flags);
        } else {
            open(bar, minute, eventMillis, event, units, flags);
        }
        vwap.update(bar);
        series.touch();
        return bar;
    }

    private void open(int bar, long minute, long eventMillis, MarketEvent event, long units, int flags) {
        long price = event.lastPrice;
        if (bar == series.size()) {
            previousTradeMillis = lastTradeMillis;
            firstTradeMillis = eventMillis;
            lastTradeMillis = eventMillis;
            series.append(minute, price, high(event), low(event), price, units, flags);
        } else {
            series.insert(bar, new Candle(minute, price, high(event), low(event), price, units, flags));
        }
    }

    private void grow(int bar, long eventMillis, MarketEvent event, long units, int flags) {
        BarColumns data = series.columns();
        data.high[bar] = Math.max(data.high[bar], high(event));
        data.low[bar] = Math.min(data.low[bar], low(event));
        if (newest(bar, eventMillis)) {
            data.close[bar] = event.lastPrice;
        }
        if (units >= 0) {
            data.volume[bar] = Math.max(0, data.volume[bar]) + units;
        }
        data.flags[bar] |= flags;
        if (bar < series.size() - 2) {
            series.restructured();
        }
    }

    private boolean newest(int bar, long eventMillis) {
        int fromEnd = series.size() - 1 - bar;
        if (fromEnd == 0 && eventMillis >= lastTradeMillis) {
            lastTradeMillis = eventMillis;
            return true;
        }
        if (fromEnd == 1 && eventMillis >= previousTradeMillis) {
            previousTradeMillis = eventMillis;
            return true;
        }
        return false;
    }

    /// Lets an out-of-order price widen its own bar, if that is still open.
    void widen(long minute, MarketEvent event) {
        int bar = series.find(minute);
        if (bar >= closed) {
            BarColumns data = series.columns();
            data.high[bar] = Math.max(data.high[bar], high(event));
            data.low[bar] = Math.min(data.low[bar], low(event));
            vwap.update(bar);
            series.touch();
        }
    }

    /// True when a tick that comes too late would have changed more than the range of its bar: the bar before
    /// it got its volume, or another tick became the open.
    boolean disturbedBy(long minute, long eventMillis) {
        int bar = series.find(minute);
        return bar < series.size() - 1 || eventMillis < firstTradeMillis;
    }

    /// Marks a bar as incomplete, so that history replaces it.
    ///
    /// @return false when it was marked already
    boolean markPartial(int bar) {
        int[] flags = series.columns().flags;
        if ((flags[bar] & Candle.PARTIAL) != 0) {
            return false;
        }
        flags[bar] |= Candle.PARTIAL;
        if (bar < series.size() - 2) {
            series.restructured();
        }
        series.touch();
        return true;
    }

    private static long high(MarketEvent event) {
        return event.conflatedCount == 0 ? event.lastPrice : event.conflatedHigh;
    }

    private static long low(MarketEvent event) {
        return event.conflatedCount == 0 ? event.lastPrice : event.conflatedLow;
    }

    /// Start of the oldest open bar, or Long.MAX_VALUE.
    long oldestOpen() {
        return closed < series.size() ? series.startMillis(closed) : Long.MAX_VALUE;
    }

    void updateForming() {
        series.forming(closed < series.size());
    }
}
