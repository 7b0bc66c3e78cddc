package in.sauda.core.candles;

import in.sauda.core.instruments.Instrument;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All one-minute candles of one minute, closed together, in symbol order. Reused for the next minute: nobody keeps it.
public final class CandleBatch {
    private long minuteMillis;
    private @Nullable MinuteTape[] tapes = new MinuteTape[64];
    private int size;

    CandleBatch() {}

    void restart(long minute) {
        minuteMillis = minute;
        size = 0;
    }

    void add(MinuteTape tape) {
        if (size == tapes.length) {
            tapes = Arrays.copyOf(tapes, size * 2);
        }
        // Mostly the same as a minute ago; writing a reference costs more than looking.
        if (tapes[size] != tape) {
            tapes[size] = tape;
        }
        size++;
    }

    /// Start of the minute, epoch milliseconds UTC.
    public long minuteMillis() {
        return minuteMillis;
    }

    private MinuteTape tape(int position) {
        return Objects.requireNonNull(tapes[Objects.checkIndex(position, size)]);
    }

    public int size() {
        return size;
    }

    /// Registry index of the instrument.
    public int index(int position) {
        return tape(position).index;
    }

    public Instrument instrument(int position) {
        return tape(position).instrument;
    }

    /// The instrument's one-minute series; the closed candle is at {@link #bar}.
    public LiveBarSeries series(int position) {
        return tape(position).series;
    }

    public int bar(int position) {
        return tape(position).closed - 1;
    }
}
