package in.sauda.core.candles;

import in.sauda.core.domain.FixedPoint;
import in.sauda.core.time.IndiaTime;

/// Session VWAP of a one-minute series: sum of typical price times volume over sum of volume, from the first bar of the
/// session date (rules 1.2). Undefined (NaN) until the session has traded a known volume.
///
/// Keeps the sums before the last bar, so a growing bar costs one division. The sums are always added in bar order,
/// which makes the incremental and the recomputed value the same bits.
final class SessionVwap {
    private final LiveBarSeries series;
    private final double scale;
    private int sumsBefore;
    private long session = Long.MAX_VALUE;
    private long nextSession = Long.MIN_VALUE;
    private double value;
    private double volume;

    SessionVwap(LiveBarSeries series) {
        this.series = series;
        // Three prices in a typical price.
        this.scale = 3.0 * FixedPoint.scale(series.priceDecimals());
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

    /// Goes back to the first bar of the session in which something changed.
    private void restart(int changed) {
        long day = IndiaTime.startOfDay(series.startMillis(Math.min(changed, series.size() - 1)));
        sumsBefore = series.countBefore(day);
        session = Long.MAX_VALUE;
        value = 0;
        volume = 0;
    }

    private void write(int bar) {
        enterSession(bar);
        double totalVolume = volume + known(bar);
        series.vwap(bar, totalVolume > 0 ? (value + turnover(bar)) / totalVolume / scale : Double.NaN);
    }

    private void add(int bar) {
        value += turnover(bar);
        volume += known(bar);
    }

    private void enterSession(int bar) {
        long start = series.startMillis(bar);
        if (start < session || start >= nextSession) {
            session = IndiaTime.startOfDay(start);
            nextSession = IndiaTime.nextMidnight(start);
            value = 0;
            volume = 0;
        }
    }

    private double turnover(int bar) {
        return (double) (series.high(bar) + series.low(bar) + series.close(bar)) * known(bar);
    }

    private double known(int bar) {
        return Math.max(0, series.volume(bar));
    }
}
