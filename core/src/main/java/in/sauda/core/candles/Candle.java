package in.sauda.core.candles;

/// One finished bar. Prices are fixed-point in the segment's decimals.
///
/// @param startMillis start of the bar, epoch milliseconds UTC
/// @param volume units traded in the bar, or -1 when the source has no volume
/// @param flags bit set of the constants below
public record Candle(long startMillis, long open, long high, long low, long close, long volume, int flags) {
    /// The bar does not cover its whole interval.
    public static final int PARTIAL = 1;
    /// Amended after it was closed.
    public static final int REVISED = 2;
    /// Came from the broker's history instead of ticks.
    public static final int HISTORY = 4;
    /// Contains a suspiciously large single print.
    public static final int SPIKE = 8;
    /// A hole of ours, missing or incomplete, that the broker's history filled.
    public static final int PATCHED = 16;
    /// Compared with the broker's history after the close, and replaced where it differed.
    public static final int FINAL = 32;

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
