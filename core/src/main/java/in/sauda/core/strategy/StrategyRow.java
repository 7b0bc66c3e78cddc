package in.sauda.core.strategy;

import org.jspecify.annotations.Nullable;

/// One instance of a strategy as the engine has it; immutable.
///
/// @param setup null for an instance that a program added and nobody can change
/// @param name of its profile
/// @param judged instruments it judges: watched and of its universe
/// @param warm of those, with enough history
/// @param signals raised today by this instance
/// @param suppressed not raised because of the repeat rule, the hours or the candle's age
/// @param lastSignalMillis market time, 0 for none
/// @param paperTrades closed on paper today
/// @param paperOpen open on paper
/// @param paperPercent sum of the closed trades' results in percent of their entries
/// @param problem why it was stopped, empty when it was not
public record StrategyRow(
        @Nullable StrategySetup setup,
        String id,
        String name,
        State state,
        Lane lane,
        int judged,
        int warm,
        long signals,
        long suppressed,
        long lastSignalMillis,
        int paperTrades,
        int paperOpen,
        double paperPercent,
        String problem) {
    /// What an instance is doing.
    public enum State {
        STOPPED,
        /// Running, but the history of some instruments is on its way.
        WARMING_UP,
        RUNNING,
        /// Stopped by a failure of its own.
        FAILED
    }
}
