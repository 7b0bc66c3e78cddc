package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;

/// Finds bars by time; bars are in order of their start.
final class BarSearch {
    private BarSearch() {}

    /// First bar of {@code [from, to)} that starts at or after the time, {@code to} when there is none.
    static int firstAtOrAfter(BarSeries series, int from, int to, long millis) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (series.startMillis(middle) < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Last of the first {@code size} bars that starts at or before the time, -1 when all start later.
    static int lastAtOrBefore(BarSeries series, int size, long millis) {
        return millis == Long.MAX_VALUE ? size - 1 : firstAtOrAfter(series, 0, size, millis + 1) - 1;
    }
}
