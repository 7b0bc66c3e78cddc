package in.sauda.app.chart;

import in.sauda.core.candles.Timeframe;
import in.sauda.core.indicators.CentralPivotRange;
import in.sauda.core.indicators.VwapBands;

/// Studies that begin anew with every session. On daily bars, whose sessions are months, they say nothing.
final class SessionStudies {
    private SessionStudies() {}

    /// Session VWAP with one and two standard deviations.
    static StudyLines vwapBands(StudyInput bars) {
        StudyLines lines = new StudyLines(Study.VWAP_BANDS, bars.size(), 4);
        VwapBands bands = new VwapBands();
        boolean daily = bars.series().timeframe() == Timeframe.D1;
        for (int bar = 0; bar < bars.size(); bar++) {
            if (bars.startsSession(bar)) {
                bands.reset();
            }
            bands.add(bars.high(bar), bars.low(bar), bars.close(bar), (double) bars.volume(bar));
            if (daily) {
                lines.set(bar, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
            } else {
                lines.set(bar, bands.upper(1), bands.lower(1), bands.upper(2), bands.lower(2));
            }
        }
        return lines;
    }

    /// Pivot and central range of the session before, flat over each session; none over the first.
    static StudyLines pivots(StudyInput bars) {
        StudyLines lines = new StudyLines(Study.CPR, bars.size(), 3);
        boolean daily = bars.series().timeframe() == Timeframe.D1;
        CentralPivotRange range = new CentralPivotRange(Double.NaN, Double.NaN, Double.NaN);
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (int bar = 0; bar < bars.size(); bar++) {
            if (bar > 0 && bars.startsSession(bar)) {
                range = CentralPivotRange.of(high, low, bars.close(bar - 1));
                high = Double.NEGATIVE_INFINITY;
                low = Double.POSITIVE_INFINITY;
            }
            high = Math.max(high, bars.high(bar));
            low = Math.min(low, bars.low(bar));
            double blank = daily ? Double.NaN : 0;
            lines.set(bar, range.pivot() + blank, range.high() + blank, range.low() + blank);
        }
        return lines;
    }
}
