package in.sauda.core.paper;

import in.sauda.core.candles.CandleBatch;
import in.sauda.core.signals.Signal;
import java.util.HashMap;
import java.util.Map;

/// Trades signals on paper by itself (note 002, rules 2.10 X-3): one position per symbol, in at the signal's price and
/// out at the first close five minutes later, both with 0.05 % slippage. Makes no order. Engine thread only.
public final class PaperSignals {
    /// Share of the price lost each way.
    static final double SLIPPAGE = 0.0005;

    private static final long MINUTE_MILLIS = 60_000L;
    private static final long HOLD_MILLIS = 5 * MINUTE_MILLIS;

    private record Position(double entry, int sign, long dueMillis) {}

    private final Map<Integer, Position> positions = new HashMap<>();
    private int closed;
    private double percent;

    /// Enters unless the symbol already has a position.
    public void onSignal(Signal signal) {
        int sign = signal.type().endsWith("SHORT") ? -1 : 1;
        long closes = signal.candleMillis() + MINUTE_MILLIS;
        positions.putIfAbsent(
                signal.instrumentIndex(),
                new Position(signal.price() * (1 + sign * SLIPPAGE), sign, closes + HOLD_MILLIS));
    }

    /// Leaves what is due at the closes of one minute.
    public void onCandles(CandleBatch batch) {
        if (positions.isEmpty()) {
            return;
        }
        long closes = batch.minuteMillis() + MINUTE_MILLIS;
        for (int i = 0; i < batch.size(); i++) {
            Position position = positions.get(batch.index(i));
            if (position != null && closes >= position.dueMillis) {
                positions.remove(batch.index(i));
                double exit = batch.series(i).close(batch.bar(i)) * (1 - position.sign * SLIPPAGE);
                percent += position.sign * (exit - position.entry) / position.entry * 100;
                closed++;
            }
        }
    }

    /// Trades that are over.
    public int closed() {
        return closed;
    }

    /// Positions held.
    public int open() {
        return positions.size();
    }

    /// Sum of the closed trades' results in percent of their entries.
    public double percent() {
        return percent;
    }
}
