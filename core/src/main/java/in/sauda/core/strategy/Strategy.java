package in.sauda.core.strategy;

import in.sauda.core.candles.CandleBatch;

/// A rule that looks at closed candles and may raise signals. It never places orders.
///
/// One instance per profile, without global state. Runs on the engine thread; it must not block. An exception is
/// counted and shown once, the strategy keeps running with the next minute.
public interface Strategy {
    /// Profile name, e.g. {@code momentum}.
    String name();

    /// All candles of one minute, closed together, in symbol order. The batch is valid only during the call.
    void onCandles(CandleBatch batch);
}
