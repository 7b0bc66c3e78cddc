package in.sauda.core.strategy;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The typed parameters of momentum (rules 2.1, 2.2) and the way from texts to thresholds and back.
public final class MomentumParameters {
    public static final List<StrategyParameter> ALL = List.of(
            StrategyParameter.whole(
                    "volMaWindow",
                    "Volume mean",
                    "bars",
                    20,
                    1,
                    10_000,
                    "Bars in the mean the volume is compared with."),
            StrategyParameter.decimal(
                    "hodProximityPct",
                    "Near the day's high",
                    "%",
                    0.5,
                    0.0001,
                    100,
                    "Farthest distance of the close from the day's high."),
            StrategyParameter.decimal(
                    "volMultiplier", "Relative volume", "×", 2.0, 0.0001, 10_000, "Least volume over its mean."),
            StrategyParameter.whole(
                    "minCandles", "Candles needed", "bars", 20, 1, 1_000_000, "Before that nothing is judged."),
            StrategyParameter.time("noSignalBefore", "Not before", "09:20", "Earliest candle end."),
            StrategyParameter.time("lastSignal", "Not after", "15:10", "Latest candle end."),
            StrategyParameter.decimal(
                    "repeatMinutes",
                    "Repeat after",
                    "min",
                    5,
                    0,
                    10_000,
                    "The same symbol signals again after this long, or after it left the band."),
            StrategyParameter.onOff("short", "Short side", false, "Also raise the mirrored short signals."),
            StrategyParameter.choice(
                    "regimeGuard",
                    "Regime guard",
                    "SHADOW",
                    "OFF, SHADOW, ENFORCE",
                    "Whether the kind of market is written beside a signal (shadow) or keeps it back (enforce)."));

    private MomentumParameters() {}

    /// Thresholds from values of which some may be missing; those come from the base.
    ///
    /// @throws IllegalArgumentException when a value is wrong, with a sentence
    public static MomentumProfile profile(MomentumProfile base, String name, Map<String, String> given) {
        Map<String, String> all = values(base);
        for (StrategyParameter parameter : ALL) {
            String text = given.get(parameter.key());
            if (text != null) {
                all.put(parameter.key(), parameter.checked(text));
            }
        }
        return new MomentumProfile(
                name,
                Integer.parseInt(text(all, "volMaWindow")),
                Double.parseDouble(text(all, "hodProximityPct")),
                Double.parseDouble(text(all, "volMultiplier")),
                Integer.parseInt(text(all, "minCandles")),
                LocalTime.parse(text(all, "noSignalBefore")),
                LocalTime.parse(text(all, "lastSignal")),
                (long) (Double.parseDouble(text(all, "repeatMinutes")) * 60_000),
                Boolean.parseBoolean(text(all, "short")),
                RegimeGuard.Mode.valueOf(text(all, "regimeGuard")));
    }

    private static String text(Map<String, String> values, String key) {
        String text = values.get(key);
        if (text == null) {
            throw new IllegalArgumentException("There is no value for " + key + ".");
        }
        return text;
    }

    /// Every threshold as text.
    public static Map<String, String> values(MomentumProfile profile) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("volMaWindow", String.valueOf(profile.volumeWindow()));
        values.put("hodProximityPct", StrategyParameter.trimmed(profile.dayHighProximityPercent()));
        values.put("volMultiplier", StrategyParameter.trimmed(profile.volumeMultiplier()));
        values.put("minCandles", String.valueOf(profile.minimumCandles()));
        values.put("noSignalBefore", profile.noSignalBefore().toString());
        values.put("lastSignal", profile.lastSignal().withNano(0).toString());
        values.put("repeatMinutes", StrategyParameter.trimmed(profile.repeatMillis() / 60_000.0));
        values.put("short", String.valueOf(profile.shortSide()));
        values.put("regimeGuard", profile.regimeGuard().name());
        return values;
    }
}
