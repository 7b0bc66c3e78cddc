package in.sauda.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.sauda.core.domain.OptionType;
import in.sauda.core.patterns.CandleShape;
import in.sauda.core.patterns.Pattern;
import in.sauda.core.patterns.VolumeSupport;
import in.sauda.core.strategy.ScalperBars.Moment;
import in.sauda.core.strategy.ScalperRules.Decision;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The order of decisions of rules 3.2 with the decisions of 3.3.
class ScalperRulesTest {
    private static final CandleShape PLAIN = new CandleShape(100, 100.5, 99.5, 100.2);

    private static ScalperProfile profile(String... changes) {
        Map<String, String> values =
                new LinkedHashMap<>(new ScalperType().builtIn().getFirst().values());
        for (int i = 0; i < changes.length; i += 2) {
            values.put(changes[i], changes[i + 1]);
        }
        return ScalperProfile.of(new ScalperType().checked(values));
    }

    private static long at(String time) {
        return IndiaTime.epochMillis(LocalDate.of(2026, 11, 20), LocalTime.parse(time));
    }

    /// Something to change: nothing fires, EMAs and VWAP are far away, the range is 99 to 101.
    private static final class Scene {
        private String time = "10:00";
        private double price = 100;
        private double previousClose = 100;
        private CandleShape candle = PLAIN;
        private double vwap = 90;
        private double fast = 90;
        private double slow = 91;
        private Set<Pattern> patterns = Set.of();
        private VolumeSupport volume = VolumeSupport.YES;
        private @Nullable CandleShape inside;
        private int orbCandles = 15;

        private Moment moment() {
            return new Moment(
                    at(time),
                    50,
                    price,
                    previousClose,
                    candle,
                    PLAIN,
                    vwap,
                    fast,
                    slow,
                    2,
                    patterns,
                    volume,
                    inside,
                    101,
                    99,
                    orbCandles,
                    true);
        }

        private @Nullable Decision judged(double pcr, String... changes) {
            return new ScalperRules(profile(changes))
                    .judge(moment(), pcr, 0, 0, false)
                    .decision();
        }

        private Decision decided(double pcr, String... changes) {
            return Objects.requireNonNull(judged(pcr, changes), "nothing fired");
        }
    }

    @Test
    void aFreshCloseBeyondTheOpeningRangeWithVolumeIsBest() {
        Scene scene = new Scene();
        scene.price = 101.5;
        scene.previousClose = 101;
        Decision call = scene.decided(Double.NaN);
        assertThat(call.name()).isEqualTo("ORB_BREAKOUT");
        assertThat(call.side()).isEqualTo(OptionType.CE);
        assertThat(call.confidence()).isEqualTo(95);
        assertThat(call.stop()).isCloseTo(101 * 0.999, within(1e-9));
        assertThat(call.target()).isCloseTo(101.5 * 1.003, within(1e-9));
        scene.price = 98.5;
        scene.previousClose = 99.2;
        Decision put = scene.decided(Double.NaN);
        assertThat(put.side()).isEqualTo(OptionType.PE);
        assertThat(put.stop()).isCloseTo(99 * 1.001, within(1e-9));
        assertThat(put.target()).isCloseTo(98.5 * 0.997, within(1e-9));
    }

    @Test
    void anOpeningRangeThatIsOldStaleUnconfirmedOrIncompleteIsNotTraded() {
        Scene scene = new Scene();
        scene.price = 101.5;
        scene.previousClose = 101.1;
        assertThat(scene.judged(Double.NaN)).as("not fresh").isNull();
        scene.previousClose = 101;
        scene.volume = VolumeSupport.NO;
        assertThat(scene.judged(Double.NaN)).isNull();
        scene.volume = VolumeSupport.UNKNOWN;
        assertThat(scene.decided(Double.NaN).confidence()).isEqualTo(79);
        scene.volume = VolumeSupport.YES;
        scene.orbCandles = 11;
        assertThat(scene.judged(Double.NaN)).isNull();
        scene.orbCandles = 12;
        scene.time = "11:29";
        assertThat(scene.judged(Double.NaN)).isNotNull();
        scene.time = "11:30";
        assertThat(scene.judged(Double.NaN)).isNull();
        assertThat(scene.judged(Double.NaN, "orbUntil", "12:00")).isNotNull();
    }

    @Test
    void theOpeningRangeIsBrokenTwiceADayAtMostEachWay() {
        Scene scene = new Scene();
        scene.price = 101.5;
        ScalperRules rules = new ScalperRules(profile());
        assertThat(rules.judge(scene.moment(), Double.NaN, 1, 0, false).decision())
                .isNotNull();
        assertThat(rules.judge(scene.moment(), Double.NaN, 2, 0, false).decision())
                .isNull();
    }

    @Test
    void aCloseBeyondTheInsideBarFires() {
        Scene scene = new Scene();
        scene.inside = new CandleShape(99.8, 100.1, 99.6, 100);
        scene.price = 100.2;
        Decision call = scene.decided(Double.NaN);
        assertThat(call.name()).isEqualTo("INSIDE_BAR_BREAK");
        assertThat(call.confidence()).isEqualTo(85);
        assertThat(call.stop()).isCloseTo(100.2 * 0.998, within(1e-9));
        assertThat(scene.decided(Double.NaN, "stopMode", "STRUCTURE").stop()).isEqualTo(99.6);
        Decision byRange = scene.decided(Double.NaN, "stopMode", "ATR");
        assertThat(byRange.stop()).isCloseTo(98.2, within(1e-9));
        assertThat(byRange.target()).isCloseTo(103.2, within(1e-9));
        scene.price = 99.5;
        assertThat(scene.decided(Double.NaN).side()).isEqualTo(OptionType.PE);
        scene.price = 100;
        assertThat(scene.judged(Double.NaN)).isNull();
    }

    @Test
    void engulfingNeedsTheLocationOrUnlessStrictTheTrend() {
        Scene scene = new Scene();
        scene.patterns = Set.of(Pattern.BULLISH_ENGULFING);
        assertThat(scene.judged(Double.NaN)).as("against the EMAs").isNull();
        scene.fast = 92;
        assertThat(scene.decided(Double.NaN).confidence()).isEqualTo(80);
        assertThat(scene.judged(Double.NaN, "strictLocation", "true")).isNull();
        scene.vwap = 100.1;
        assertThat(scene.decided(Double.NaN, "strictLocation", "true").name()).isEqualTo("BULLISH_ENGULFING");
        scene.vwap = 100.11;
        assertThat(scene.judged(Double.NaN, "strictLocation", "true")).isNull();
    }

    /// Unknown counts as no in a reversal.
    @ParameterizedTest
    @CsvSource({
        "0.9, V1, true",
        "1.1, V1, false",
        "NaN, V1, false",
        "0.9, V2, false",
        "1.1, V2, true",
        "0.9, OFF, false"
    })
    void aHammerAgainstTheEmasNeedsThePutCallRatio(double pcr, String mode, boolean fires) {
        Scene scene = new Scene();
        scene.patterns = Set.of(Pattern.HAMMER);
        scene.vwap = 100;
        Decision decision = scene.judged(pcr, "pcrMode", mode);
        assertThat(decision != null).isEqualTo(fires);
        if (decision != null) {
            assertThat(decision.name()).isEqualTo("HAMMER_REVERSAL");
            assertThat(decision.confidence()).isEqualTo(75);
        }
        scene.vwap = 90;
        assertThat(scene.judged(pcr, "pcrMode", mode)).as("no man's land").isNull();
    }

    /// Unknown counts as yes in a trend.
    @ParameterizedTest
    @CsvSource({"1.19, V1, true", "1.2, V1, false", "NaN, V1, true", "0.8, V2, false", "0.81, V2, true", "5, OFF, true"
    })
    void aStrongCandleBeyondVwapWithTheEmasIsAMomentumTrend(double pcr, String mode, boolean fires) {
        Scene scene = new Scene();
        scene.patterns = Set.of(Pattern.STRONG_BULL);
        scene.fast = 92;
        Decision decision = scene.judged(pcr, "pcrMode", mode);
        assertThat(decision != null).isEqualTo(fires);
        if (decision != null) {
            assertThat(decision.name()).isEqualTo("MOMENTUM_TREND");
            assertThat(decision.confidence()).isEqualTo(70);
        }
        scene.vwap = Double.NaN;
        assertThat(scene.judged(pcr, "pcrMode", mode)).as("without VWAP").isNull();
    }

    @Test
    void theFirstRuleThatFiresWinsAndEveryRuleIsTold() {
        Scene scene = new Scene();
        scene.price = 101.5;
        scene.inside = new CandleShape(99.8, 100.1, 99.6, 100);
        scene.patterns = Set.of(Pattern.STRONG_BULL);
        scene.fast = 92;
        ScalperRules.Outcome outcome = new ScalperRules(profile()).judge(scene.moment(), 1, 0, 0, false);
        assertThat(Objects.requireNonNull(outcome.decision()).name()).isEqualTo("ORB_BREAKOUT");
        assertThat(outcome.rules())
                .extracting(Explanation.Rule::held)
                .containsExactly(
                        Explanation.Held.YES,
                        Explanation.Held.YES,
                        Explanation.Held.NO,
                        Explanation.Held.NO,
                        Explanation.Held.YES);
    }

    @Test
    void theLockHoldsUntilMoreThanFiveMinutesHavePassed() {
        Scene scene = new Scene();
        scene.price = 101.5;
        Decision decision = scene.decided(Double.NaN);
        ScalperLock lock = new ScalperLock(profile());
        lock.day(at("09:45"));
        assertThat(lock.locked(at("09:45"))).isFalse();
        lock.fired(decision, at("09:45"));
        assertThat(lock.locked(at("09:50"))).isTrue();
        assertThat(lock.locked(at("09:50") + 1)).isFalse();
        assertThat(lock.calls()).isEqualTo(1);
        lock.day(at("09:45") + 86_400_000L);
        assertThat(lock.calls()).isZero();
    }

    @Test
    void aWatchedSignalLocksUnlessToldOtherwise() {
        Scene scene = new Scene();
        scene.patterns = Set.of(Pattern.STRONG_BULL);
        scene.fast = 92;
        Decision watched = scene.decided(Double.NaN);
        ScalperLock any = new ScalperLock(profile());
        any.fired(watched, at("09:45"));
        assertThat(any.locked(at("09:46"))).isTrue();
        ScalperLock actionable = new ScalperLock(profile("lockOn", "ACTIONABLE"));
        actionable.fired(watched, at("09:45"));
        assertThat(actionable.locked(at("09:46"))).isFalse();
    }

    @Test
    void betweenCandlesOnlyTheLevelsAreTouched() {
        Scene scene = new Scene();
        scene.price = 100.9;
        scene.patterns = Set.of(Pattern.STRONG_BULL);
        Moment touched = scene.moment().touched(101.2, at("10:01"));
        ScalperRules.Outcome outcome = new ScalperRules(profile("trigger", "TOUCH")).judge(touched, 1, 0, 0, true);
        assertThat(outcome.rules()).hasSize(2);
        assertThat(Objects.requireNonNull(outcome.decision()).name()).isEqualTo("ORB_BREAKOUT");
    }
}
