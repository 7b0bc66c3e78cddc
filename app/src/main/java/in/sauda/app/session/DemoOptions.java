package in.sauda.app.session;

import in.sauda.simulator.SimulatorOptions;

/// A demo day.
///
/// @param market the day the local exchange plays
/// @param broker whose wire the terminal and the exchange speak to each other
/// @param symbols how many active instruments the strategies watch
public record DemoOptions(SimulatorOptions market, int symbols, String broker) {
    public static final String ANGEL_ONE = "angelone";
    public static final String UPSTOX = "upstox";
    /// Prices over both wires, the second one for when the first is away; orders go to Angel One's.
    public static final String BOTH = "both";

    public static final int DEFAULT_SYMBOLS = 200;
    /// Fast enough to see candles close, slow enough to read prices.
    public static final double DEFAULT_SPEED = 5;

    public DemoOptions(SimulatorOptions market, int symbols) {
        this(market, symbols, ANGEL_ONE);
    }

    boolean both() {
        return broker.equals(BOTH);
    }

    boolean upstox() {
        return broker.equals(UPSTOX);
    }

    /// Folder of this day's data inside the home folder. Every day and seed is a market of its own: candles of
    /// one must never be continued by another.
    String folder() {
        String master = market.master() == null
                ? ""
                : "-"
                        + Integer.toHexString(
                                market.master().toAbsolutePath().normalize().hashCode());
        return "demo/" + market.date() + "-seed" + market.seed() + master + (upstox() ? "-upstox" : "");
    }
}
