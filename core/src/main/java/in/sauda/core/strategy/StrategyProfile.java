package in.sauda.core.strategy;

import java.util.LinkedHashMap;
import java.util.Map;

/// Named values of all parameters of a strategy. A profile is never changed: an edit makes the next version, so the
/// name
/// on a signal says for ever which values raised it.
///
/// @param strategy id of the {@link StrategyType}
/// @param name unique among profiles; signals carry it
/// @param version counted within the strategy
/// @param builtIn comes with the program
/// @param values by parameter key, each in the form {@link StrategyParameter#checked} gives
public record StrategyProfile(String strategy, String name, int version, boolean builtIn, Map<String, String> values) {
    public StrategyProfile {
        values = Map.copyOf(values);
    }

    /// The values with some of them changed, as another version.
    public StrategyProfile edited(int nextVersion, Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(changes);
        return new StrategyProfile(strategy, strategy + "-v" + nextVersion, nextVersion, false, all);
    }
}
