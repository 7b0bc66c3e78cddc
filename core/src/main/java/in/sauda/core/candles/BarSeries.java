package in.sauda.core.candles;

/// A live, readable series of bars of one instrument: written by the engine thread, read by a chart without
/// locks or copies.
///
/// Bars {@code 0 .. size()-1} are closed, except that the last one is still forming while {@link #forming()} is true.
/// A reader takes {@link #size()} first and then reads indices below it. An amended or growing bar may be seen half
/// updated for one
/// frame; {@link #revision()} changes after every write, so the next frame repairs it.
public interface BarSeries {
    int size();

    /// True when the last bar is still growing.
    boolean forming();

    /// Changes after every write; equal revisions mean equal content.
    long revision();

    /// Decimals of the fixed-point prices.
    int priceDecimals();

    Timeframe timeframe();

    long startMillis(int bar);

    long open(int bar);

    long high(int bar);

    long low(int bar);

    long close(int bar);

    /// Units traded, or -1 when unknown.
    long volume(int bar);

    /// Session VWAP at the close of the bar in rupees, NaN when undefined.
    double vwap(int bar);

    /// Flags of {@link Candle}.
    int flags(int bar);
}
