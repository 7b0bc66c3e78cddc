package in.sauda.core.strategy;

import in.sauda.core.candles.CandleBatch;

/// A rule that looks at closed candles and may raise signals. It never places orders.
///
/// One instance per profile, without global state. Runs on the engine thread; it must not block. An exception stops
/// this instance and is shown; the others go on.
public interface Strategy {
    /// Profile name, e.g. {@code momentum}.
    String name();

    /// All candles of one minute, closed together, in symbol order. The batch is valid only during the call.
    void onCandles(CandleBatch batch);

    /// Signals it kept to itself because of its repeat rule, its hours or the candle's age.
    long suppressed();
}
