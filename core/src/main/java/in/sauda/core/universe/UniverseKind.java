package in.sauda.core.universe;

/// A kind of instruments that is streamed as a whole, up to a limit (rules 10.5).
public enum UniverseKind {
    INDEX(100),
    EQUITY(500),
    FUTURES(200),
    OPTIONS(500),
    /// Shares the broker lends money on.
    MTF(500),
    /// Shares the broker takes for intraday positions.
    MIS(500);

    private final int defaultLimit;

    UniverseKind(int defaultLimit) {
        this.defaultLimit = defaultLimit;
    }

    /// Most instruments of this kind unless the user says otherwise.
    public int defaultLimit() {
        return defaultLimit;
    }
}
