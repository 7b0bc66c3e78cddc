package in.sauda.core.feed;

/// How much a subscription asks for. Ordered: a richer mode contains the poorer ones.
public enum FeedMode {
    /// Last price only; no volume, so no VWAP and no candles with volume.
    LTP,
    /// Last price, quantities, volume, day's open, high, low and previous close.
    QUOTE,
    /// Quote plus five levels of depth, open interest and circuit limits.
    FULL
}
