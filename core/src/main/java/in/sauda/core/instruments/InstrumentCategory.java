package in.sauda.core.instruments;

/// The seven categories of the Instruments view. Every row has one; unknown types land in OTHER and stay searchable.
public enum InstrumentCategory {
    EQUITY,
    OPTIONS,
    FUTURES,
    COMMODITY,
    CURRENCY,
    INDEX,
    OTHER
}
