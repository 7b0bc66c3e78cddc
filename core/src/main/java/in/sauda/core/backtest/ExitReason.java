package in.sauda.core.backtest;

/// Why a backtest trade ended.
public enum ExitReason {
    STOP,
    TARGET,
    TIME,
    SQUARE_OFF,
    /// The symbol's candles of the day ended before anything else did: the last close counts.
    SESSION_END
}
