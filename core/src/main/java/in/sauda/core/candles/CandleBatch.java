package in.sauda.core.candles;

import in.sauda.core.instruments.Instrument;
import java.util.ArrayList;
import java.util.List;

/// All one-minute candles of one minute, closed together, in symbol order. Reused for the next minute: nobody keeps it.
public final class CandleBatch {
    private long minuteMillis;
    private final List<MinuteTape> tapes = new ArrayList<>();

    CandleBatch() {}

    void restart(long minute) {
        minuteMillis = minute;
        tapes.clear();
    }

    void add(MinuteTape tape) {
        tapes.add(tape);
    }

    /// Start of the minute, epoch milliseconds UTC.
    public long minuteMillis() {
        return minuteMillis;
    }

    public int size() {
        return tapes.size();
    }

    /// Registry index of the instrument.
    public int index(int position) {
        return tapes.get(position).index;
    }

    public Instrument instrument(int position) {
        return tapes.get(position).instrument;
    }

    /// The instrument's one-minute series; the closed candle is at {@link #bar}.
    public LiveBarSeries series(int position) {
        return tapes.get(position).series;
    }

    public int bar(int position) {
        return tapes.get(position).closed - 1;
    }
}
