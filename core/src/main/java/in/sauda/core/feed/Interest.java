package in.sauda.core.feed;

/// How much a wish for market data matters when a broker streams fewer instruments than are wanted; earlier ones stay
/// (rules 10.5).
public enum Interest {
    POSITION,
    ORDER,
    STRATEGY,
    /// An open chart, ladder or option chain.
    VIEW,
    WATCHLIST,
    OTHER
}
