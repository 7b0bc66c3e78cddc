package in.sauda.simulator.upstox;

import java.util.Arrays;
import java.util.Optional;

/// What a subscription carries, with the feed's number for it and how many keys one user may have (protocol 4.4).
enum FeedMode {
    LTPC("ltpc", 0, 5_000, 2_000),
    FULL("full", 1, 2_000, 1_500),
    OPTION_GREEKS("option_greeks", 2, 3_000, 2_000),
    FULL_D30("full_d30", 3, 50, 50);

    private final String wire;
    private final int number;
    private final int alone;
    private final int besides;

    FeedMode(String wire, int number, int alone, int besides) {
        this.wire = wire;
        this.number = number;
        this.alone = alone;
        this.besides = besides;
    }

    int number() {
        return number;
    }

    /// @param only true when no other mode is in use
    int limit(boolean only) {
        return only ? alone : besides;
    }

    static Optional<FeedMode> of(String wire) {
        return Arrays.stream(values()).filter(mode -> mode.wire.equals(wire)).findFirst();
    }
}
