package in.sauda.core.candles;

import java.util.List;
import java.util.function.Consumer;

/// Merges candles of the past into a live series: missing and partial bars come from history, complete live ones stay
/// (rules 7.8).
final class HistoryMerge {
    private HistoryMerge() {}

    /// @param history oldest first
    /// @param repaired told each candle that replaces a partial one
    /// @return the number of bars taken over
    static int into(LiveBarSeries series, List<Candle> history, Consumer<Candle> repaired) {
        if (history.isEmpty()) {
            return 0;
        }
        BarColumns old = series.columns();
        int size = series.size();
        BarColumns merged = new BarColumns(size + history.size() + 8);
        int taken = 0;
        int at = 0;
        int live = 0;
        for (Candle past : history) {
            while (live < size && old.start[live] < past.startMillis()) {
                merged.copy(old, live++, at++, 1);
            }
            if (at > 0 && merged.start[at - 1] == past.startMillis()) {
                continue;
            }
            if (live < size && old.start[live] == past.startMillis()) {
                boolean partial = (old.flags[live] & Candle.PARTIAL) != 0 && !past.has(Candle.PARTIAL);
                if (partial) {
                    merged.set(at++, past);
                    repaired.accept(past);
                    taken++;
                    live++;
                } else {
                    merged.copy(old, live++, at++, 1);
                }
                continue;
            }
            merged.set(at++, past);
            taken++;
        }
        merged.copy(old, live, at, size - live);
        if (taken > 0) {
            series.replaceAll(merged, at + size - live);
        }
        return taken;
    }
}
