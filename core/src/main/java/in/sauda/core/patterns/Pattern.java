package in.sauda.core.patterns;

/// What a candle, or a candle and those before it, may look like.
public enum Pattern {
    STRONG_BULL,
    STRONG_BEAR,
    HAMMER,
    SHOOTING_STAR,
    BULLISH_ENGULFING,
    BEARISH_ENGULFING,
    INSIDE_BAR,
    RANGE_COMPRESSION,
    /// Narrowest range of seven bars.
    NR7,
    /// Bollinger bands inside the Keltner channel.
    SQUEEZE
}
