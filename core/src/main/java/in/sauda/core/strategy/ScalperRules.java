package in.sauda.core.strategy;

import in.sauda.core.domain.OptionType;
import in.sauda.core.patterns.CandleShape;
import in.sauda.core.patterns.Pattern;
import in.sauda.core.patterns.VolumeSupport;
import in.sauda.core.strategy.Explanation.Held;
import in.sauda.core.strategy.Explanation.Rule;
import in.sauda.core.strategy.ScalperBars.Moment;
import in.sauda.core.strategy.ScalperProfile.PcrMode;
import in.sauda.core.strategy.ScalperProfile.StopMode;
import in.sauda.core.time.IndiaTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The scalper's order of decisions (rules 3.2 with the decisions of 3.3): the first rule that fires wins. Pure.
final class ScalperRules {
    /// Candles without which nothing is judged.
    static final int LEAST_BARS = 22;

    /// Breaks of the opening range in one direction on one day.
    static final int MOST_BREAKS = 2;

    private static final long MINUTE = 60_000L;

    /// The setups, best first.
    enum Setup {
        ORB_BREAKOUT("Opening range", 95),
        INSIDE_BAR_BREAK("Inside bar", 85),
        ENGULFING("Engulfing", 80),
        REVERSAL("Reversal", 75),
        MOMENTUM_TREND("Momentum", 70);

        private final String title;
        private final int confidence;

        Setup(String title, int confidence) {
            this.title = title;
            this.confidence = confidence;
        }

        String title() {
            return title;
        }
    }

    /// A rule that fired.
    ///
    /// @param name e.g. {@code HAMMER_REVERSAL}
    /// @param stop of the underlying, rupees
    record Decision(Setup setup, String name, OptionType side, int confidence, double stop, double target) {
        boolean call() {
            return side == OptionType.CE;
        }
    }

    /// What every rule said.
    ///
    /// @param decision null when none fired
    record Outcome(@Nullable Decision decision, List<Rule> rules) {}

    private final ScalperProfile profile;

    ScalperRules(ScalperProfile profile) {
        this.profile = profile;
    }

    /// @param pcr put-call ratio of open interest, NaN when unknown or too old
    /// @param callBreaks breakouts upwards signalled today
    /// @param touch only what may fire between candles
    Outcome judge(Moment now, double pcr, int callBreaks, int putBreaks, boolean touch) {
        List<Rule> rules = new ArrayList<>();
        Decision first = null;
        for (Setup setup : Setup.values()) {
            if (touch && setup != Setup.ORB_BREAKOUT && setup != Setup.INSIDE_BAR_BREAK) {
                continue;
            }
            Decision found = switch (setup) {
                case ORB_BREAKOUT -> openingRange(now, callBreaks, putBreaks);
                case INSIDE_BAR_BREAK -> insideBar(now);
                case ENGULFING -> engulfing(now);
                case REVERSAL -> reversal(now, pcr);
                case MOMENTUM_TREND -> momentum(now, pcr);
            };
            rules.add(rule(setup, now, pcr, found));
            first = first == null ? found : first;
        }
        return new Outcome(first, rules);
    }

    private @Nullable Decision openingRange(Moment now, int callBreaks, int putBreaks) {
        boolean usable = now.orbSet()
                && now.orbCandles() >= profile.orbLeast()
                && !closed(now).isAfter(profile.orbUntil())
                && now.volume() != VolumeSupport.NO;
        if (!usable) {
            return null;
        }
        int confidence = now.volume() == VolumeSupport.UNKNOWN ? 79 : Setup.ORB_BREAKOUT.confidence;
        if (now.price() > now.orbHigh() && now.previousClose() <= now.orbHigh() && callBreaks < MOST_BREAKS) {
            return decided(Setup.ORB_BREAKOUT, "ORB_BREAKOUT", OptionType.CE, confidence, now);
        }
        if (now.price() < now.orbLow() && now.previousClose() >= now.orbLow() && putBreaks < MOST_BREAKS) {
            return decided(Setup.ORB_BREAKOUT, "ORB_BREAKOUT", OptionType.PE, confidence, now);
        }
        return null;
    }

    private @Nullable Decision insideBar(Moment now) {
        CandleShape inside = now.inside();
        if (inside == null) {
            return null;
        }
        if (now.price() > inside.high()) {
            return decided(Setup.INSIDE_BAR_BREAK, "INSIDE_BAR_BREAK", OptionType.CE, now);
        }
        return now.price() < inside.low()
                ? decided(Setup.INSIDE_BAR_BREAK, "INSIDE_BAR_BREAK", OptionType.PE, now)
                : null;
    }

    private @Nullable Decision engulfing(Moment now) {
        boolean there = located(now);
        boolean trend = !profile.strictLocation();
        if (now.patterns().contains(Pattern.BULLISH_ENGULFING) && (there || (trend && now.fast() > now.slow()))) {
            return decided(Setup.ENGULFING, "BULLISH_ENGULFING", OptionType.CE, now);
        }
        if (now.patterns().contains(Pattern.BEARISH_ENGULFING) && (there || (trend && now.fast() < now.slow()))) {
            return decided(Setup.ENGULFING, "BEARISH_ENGULFING", OptionType.PE, now);
        }
        return null;
    }

    /// Without a known put-call ratio its conditions count as false.
    private @Nullable Decision reversal(Moment now, double pcr) {
        if (!located(now)) {
            return null;
        }
        double low = profile.pcrMode() == PcrMode.V2 ? 2 - pcr : pcr;
        boolean known = profile.pcrMode() != PcrMode.OFF && !Double.isNaN(pcr);
        if (now.patterns().contains(Pattern.HAMMER) && (now.fast() > now.slow() || (known && low < 1))) {
            return decided(Setup.REVERSAL, "HAMMER_REVERSAL", OptionType.CE, now);
        }
        if (now.patterns().contains(Pattern.SHOOTING_STAR) && (now.fast() < now.slow() || (known && low > 1))) {
            return decided(Setup.REVERSAL, "STAR_REVERSAL", OptionType.PE, now);
        }
        return null;
    }

    /// Without a known put-call ratio its conditions count as true.
    private @Nullable Decision momentum(Moment now, double pcr) {
        if (now.price() > now.vwap()
                && now.fast() > now.slow()
                && now.patterns().contains(Pattern.STRONG_BULL)
                && allows(pcr, OptionType.CE)) {
            return decided(Setup.MOMENTUM_TREND, "MOMENTUM_TREND", OptionType.CE, now);
        }
        if (now.price() < now.vwap()
                && now.fast() < now.slow()
                && now.patterns().contains(Pattern.STRONG_BEAR)
                && allows(pcr, OptionType.PE)) {
            return decided(Setup.MOMENTUM_TREND, "MOMENTUM_TREND", OptionType.PE, now);
        }
        return null;
    }

    private boolean allows(double pcr, OptionType side) {
        if (profile.pcrMode() == PcrMode.OFF || Double.isNaN(pcr)) {
            return true;
        }
        boolean wantsLow = (side == OptionType.CE) == (profile.pcrMode() == PcrMode.V1);
        return wantsLow ? pcr < 1.2 : pcr > 0.8;
    }

    private boolean located(Moment now) {
        double near = now.price() * profile.locationPercent() / 100;
        return Math.abs(now.price() - now.vwap()) <= near || Math.abs(now.price() - now.fast()) <= near;
    }

    private static LocalTime closed(Moment now) {
        return IndiaTime.time(now.startMillis() + MINUTE);
    }

    private Decision decided(Setup setup, String name, OptionType side, Moment now) {
        return decided(setup, name, side, setup.confidence, now);
    }

    private Decision decided(Setup setup, String name, OptionType side, int confidence, Moment now) {
        int up = side == OptionType.CE ? 1 : -1;
        boolean byRange = profile.stopMode() == StopMode.ATR && !Double.isNaN(now.range());
        double target =
                byRange ? now.price() + up * 1.5 * now.range() : now.price() * (1 + up * profile.targetPercent() / 100);
        return new Decision(setup, name, side, confidence, stop(setup, up, now, byRange), target);
    }

    private double stop(Setup setup, int up, Moment now, boolean byRange) {
        double percent = now.price() * (1 - up * profile.stopPercent() / 100);
        if (setup == Setup.ORB_BREAKOUT && profile.stopMode() != StopMode.ATR) {
            return (up > 0 ? now.orbHigh() : now.orbLow()) * (1 - up * profile.orbStopPercent() / 100);
        }
        return switch (profile.stopMode()) {
            case PERCENT -> percent;
            case ATR -> byRange ? now.price() - up * now.range() : percent;
            case STRUCTURE -> structure(setup, up, now);
        };
    }

    /// The far side of what was broken or of the pattern.
    private static double structure(Setup setup, int up, Moment now) {
        CandleShape inside = now.inside();
        CandleShape before = now.before();
        if (setup == Setup.INSIDE_BAR_BREAK && inside != null) {
            return up > 0 ? inside.low() : inside.high();
        }
        double own = up > 0 ? now.candle().low() : now.candle().high();
        if (setup != Setup.ENGULFING || before == null) {
            return own;
        }
        return up > 0 ? Math.min(own, before.low()) : Math.max(own, before.high());
    }

    private Rule rule(Setup setup, Moment now, double pcr, @Nullable Decision found) {
        String value = switch (setup) {
            case ORB_BREAKOUT ->
                now.orbCandles() == 0
                        ? "no opening range"
                        : String.format(
                                Locale.ROOT,
                                "%.2f, range %.2f to %.2f of %d candles, volume %s",
                                now.price(),
                                now.orbLow(),
                                now.orbHigh(),
                                now.orbCandles(),
                                now.volume().name().toLowerCase(Locale.ROOT));
            case INSIDE_BAR_BREAK -> {
                CandleShape inside = now.inside();
                yield inside == null
                        ? "no inside bar before"
                        : String.format(
                                Locale.ROOT, "%.2f, inside %.2f to %.2f", now.price(), inside.low(), inside.high());
            }
            case ENGULFING, REVERSAL -> patterns(now) + (located(now) ? ", near VWAP or EMA(9)" : ", no man's land");
            case MOMENTUM_TREND ->
                String.format(
                        Locale.ROOT,
                        "EMA %.2f/%.2f, VWAP %.2f, PCR %.2f, %s",
                        now.fast(),
                        now.slow(),
                        now.vwap(),
                        pcr,
                        patterns(now));
        };
        return new Rule(setup.title(), value.replace("NaN", "–"), wanted(setup), found == null ? Held.NO : Held.YES);
    }

    private static String patterns(Moment now) {
        return now.patterns().isEmpty()
                ? "no pattern"
                : String.join(
                        ", ",
                        now.patterns().stream()
                                .map(pattern ->
                                        pattern.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                                .toList());
    }

    private String wanted(Setup setup) {
        return switch (setup) {
            case ORB_BREAKOUT -> "a fresh close beyond it with volume, until " + profile.orbUntil();
            case INSIDE_BAR_BREAK -> "a close beyond it";
            case ENGULFING ->
                profile.strictLocation() ? "engulfing near VWAP or EMA(9)" : "engulfing, near or with the EMAs";
            case REVERSAL -> "hammer or star near VWAP or EMA(9), with EMAs or PCR";
            case MOMENTUM_TREND -> "strong candle beyond VWAP with the EMAs";
        };
    }
}
