package in.sauda.core.backtest;

import in.sauda.core.strategy.MomentumParameters;
import in.sauda.core.strategy.MomentumProfile;
import in.sauda.core.strategy.StrategyParameter;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A strategy profile and a trade plan, changed by {@code key=value} texts.
///
/// Keys are read without regard to case, hyphens and underscores. The thresholds of {@code momentum-v0} are locked.
public final class BacktestParameters {
    /// Strategies by the name the command line knows them by.
    public static final List<String> STRATEGIES = List.of("momentum", "momentum-v0");

    private static final Set<String> PROFILE_KEYS =
            MomentumParameters.ALL.stream().map(StrategyParameter::key).collect(Collectors.toSet());
    private static final Set<String> PLAN_KEYS = Set.of(
            "capital",
            "riskPct",
            "quantity",
            "lot",
            "holdMinutes",
            "targetPct",
            "slippagePct",
            "maxPositions",
            "squareOffCash",
            "squareOffDerivatives");
    /// The switches of note 002's original.
    private static final Map<String, String> ALIASES = Map.of("hoddist", "hodProximityPct", "volmult", "volMultiplier");

    private final MomentumProfile base;
    private final Map<String, String> given = new LinkedHashMap<>();

    /// @throws IllegalArgumentException when there is no such strategy
    public BacktestParameters(String strategy) {
        base = switch (strategy) {
            case "momentum" -> MomentumProfile.standard();
            case "momentum-v0" -> MomentumProfile.note002();
            default ->
                throw new IllegalArgumentException("There is no strategy called '" + strategy + "'; there are "
                        + String.join(" and ", STRATEGIES) + ".");
        };
    }

    /// Takes one {@code key=value}.
    ///
    /// @throws IllegalArgumentException when the key is unknown or locked, with a sentence
    public void set(String text) {
        int sign = text.indexOf('=');
        if (sign <= 0) {
            throw new IllegalArgumentException("A parameter is written key=value, not '" + text + "'.");
        }
        String key = canonical(text.substring(0, sign));
        if (PROFILE_KEYS.contains(key) && locked()) {
            throw new IllegalArgumentException("The profile momentum-v0 is locked, so " + key
                    + " cannot be changed; use --strategy momentum, whose thresholds are free.");
        }
        given.put(key, text.substring(sign + 1).strip());
        var _ = profile();
        var _ = plan();
    }

    private static String canonical(String typed) {
        String plain = plain(typed);
        if (ALIASES.containsKey(plain)) {
            return ALIASES.get(plain);
        }
        Set<String> all = new TreeSet<>(PROFILE_KEYS);
        all.addAll(PLAN_KEYS);
        return all.stream()
                .filter(key -> plain(key).equals(plain))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no parameter '" + typed + "'; there are " + String.join(", ", all) + "."));
    }

    private static String plain(String key) {
        return key.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    /// True when the strategy's thresholds cannot be changed.
    public boolean locked() {
        return base.name().equals("momentum-v0");
    }

    public MomentumProfile profile() {
        return MomentumParameters.profile(base, base.name(), given);
    }

    public TradePlan plan() {
        TradePlan standard = TradePlan.standard();
        return new TradePlan(
                Math.round(number("capital", standard.capitalPaise() / 100.0, 1, 1e13) * 100),
                number("riskPct", standard.riskPercent(), 0.0001, 100),
                (long) number("quantity", (double) standard.quantity(), 0, 1e9),
                (int) number("lot", standard.lot(), 1, 1e6),
                (int) number("holdMinutes", standard.holdMinutes(), 1, 1_000),
                number("targetPct", standard.targetPercent(), 0, 1_000),
                number("slippagePct", standard.slippagePercent(), 0, 50),
                (int) number("maxPositions", standard.maxPositions(), 1, 100_000),
                time("squareOffCash", standard.squareOffCash()),
                time("squareOffDerivatives", standard.squareOffDerivatives()));
    }

    private double number(String key, double usual, double least, double most) {
        String text = given.get(key);
        if (text == null) {
            return usual;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, together with the range.
        }
        throw new IllegalArgumentException(key + " must be a number from " + StrategyParameter.trimmed(least) + " to "
                + StrategyParameter.trimmed(most) + ", not '" + text + "'.");
    }

    private LocalTime time(String key, LocalTime usual) {
        String text = given.get(key);
        try {
            return text == null ? usual : LocalTime.parse(text);
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException(key + " must be a time like 09:20, not '" + text + "'.", notATime);
        }
    }

    /// Every value in force, under the keys {@link #set} takes.
    public Map<String, String> inForce() {
        TradePlan plan = plan();
        Map<String, String> values = new LinkedHashMap<>(MomentumParameters.values(profile()));
        values.put("capital", StrategyParameter.trimmed(plan.capitalPaise() / 100.0));
        values.put("riskPct", StrategyParameter.trimmed(plan.riskPercent()));
        values.put("quantity", String.valueOf(plan.quantity()));
        values.put("lot", String.valueOf(plan.lot()));
        values.put("holdMinutes", String.valueOf(plan.holdMinutes()));
        values.put("targetPct", StrategyParameter.trimmed(plan.targetPercent()));
        values.put("slippagePct", StrategyParameter.trimmed(plan.slippagePercent()));
        values.put("maxPositions", String.valueOf(plan.maxPositions()));
        values.put("squareOffCash", plan.squareOffCash().toString());
        values.put("squareOffDerivatives", plan.squareOffDerivatives().toString());
        return values;
    }
}
