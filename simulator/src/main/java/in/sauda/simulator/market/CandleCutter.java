package in.sauda.simulator.market;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Cuts one day's trades into candles anchored at the start of continuous trading.
final class CandleCutter {
    private final int anchor;
    private final int slotsPerCandle;
    private final long originMillis;
    private final List<Candle> candles = new ArrayList<>();
    private int bucket = -1;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;

    CandleCutter(int anchor, Timeframe timeframe, LocalDate date) {
        this.anchor = anchor;
        this.slotsPerCandle = Math.toIntExact(timeframe.millis() / Slots.MILLIS);
        this.originMillis = IndiaTime.epochMillis(date, Slots.ORIGIN);
    }

    void add(int slot, long price, long quantity) {
        int wanted = (slot - anchor) / slotsPerCandle;
        if (wanted != bucket) {
            finish();
            bucket = wanted;
            open = price;
            high = price;
            low = price;
            volume = 0;
        }
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        volume += quantity;
    }

    /// Ends the bar that is still growing.
    void finish() {
        if (bucket >= 0) {
            long start = originMillis + (anchor + (long) bucket * slotsPerCandle) * Slots.MILLIS;
            candles.add(new Candle(start, open, high, low, close, volume, 0));
            bucket = -1;
        }
    }

    List<Candle> candles() {
        return candles;
    }
}
