package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;

/// Keeps the pyramid and the session starts in step with a live series at a cost per frame that does not grow
/// with the history.
///
/// Every change re-reads the newest bars, where ticks and late amendments land, and a rolling slice of the older ones,
/// so that a correction anywhere shows up within a few seconds. When bars were inserted the starts move and everything
/// is read again. Owned by the JavaFX thread.
final class SeriesIndex {
    /// Late ticks amend bars up to five minutes old; the rest is margin.
    static final int NEWEST_BARS = 16;
    static final int SWEEP_BARS = 512;

    private final BarPyramid pyramid = new BarPyramid();
    private final SessionStarts sessions = new SessionStarts();
    private long revision;
    private long firstStartMillis;
    private long lastStartMillis;
    private int sweepFrom;
    private long layoutChanges;
    private boolean empty = true;
    private boolean rebuilt;

    /// Reads what changed.
    ///
    /// @return true when there was a change
    boolean refresh(BarSeries series) {
        long newRevision = series.revision();
        int size = series.size();
        if (!empty && newRevision == revision && size == pyramid.size()) {
            return false;
        }
        revision = newRevision;
        rebuilt = empty || size < pyramid.size() || shifted(series);
        if (rebuilt) {
            rebuild(series, size);
        } else {
            amend(series, size);
        }
        empty = false;
        remember(series, size);
        return true;
    }

    void clear() {
        empty = true;
        pyramid.clear();
    }

    BarPyramid pyramid() {
        return pyramid;
    }

    SessionStarts sessions() {
        return sessions;
    }

    /// Grows whenever bars were added or moved, so cached positions are stale.
    long layoutChanges() {
        return layoutChanges;
    }

    /// True when the last refresh read everything again because bars were inserted or replaced.
    boolean rebuilt() {
        return rebuilt;
    }

    private boolean shifted(BarSeries series) {
        int known = pyramid.size();
        return known > 0
                && (series.startMillis(0) != firstStartMillis || series.startMillis(known - 1) != lastStartMillis);
    }

    private void rebuild(BarSeries series, int size) {
        pyramid.clear();
        sessions.clear(series.timeframe());
        sweepFrom = 0;
        append(series, 0, size);
        layoutChanges++;
    }

    private void amend(BarSeries series, int size) {
        int known = pyramid.size();
        reread(series, Math.max(0, known - NEWEST_BARS), known);
        int sweepEnd = Math.min(known, sweepFrom + SWEEP_BARS);
        reread(series, sweepFrom, sweepEnd);
        sweepFrom = sweepEnd >= known ? 0 : sweepEnd;
        if (size > known) {
            append(series, known, size);
            layoutChanges++;
        }
    }

    private void append(BarSeries series, int from, int to) {
        for (int bar = from; bar < to; bar++) {
            pyramid.put(bar, series.low(bar), series.high(bar), series.volume(bar));
            sessions.append(bar, series.startMillis(bar));
        }
    }

    private void reread(BarSeries series, int from, int to) {
        for (int bar = from; bar < to; bar++) {
            long low = series.low(bar);
            long high = series.high(bar);
            long volume = series.volume(bar);
            if (!pyramid.holds(bar, low, high, volume)) {
                pyramid.put(bar, low, high, volume);
            }
        }
    }

    private void remember(BarSeries series, int size) {
        if (size > 0) {
            firstStartMillis = series.startMillis(0);
            lastStartMillis = series.startMillis(size - 1);
        }
    }
}
