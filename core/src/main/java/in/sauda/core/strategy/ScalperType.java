package in.sauda.core.strategy;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.instruments.Instrument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The Bank Nifty scalper (note 004) as the runtime knows it.
public final class ScalperType implements StrategyType {
    public static final String ID = "scalper";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Bank Nifty scalper";
    }

    @Override
    public String meaning() {
        return "Opening range, inside bar, engulfing, reversal or momentum of an index; names the option at the money.";
    }

    @Override
    public List<StrategyParameter> parameters() {
        return ScalperProfile.PARAMETERS;
    }

    @Override
    public List<StrategyProfile> builtIn() {
        Map<String, String> values = new LinkedHashMap<>();
        ScalperProfile.PARAMETERS.forEach(parameter -> values.put(parameter.key(), parameter.usual()));
        return List.of(new StrategyProfile(ID, ID, 1, true, values));
    }

    @Override
    public Strategy create(StrategyProfile profile, Predicate<Instrument> universe, StrategyContext context) {
        Map<String, String> checked = checked(profile.values());
        return new ScalperStrategy(
                new StrategyProfile(ID, profile.name(), profile.version(), profile.builtIn(), checked), context);
    }

    @Override
    public List<String> ruleNames() {
        return List.of("Range", "Inside", "Engulf", "Reversal", "Momentum", "Offer");
    }

    /// Of candles alone: the put-call ratio is not in them, and neither is the volume of an index.
    @Override
    public List<Explanation> explain(
            StrategyProfile profile, Instrument instrument, BarSeries minutes, long dayMillis, EventPressure events) {
        ScalperProfile values = ScalperProfile.of(checked(profile.values()));
        boolean meant = instrument.name().equalsIgnoreCase(values.underlying())
                || instrument.symbol().equalsIgnoreCase(values.underlying());
        return meant ? new ScalperExplainer(values, minutes).day(dayMillis) : List.of();
    }
}
