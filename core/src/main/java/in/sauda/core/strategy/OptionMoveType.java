package in.sauda.core.strategy;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.instruments.Instrument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The template of a timer strategy on options, as the runtime knows it.
public final class OptionMoveType implements StrategyType {
    public static final String ID = "option-move";

    private static final List<StrategyParameter> PARAMETERS = List.of(
            StrategyParameter.text(
                    "underlying", "Underlying", "BANKNIFTY", "What the options are on, as the master names them."),
            StrategyParameter.decimal(
                    "movePct", "Move", "%", 0.3, 0.01, 20, "Least move of the underlying within the window."),
            StrategyParameter.whole("windowMinutes", "Window", "min", 5, 1, 120, "How far back the move is measured."),
            StrategyParameter.whole("pauseMinutes", "Pause", "min", 15, 0, 600, "Quiet time after a signal."),
            StrategyParameter.decimal("stopPct", "Stop", "%", 20, 0.1, 99, "Below the premium paid."),
            StrategyParameter.time("noSignalBefore", "Not before", "09:25", "Earliest time of a signal."),
            StrategyParameter.time("lastSignal", "Not after", "15:00", "Latest time of a signal."));

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Option on a move";
    }

    @Override
    public String meaning() {
        return "The option at the money when its underlying moved far within minutes; looks once a second.";
    }

    @Override
    public List<StrategyParameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public List<StrategyProfile> builtIn() {
        Map<String, String> values = new LinkedHashMap<>();
        PARAMETERS.forEach(parameter -> values.put(parameter.key(), parameter.usual()));
        return List.of(new StrategyProfile(ID, ID, 1, true, values));
    }

    @Override
    public Strategy create(StrategyProfile profile, Predicate<Instrument> universe, StrategyContext context) {
        Map<String, String> checked = checked(profile.values());
        return new OptionMoveStrategy(
                new StrategyProfile(ID, profile.name(), profile.version(), profile.builtIn(), checked), context);
    }

    @Override
    public List<String> ruleNames() {
        return List.of("Move", "Hours", "Pause");
    }

    /// It looks at prices between candles, so no bar alone says why.
    @Override
    public List<Explanation> explain(
            StrategyProfile profile, Instrument instrument, BarSeries minutes, long dayMillis, EventPressure events) {
        return List.of();
    }
}
