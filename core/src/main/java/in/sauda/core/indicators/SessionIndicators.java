package in.sauda.core.indicators;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.time.IndiaTime;

/// Day's high and low and relative volume of one instrument, carried from bar to bar.
///
/// Starts over by itself when older bars changed (late ticks, history). The session VWAP is a column of the series.
/// Engine thread only.
public final class SessionIndicators {
    private final RelativeVolume relativeVolume;
    private int structure = -1;
    private int next;
    private long session = Long.MAX_VALUE;
    private long nextSession = Long.MIN_VALUE;
    private long high;
    private long low;

    /// @param volumeWindow bars in the volume mean
    public SessionIndicators(int volumeWindow) {
        relativeVolume = new RelativeVolume(volumeWindow);
    }

    /// Brings everything to the close of a bar.
    public void advanceTo(LiveBarSeries series, int bar) {
        if (series.structure() != structure || bar < next - 1) {
            structure = series.structure();
            next = 0;
            session = Long.MAX_VALUE;
            relativeVolume.reset();
        }
        for (; next <= bar; next++) {
            add(series, next);
        }
    }

    /// Takes the next bar of a series that is only read: the caller begins at bar 0 and leaves none out.
    public void add(BarSeries series, int bar) {
        long start = series.startMillis(bar);
        if (start < session || start >= nextSession) {
            session = IndiaTime.startOfDay(start);
            nextSession = IndiaTime.nextMidnight(start);
            high = series.high(bar);
            low = series.low(bar);
        }
        high = Math.max(high, series.high(bar));
        low = Math.min(low, series.low(bar));
        relativeVolume.add(Math.max(0, series.volume(bar)));
    }

    /// Highest price of the session, fixed-point.
    public long dayHigh() {
        return high;
    }

    /// Lowest price of the session, fixed-point.
    public long dayLow() {
        return low;
    }

    public double relativeVolume() {
        return relativeVolume.value();
    }

    /// Distance of a price from the day's high in percent of the high (rules 1.2).
    public double dayHighDistancePercent(long price) {
        return (double) (high - price) / high * 100.0;
    }

    /// Distance of a price from the day's low in percent of the low.
    public double dayLowDistancePercent(long price) {
        return (double) (price - low) / low * 100.0;
    }

    /// A fixed-point price in rupees.
    public static double rupees(BarSeries series, long price) {
        return FixedPoint.toDouble(price, series.priceDecimals());
    }
}
