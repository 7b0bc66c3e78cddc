package in.sauda.simulator.faults;

/// Which sockets a fault is about.
public enum Line {
    STREAM,
    ORDER_UPDATES,
    BOTH;

    /// @param actual {@link #STREAM} or {@link #ORDER_UPDATES}
    public boolean covers(Line actual) {
        return this == BOTH || this == actual;
    }
}
