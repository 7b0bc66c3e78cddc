package in.sauda.core.strategy;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.function.Predicate;

/// Momentum near the day's high (note 002) as the runtime knows it.
public final class MomentumType implements StrategyType {
    public static final String ID = "momentum";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Momentum near the day's high";
    }

    @Override
    public String meaning() {
        return "A close above VWAP, near the day's high, on high relative volume.";
    }

    @Override
    public List<StrategyParameter> parameters() {
        return MomentumParameters.ALL;
    }

    @Override
    public List<StrategyProfile> builtIn() {
        return List.of(profile(MomentumProfile.standard(), 1), profile(MomentumProfile.note002(), 0));
    }

    /// Thresholds as a profile that comes with the program.
    public static StrategyProfile profile(MomentumProfile thresholds, int version) {
        return new StrategyProfile(ID, thresholds.name(), version, true, MomentumParameters.values(thresholds));
    }

    /// The thresholds of a profile.
    ///
    /// @throws IllegalArgumentException when a value is wrong, with a sentence
    public static MomentumProfile thresholds(StrategyProfile profile) {
        return MomentumParameters.profile(MomentumProfile.standard(), profile.name(), profile.values());
    }

    @Override
    public Strategy create(StrategyProfile profile, Predicate<Instrument> universe, StrategyContext context) {
        return new MomentumStrategy(thresholds(profile), universe, context);
    }

    @Override
    public List<String> ruleNames() {
        return List.of("VWAP", "Day's high", "Volume", "Hours", "Repeat", "Regime");
    }

    @Override
    public List<Explanation> explain(
            StrategyProfile profile, Instrument instrument, BarSeries minutes, long dayMillis, EventPressure events) {
        return new MomentumExplainer(thresholds(profile), instrument, minutes, events).day(dayMillis);
    }
}
