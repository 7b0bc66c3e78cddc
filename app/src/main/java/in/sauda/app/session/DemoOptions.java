package in.sauda.app.session;

import in.sauda.simulator.SimulatorOptions;

/// A demo day.
///
/// @param market the day the local exchange plays
/// @param symbols how many active instruments the strategies watch
public record DemoOptions(SimulatorOptions market, int symbols) {
    public static final int DEFAULT_SYMBOLS = 200;
    /// Fast enough to see candles close, slow enough to read prices.
    public static final double DEFAULT_SPEED = 5;

    /// Folder of this day's data inside the home folder. Every day and seed is a market of its own: candles of one
    /// must never be
    /// continued by another.
    String folder() {
        String master = market.master() == null
                ? ""
                : "-"
                        + Integer.toHexString(
                                market.master().toAbsolutePath().normalize().hashCode());
        return "demo/" + market.date() + "-seed" + market.seed() + master;
    }
}
