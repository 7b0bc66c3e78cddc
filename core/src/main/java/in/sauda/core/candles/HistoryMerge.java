package in.sauda.core.candles;

import in.sauda.core.time.IndiaTime;
import java.util.List;
import java.util.function.Consumer;

/// Merges candles of the past into a live series: missing and partial bars come from history, complete live ones stay
/// until a final candle comes (rules 7.8).
final class HistoryMerge {
    private static final int KEPT_MARKS = Candle.SPIKE | Candle.PATCHED;

    private final BarColumns old;
    private final int size;
    private final BarColumns merged;
    private final Consumer<Candle> replaced;
    private final Consumer<Candle> added;
    private int taken;
    private int at;
    private int live;

    private HistoryMerge(LiveBarSeries series, int room, Consumer<Candle> replaced, Consumer<Candle> added) {
        old = series.columns();
        size = series.size();
        merged = new BarColumns(size + room + 8);
        this.replaced = replaced;
        this.added = added;
    }

    /// @param history oldest first
    /// @param replaced told each candle that takes the place of one of ours
    /// @param added told each candle of which we had nothing
    /// @return the number of bars taken over
    static int into(LiveBarSeries series, List<Candle> history, Consumer<Candle> replaced, Consumer<Candle> added) {
        if (history.isEmpty()) {
            return 0;
        }
        HistoryMerge merge = new HistoryMerge(series, history.size(), replaced, added);
        history.forEach(merge::take);
        merge.merged.copy(merge.old, merge.live, merge.at, merge.size - merge.live);
        if (merge.taken > 0) {
            series.replaceAll(merge.merged, merge.at + merge.size - merge.live);
        }
        return merge.taken;
    }

    private void take(Candle past) {
        while (live < size && old.start[live] < past.startMillis()) {
            keep();
        }
        if (at > 0 && merged.start[at - 1] == past.startMillis()) {
            return;
        }
        if (live == size || old.start[live] != past.startMillis()) {
            add(past);
        } else if (past.has(Candle.FINAL)) {
            finish(past);
        } else if (partial(old.flags[live]) && !past.has(Candle.PARTIAL)) {
            replace(past.has(Candle.HISTORY) ? marked(past, past.flags() | Candle.PATCHED) : past);
        } else {
            keep();
        }
    }

    private void keep() {
        merged.copy(old, live++, at++, 1);
    }

    private void add(Candle past) {
        Candle candle = fillsHole(past) ? marked(past, past.flags() | Candle.PATCHED) : past;
        merged.set(at++, candle);
        added.accept(candle);
        taken++;
    }

    /// We made the minute before ourselves, so we should have made this one.
    private boolean fillsHole(Candle past) {
        return past.has(Candle.HISTORY)
                && at > 0
                && (merged.flags[at - 1] & (Candle.HISTORY | Candle.PATCHED)) != Candle.HISTORY
                && IndiaTime.startOfDay(merged.start[at - 1]) == IndiaTime.startOfDay(past.startMillis());
    }

    private void replace(Candle candle) {
        merged.set(at++, candle);
        live++;
        taken++;
        replaced.accept(candle);
    }

    /// The broker's last word: ours keeps its origin where it says the same.
    private void finish(Candle past) {
        int flags = old.flags[live];
        Candle ours = old.candle(live);
        if (same(ours, past)) {
            int last = (flags & ~Candle.PARTIAL) | Candle.FINAL;
            if (last == flags) {
                keep();
            } else {
                replace(marked(ours, last));
            }
            return;
        }
        int patched = partial(flags) ? Candle.PATCHED : 0;
        int revised = (flags & (Candle.PARTIAL | Candle.HISTORY)) == 0 ? Candle.REVISED : 0;
        replace(marked(past, past.flags() | (flags & KEPT_MARKS) | patched | revised));
    }

    /// Unknown volume, which an index has, says nothing.
    private static boolean same(Candle one, Candle other) {
        return one.open() == other.open()
                && one.high() == other.high()
                && one.low() == other.low()
                && one.close() == other.close()
                && (other.volume() < 0 || Math.max(0, one.volume()) == other.volume());
    }

    private static boolean partial(int flags) {
        return (flags & Candle.PARTIAL) != 0;
    }

    private static Candle marked(Candle candle, int flags) {
        return new Candle(
                candle.startMillis(),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume(),
                flags);
    }
}
