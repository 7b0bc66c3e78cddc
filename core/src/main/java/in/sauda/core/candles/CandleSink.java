package in.sauda.core.candles;

import in.sauda.core.instruments.Instrument;

/// Where the candle builder's results go; called on the engine thread.
public interface CandleSink {
    /// A minute is complete. The batch is valid only during the call.
    void onClosed(CandleBatch batch);

    /// A closed candle changed: a late tick amended it, it turned out to be incomplete, or history replaced it.
    void onRevised(int index, Instrument instrument, Candle candle);

    /// Minutes of this instrument are missing and should be fetched from history.
    void onHole(int index, Instrument instrument);
}
