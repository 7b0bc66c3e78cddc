package in.sauda.core.calendar;

/// What a market is doing.
public enum Phase {
    CLOSED,
    PRE_OPEN,
    CONTINUOUS,
    /// Closing auction of cash stocks with derivatives, since 3 Aug 2026.
    CLOSING_AUCTION,
    POST_CLOSE
}
