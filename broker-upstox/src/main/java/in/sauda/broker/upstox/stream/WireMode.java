package in.sauda.broker.upstox.stream;

import in.sauda.core.feed.Subscription;

/// The feed's own modes (protocol 4.3).
enum WireMode {
    LTPC("ltpc"),
    OPTION_GREEKS("option_greeks"),
    FULL("full"),
    FULL_D30("full_d30");

    private final String wire;

    WireMode(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }

    /// Whatever needs the day's range or depth needs the full mode: nothing between carries a day's range. Only an
    /// option has Greeks, and an index has no book.
    static WireMode of(Subscription wish) {
        return switch (wish.mode()) {
            case LTP -> LTPC;
            case OPTION -> wish.instrument().optionType() == null ? FULL : OPTION_GREEKS;
            case QUOTE, FULL -> FULL;
            case DEEP -> wish.instrument().index() ? FULL : FULL_D30;
        };
    }
}
