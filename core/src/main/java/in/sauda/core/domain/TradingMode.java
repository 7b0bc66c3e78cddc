package in.sauda.core.domain;

/// Where an order goes. Fixed when the order object is created and checked again at the wire.
public enum TradingMode {
    /// To the local exchange simulator over the broker's wire protocol.
    DEMO,
    /// To the in-process paper engine, priced from live quotes.
    PAPER,
    /// To the broker, with real money.
    LIVE
}
