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
}
