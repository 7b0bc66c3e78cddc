package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.domain.FixedPoint;

/// The closed bars of a series in rupees, as indicators take them.
///
/// @param size closed bars
record StudyInput(BarSeries series, SessionStarts sessions, int size) {
    double high(int bar) {
        return rupees(series.high(bar));
    }

    double low(int bar) {
        return rupees(series.low(bar));
    }

    double close(int bar) {
        return rupees(series.close(bar));
    }

    /// Units traded, 0 when unknown.
    long volume(int bar) {
        return Math.max(0, series.volume(bar));
    }

    boolean startsSession(int bar) {
        return sessions.startsAt(bar);
    }

    private double rupees(long price) {
        return FixedPoint.toDouble(price, series.priceDecimals());
    }
}
