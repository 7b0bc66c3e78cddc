package in.sauda.core.review;

import in.sauda.core.candles.Candle;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the candles five and fifteen minutes after a signal (rules 2.5): the first one that starts at or after that
/// time, within three minutes and on the same day.
public final class Validation {
    private static final long MINUTE = 60_000L;
    private static final long LATEST_MILLIS = 3 * MINUTE;

    private Validation() {}

    /// @param candles of the signal's instrument, oldest first
    public static Observation observe(Signal signal, List<Candle> candles, Observation.ReviewerNotes notes) {
        return new Observation(signal, after(signal, candles, 5), after(signal, candles, 15), notes);
    }

    private static @Nullable Candle after(Signal signal, List<Candle> candles, int minutes) {
        long wanted = signal.candleMillis() + minutes * MINUTE;
        for (Candle candle : candles) {
            if (candle.startMillis() >= wanted) {
                boolean near = candle.startMillis() <= wanted + LATEST_MILLIS;
                boolean sameDay = candle.startMillis() < IndiaTime.nextMidnight(signal.candleMillis());
                return near && sameDay ? candle : null;
            }
        }
        return null;
    }
}
