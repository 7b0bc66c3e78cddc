package in.sauda.core.candlefile;

/// What a symbol of a candle file is; it decides hours and charges.
public enum InstrumentKind {
    EQUITY,
    FUTURE,
    OPTION,
    INDEX,
    /// Guessed from the key, the symbol and whether anything was traded.
    AUTO
}
