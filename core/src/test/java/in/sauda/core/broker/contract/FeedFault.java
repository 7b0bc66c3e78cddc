package in.sauda.core.broker.contract;

/// What can go wrong on a market-data connection.
public enum FeedFault {
    DROP,
    DELAY,
    DUPLICATE,
    REORDER,
    HALF_FRAME,
    GARBAGE,
    WRONG_LENGTH,
    CUT,
    REFUSED_CONNECTION,
    SLOW,
    /// Pings are answered, prices stop.
    SILENT,
    /// Not even pings are answered.
    DEAD,
    CLOCK_SKEW,
    LOGGED_OUT;

    /// True when frames arrive that must not become prices.
    boolean corrupts() {
        return switch (this) {
            case HALF_FRAME, GARBAGE, WRONG_LENGTH -> true;
            case DROP, DELAY, DUPLICATE, REORDER, CUT, REFUSED_CONNECTION, SLOW, SILENT, DEAD, CLOCK_SKEW, LOGGED_OUT ->
                false;
        };
    }
}
