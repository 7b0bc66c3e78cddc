package in.sauda.core.engine;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleBatch;
import in.sauda.core.health.MinuteAgreement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares our one-minute candles with the broker's own, where its feed carries them. Engine thread only.
///
/// The feed conflates, so a price that traded between two of its updates is in the broker's bar and not in ours: a
/// narrower range is expected and counted apart. A range that reaches beyond the broker's cannot come from its
/// prices; something is wrong then.
final class MinuteCheck {
    /// A bar comes when the minute after it is over, in which ours has been closed twice.
    private static final int KEPT = 3;

    /// What is known of one instrument.
    private static final class Row {
        private final List<Candle> ours = new ArrayList<>(KEPT + 1);
        private @Nullable Candle theirs;
    }

    private final List<Row> rows = new ArrayList<>();
    private long compared;
    private long narrower;
    private long different;

    private Row row(int instrument) {
        while (rows.size() <= instrument) {
            rows.add(new Row());
        }
        return rows.get(instrument);
    }

    /// Takes what was closed just now.
    void closed(CandleBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            Row row = row(batch.index(i));
            row.ours.add(batch.series(i).candle(batch.bar(i)));
            if (row.ours.size() > KEPT) {
                row.ours.removeFirst();
            }
            compare(row);
        }
    }

    /// Takes a finished bar of the broker's.
    void theirs(int instrument, Candle bar) {
        Row row = row(instrument);
        row.theirs = bar;
        compare(row);
    }

    private void compare(Row row) {
        Candle theirs = row.theirs;
        if (theirs == null) {
            return;
        }
        for (Candle ours : row.ours) {
            if (ours.startMillis() == theirs.startMillis()) {
                row.theirs = null;
                if (!ours.has(Candle.PARTIAL | Candle.HISTORY)) {
                    count(ours, theirs);
                }
                return;
            }
        }
    }

    private void count(Candle ours, Candle theirs) {
        compared++;
        if (ours.high() > theirs.high() || ours.low() < theirs.low()) {
            different++;
        } else if (ours.high() < theirs.high() || ours.low() > theirs.low() || ours.close() != theirs.close()) {
            narrower++;
        }
    }

    MinuteAgreement agreement() {
        return new MinuteAgreement(compared, narrower, different);
    }
}
