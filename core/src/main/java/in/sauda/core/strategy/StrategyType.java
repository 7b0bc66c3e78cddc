package in.sauda.core.strategy;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.instruments.Instrument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A strategy as the runtime knows it: what can be set, which profiles come with it, and how an instance is made.
public interface StrategyType {
    /// Stable name, lower case.
    String id();

    /// For people.
    String title();

    /// One sentence.
    String meaning();

    List<StrategyParameter> parameters();

    /// Profiles that come with the program; the first is the usual one.
    List<StrategyProfile> builtIn();

    /// Makes an instance with a state of its own.
    ///
    /// @param universe instruments it may judge, of those watched
    Strategy create(StrategyProfile profile, Predicate<Instrument> universe, StrategyContext context);

    /// Short names of the rules in the order {@link #explain} gives them.
    List<String> ruleNames();

    /// Judges every bar of the day again and says why each one is or is not a signal, oldest first.
    ///
    /// @param minutes one-minute bars; the forming one is left out
    /// @param dayMillis any time of that day
    /// @param events announcements of the calendar
    List<Explanation> explain(
            StrategyProfile profile, Instrument instrument, BarSeries minutes, long dayMillis, EventPressure events);

    /// All values in their one form; those that are missing are the usual ones.
    ///
    /// @throws IllegalArgumentException when a value or a key is wrong, with a sentence
    default Map<String, String> checked(Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>();
        for (StrategyParameter parameter : parameters()) {
            all.put(parameter.key(), parameter.checked(values.getOrDefault(parameter.key(), parameter.usual())));
        }
        for (String key : values.keySet()) {
            if (!all.containsKey(key)) {
                throw new IllegalArgumentException(
                        "There is no parameter '" + key + "'; there are " + String.join(", ", all.keySet()) + ".");
            }
        }
        return all;
    }
}
