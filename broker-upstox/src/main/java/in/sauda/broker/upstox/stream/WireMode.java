package in.sauda.broker.upstox.stream;

import in.sauda.core.feed.FeedMode;

/// The feed's own modes that the terminal asks for.
enum WireMode {
    LTPC("ltpc"),
    FULL("full");

    private final String wire;

    WireMode(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    /// Whatever needs the day's range or depth needs the full mode: nothing between carries a day's range.
    static WireMode of(FeedMode mode) {
        return switch (mode) {
            case LTP -> LTPC;
            case QUOTE, FULL -> FULL;
        };
    }
}
