package in.sauda.simulator.exchange;

/// Where a good-till-triggered rule stands, in the words of the wire (protocol 1.20).
public enum GttStatus {
    /// Taken, not yet watched.
    NEW,
    /// Watched while the market trades.
    ACTIVE,
    SENTTOEXCHANGE,
    CANCELLED;

    boolean waiting() {
        return this == NEW || this == ACTIVE;
    }
}
