package in.sauda.core.strategy;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/// What can be set of the scalper (rules 3.1 and 3.3).
///
/// @param underlying as the master names its contracts
/// @param touch opening range and inside bar are judged between candles, too
/// @param minConfidence below it a signal is only watched
/// @param lockMinutes quiet time after a signal
/// @param lockOnActionable only a signal worth acting on locks
/// @param orbUntil latest candle end of a breakout from the opening range
/// @param orbLeast candles of the opening range without which it is not traded
/// @param orbStopPercent stop beyond the level of the opening range
/// @param locationPercent how near to VWAP or EMA(9) counts as being there
/// @param strictLocation an engulfing candle needs the location; the trend alone is not enough
/// @param strikes streamed on either side of the money
/// @param premiumStopPercent backstop below the premium paid
record ScalperProfile(
        String underlying,
        boolean touch,
        int minConfidence,
        int lockMinutes,
        boolean lockOnActionable,
        LocalTime orbUntil,
        int orbLeast,
        double orbStopPercent,
        double locationPercent,
        boolean strictLocation,
        StopMode stopMode,
        double stopPercent,
        double targetPercent,
        PcrMode pcrMode,
        int strikes,
        double premiumStopPercent,
        LocalTime from,
        LocalTime to) {
    /// Where the stop of a setup without one of its own lies.
    enum StopMode {
        PERCENT,
        STRUCTURE,
        ATR
    }

    /// How the put-call ratio is read.
    enum PcrMode {
        /// A low ratio supports calls.
        V1,
        /// A high ratio supports calls.
        V2,
        OFF
    }

    static final List<StrategyParameter> PARAMETERS = List.of(
            StrategyParameter.text(
                    "underlying", "Underlying", "BANKNIFTY", "What the options are on, as the master names them."),
            StrategyParameter.choice(
                    "trigger",
                    "Trigger",
                    "CLOSE",
                    "CLOSE, TOUCH",
                    "Judges closed candles only, or lets opening range and inside bar fire as soon as the price is there."),
            StrategyParameter.whole(
                    "minConfidence", "Least confidence", "", 80, 0, 100, "Below it a signal is watched, not offered."),
            StrategyParameter.whole("lockMinutes", "Lock", "min", 5, 0, 600, "Quiet time after a signal."),
            StrategyParameter.choice(
                    "lockOn", "Lock on", "ANY", "ANY, ACTIONABLE", "Which signals begin the quiet time."),
            StrategyParameter.time("orbUntil", "Opening range until", "11:30", "Latest breakout from it."),
            StrategyParameter.whole(
                    "orbLeast", "Opening range candles", "of 15", 12, 1, 15, "With fewer it is not traded."),
            StrategyParameter.decimal(
                    "orbStopPct", "Opening range stop", "%", 0.1, 0, 10, "Behind the level that was broken."),
            StrategyParameter.decimal(
                    "locationPct", "Location", "%", 0.1, 0, 10, "How near to VWAP or EMA(9) counts as being there."),
            StrategyParameter.onOff(
                    "strictLocation", "Strict location", false, "An engulfing candle counts only near VWAP or EMA(9)."),
            StrategyParameter.choice(
                    "stopMode",
                    "Stop",
                    "PERCENT",
                    "PERCENT, STRUCTURE, ATR",
                    "Of the underlying: a percentage, the far side of the pattern, or one ATR (target one and a half)."),
            StrategyParameter.decimal("stopPct", "Stop", "%", 0.2, 0.01, 10, "Of the underlying's price."),
            StrategyParameter.decimal("targetPct", "Target", "%", 0.3, 0.01, 20, "Of the underlying's price."),
            StrategyParameter.choice(
                    "pcrMode",
                    "Put-call ratio",
                    "V1",
                    "V1, V2, OFF",
                    "V1: a low ratio supports calls. V2: a high one. Unknown or ten minutes old it is neutral."),
            StrategyParameter.whole("strikes", "Strikes", "", 5, 1, 40, "Streamed on either side of the money."),
            StrategyParameter.decimal(
                    "premiumStopPct", "Premium stop", "%", 25, 0.1, 99, "Backstop below the premium paid."),
            StrategyParameter.time("noSignalBefore", "Not before", "09:16", "Earliest candle end."),
            StrategyParameter.time("lastSignal", "Not after", "15:10", "Latest candle end."));

    /// @param values all of them, checked
    static ScalperProfile of(Map<String, String> values) {
        return new ScalperProfile(
                text(values, "underlying"),
                text(values, "trigger").equals("TOUCH"),
                Integer.parseInt(text(values, "minConfidence")),
                Integer.parseInt(text(values, "lockMinutes")),
                text(values, "lockOn").equals("ACTIONABLE"),
                LocalTime.parse(text(values, "orbUntil")),
                Integer.parseInt(text(values, "orbLeast")),
                Double.parseDouble(text(values, "orbStopPct")),
                Double.parseDouble(text(values, "locationPct")),
                Boolean.parseBoolean(text(values, "strictLocation")),
                StopMode.valueOf(text(values, "stopMode")),
                Double.parseDouble(text(values, "stopPct")),
                Double.parseDouble(text(values, "targetPct")),
                PcrMode.valueOf(text(values, "pcrMode")),
                Integer.parseInt(text(values, "strikes")),
                Double.parseDouble(text(values, "premiumStopPct")),
                LocalTime.parse(text(values, "noSignalBefore")),
                LocalTime.parse(text(values, "lastSignal")));
    }

    private static String text(Map<String, String> values, String key) {
        String text = values.get(key);
        if (text == null) {
            throw new IllegalArgumentException("There is no value for " + key + ".");
        }
        return text;
    }

    boolean open(LocalTime closed) {
        return !closed.isBefore(from) && !closed.isAfter(to);
    }
}
