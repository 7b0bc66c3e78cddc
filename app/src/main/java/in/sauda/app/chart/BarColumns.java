package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;

/// What one pixel column shows when there are more bars than columns: the extremes of all its bars, none left out.
///
/// Costs one pyramid query per column, whatever the length of the history. The arrays are reused from frame to frame.
/// Owned by the JavaFX thread.
final class BarColumns {
    private int[] firstBars = new int[0];
    private long[] lows = new long[0];
    private long[] highs = new long[0];
    private long[] volumes = new long[0];
    private boolean[] rising = new boolean[0];
    private int count;

    /// Fills the columns of the view.
    ///
    /// @param pitchPixels width of one column in logical pixels
    void fill(BarSeries series, BarPyramid pyramid, Viewport view, double pitchPixels) {
        count = (int) Math.ceil(view.width() / pitchPixels);
        ensureCapacity(count + 1);
        int bars = Math.min(view.barCount(), pyramid.size());
        for (int column = 0; column <= count; column++) {
            firstBars[column] = (int) Math.clamp(Math.floor(view.barAt(column * pitchPixels)), 0, bars);
        }
        for (int column = 0; column < count; column++) {
            int from = firstBars[column];
            int to = firstBars[column + 1];
            if (from < to) {
                pyramid.query(from, to);
                lows[column] = pyramid.low();
                highs[column] = pyramid.high();
                volumes[column] = pyramid.volume();
                rising[column] = series.close(to - 1) >= series.open(from);
            }
        }
    }

    int count() {
        return count;
    }

    boolean filled(int column) {
        return firstBars[column] < firstBars[column + 1];
    }

    int from(int column) {
        return firstBars[column];
    }

    /// One past the last bar of the column.
    int to(int column) {
        return firstBars[column + 1];
    }

    long low(int column) {
        return lows[column];
    }

    long high(int column) {
        return highs[column];
    }

    long volume(int column) {
        return volumes[column];
    }

    /// True when the last bar of the column closed at or above the open of its first.
    boolean rising(int column) {
        return rising[column];
    }

    private void ensureCapacity(int columns) {
        if (firstBars.length < columns + 1) {
            int capacity = columns + columns / 4 + 16;
            firstBars = new int[capacity];
            lows = new long[capacity];
            highs = new long[capacity];
            volumes = new long[capacity];
            rising = new boolean[capacity];
        }
    }
}
