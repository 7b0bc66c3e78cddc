package in.sauda.core.candles;

import in.sauda.core.domain.FixedPoint;
import in.sauda.core.time.IndiaTime;
import org.jspecify.annotations.Nullable;

/// Session VWAP of a one-minute series: sum of typical price times volume over sum of volume, from the first bar of the
/// session date (rules 1.2). Undefined (NaN) until the session has traded a known volume.
///
/// An index has no volume of its own; it may borrow that of its nearest future, minute by minute (rules 7.9). Then it
/// is undefined, too, while less than four fifths of the session's minutes have any.
///
/// Keeps the sums before the last bar, so a growing bar costs one division. The sums are always added in bar order,
/// which makes the incremental and the recomputed value the same bits.
final class SessionVwap {
    private final LiveBarSeries series;
    private final double scale;
    private int sumsBefore;
    private long session = Long.MAX_VALUE;
    private long nextSession = Long.MIN_VALUE;
    private @Nullable LiveBarSeries lender;
    private double value;
    private double volume;
    private int bars;
    private int lent;

    SessionVwap(LiveBarSeries series) {
        this.series = series;
        // Three prices in a typical price.
        this.scale = 3.0 * FixedPoint.scale(series.priceDecimals());
    }

    /// Takes the volume of another series from now on.
    void borrow(LiveBarSeries from) {
        lender = from;
        update(0);
        series.touch();
    }

    boolean borrowsFrom(LiveBarSeries from) {
        return lender == from;
    }

    /// Brings the VWAP of all bars from {@code from} to the last one up to date.
    void update(int from) {
        if (from < sumsBefore) {
            restart(from);
        }
        int size = series.size();
        while (sumsBefore < size - 1) {
            write(sumsBefore);
            add(sumsBefore++);
        }
        if (size > 0) {
            write(size - 1);
        }
    }

    /// Takes the bar that was appended last and never changes again; every bar before was taken like that, and nothing
    /// is borrowed. The sums are
    /// the same bits as {@link #update} makes.
    void append(int bar) {
        BarColumns data = series.columns();
        enterSession(data.start[bar]);
        double units = Math.max(0, data.volume[bar]);
        value += (double) (data.high[bar] + data.low[bar] + data.close[bar]) * units;
        volume += units;
        data.vwap[bar] = volume > 0 ? value / volume / scale : Double.NaN;
        sumsBefore = bar + 1;
    }

    /// Goes back to the first bar of the session in which something changed.
    private void restart(int changed) {
        long day = IndiaTime.startOfDay(series.startMillis(Math.min(changed, series.size() - 1)));
        sumsBefore = series.countBefore(day);
        session = Long.MAX_VALUE;
        forget();
    }

    private void forget() {
        value = 0;
        volume = 0;
        bars = 0;
        lent = 0;
    }

    private void write(int bar) {
        enterSession(series.startMillis(bar));
        double own = known(bar);
        double totalVolume = volume + own;
        boolean enough = lender == null || (lent + (own > 0 ? 1 : 0)) * 5 >= (bars + 1) * 4;
        series.vwap(bar, totalVolume > 0 && enough ? (value + turnover(bar)) / totalVolume / scale : Double.NaN);
    }

    private void add(int bar) {
        double own = known(bar);
        value += turnover(bar);
        volume += own;
        bars++;
        lent += own > 0 ? 1 : 0;
    }

    private void enterSession(long start) {
        if (start < session || start >= nextSession) {
            session = IndiaTime.startOfDay(start);
            nextSession = IndiaTime.nextMidnight(start);
            forget();
        }
    }

    private double turnover(int bar) {
        return (double) (series.high(bar) + series.low(bar) + series.close(bar)) * known(bar);
    }

    private double known(int bar) {
        LiveBarSeries from = lender;
        if (from == null) {
            return Math.max(0, series.volume(bar));
        }
        int found = from.find(series.startMillis(bar));
        return found < 0 ? 0 : Math.max(0, from.volume(found));
    }
}
