package in.sauda.core.feed;

/// What became of a subscription.
public enum SubscriptionState {
    /// An update came within the last two minutes.
    TICKING,
    /// Its market trades and it ticked before, but not for two minutes.
    STALE,
    /// Asked for, never an update: illiquid, suspended, or not served.
    SILENT,
    /// It ticked before; its market does not trade now, so nothing is expected.
    IDLE,
    /// Over the broker's limit, waiting for room.
    WAITING,
    /// The broker's feed does not carry such instruments.
    REFUSED
}
