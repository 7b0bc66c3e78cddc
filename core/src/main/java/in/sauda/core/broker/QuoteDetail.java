package in.sauda.core.broker;

/// How much a polled quote carries. Ordered: a richer one contains the poorer ones.
public enum QuoteDetail {
    /// Last price only.
    LAST,
    /// Last price and the day's open, high, low and previous close.
    OHLC,
    /// Everything, volume and five levels of depth included.
    FULL
}
