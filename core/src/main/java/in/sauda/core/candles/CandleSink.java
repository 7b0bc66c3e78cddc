package in.sauda.core.candles;

import in.sauda.core.instruments.Instrument;
import java.util.List;

/// Where the candle builder's results go; called on the engine thread.
public interface CandleSink {
    /// A minute is complete. The batch is valid only during the call.
    void onClosed(CandleBatch batch);

    /// A closed candle changed: a late tick amended it, or it turned out to be incomplete.
    void onRevised(int index, Instrument instrument, Candle candle);

    /// History filled holes or replaced candles; these are as they are now, oldest first.
    void onMerged(int index, Instrument instrument, List<Candle> candles);

    /// Minutes of this instrument are missing and should be fetched from history.
    void onHole(int index, Instrument instrument);
}
