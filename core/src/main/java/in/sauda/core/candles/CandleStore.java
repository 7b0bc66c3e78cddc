package in.sauda.core.candles;

import in.sauda.core.domain.InstrumentKey;
import java.util.List;

/// Candles on disk, unique by instrument, timeframe and start: saving one again replaces it.
///
/// Calls block; never on the engine or UI thread. Failures are unchecked storage exceptions.
public interface CandleStore {
    record Entry(InstrumentKey key, Timeframe timeframe, Candle candle) {}

    /// Saves all or nothing.
    void save(List<Entry> entries);

    /// Instruments with candles whose start lies in {@code [fromMillis, toMillis)}, in no order.
    List<InstrumentKey> stored(Timeframe timeframe, long fromMillis, long toMillis);

    /// Candles whose start lies in {@code [fromMillis, toMillis)}, oldest first.
    List<Candle> load(InstrumentKey key, Timeframe timeframe, long fromMillis, long toMillis);

    /// One-minute candles whose start lies in {@code [fromMillis, toMillis)}, oldest first, without their flags: for
    /// backtests, which read millions.
    default CandleArray columns(InstrumentKey key, long fromMillis, long toMillis) {
        CandleArray columns = new CandleArray();
        load(key, Timeframe.M1, fromMillis, toMillis).forEach(columns::add);
        return columns;
    }

    /// Saves one-minute candles of days that are long over, as {@link #save} and {@link #pack} together would, only
    /// quicker.
    ///
    /// @param candles oldest first
    void archive(InstrumentKey key, List<Candle> candles);

    /// Packs the one-minute candles of days that were over before that moment, so that they take less room and are read
    /// quicker; nothing else changes. Takes its time, and others may read and write meanwhile.
    ///
    /// @return days packed, one an instrument
    int pack(long beforeMillis);

    /// Forgets one-minute candles from before that moment.
    void forget(long beforeMillis);
}
