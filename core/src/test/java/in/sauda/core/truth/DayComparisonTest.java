package in.sauda.core.truth;

import static in.sauda.core.engine.TestInstruments.NIFTY;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.candles.Candle;
import in.sauda.core.engine.TestClock;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.truth.DayParity.State;
import in.sauda.core.truth.MinuteDifference.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The limits of rules 7.8: more than a tick of price, more than 2 % of volume. RELIANCE moves in steps of 5 paise.
class DayComparisonTest {
    private static final long OPEN = TestClock.at("09:15");
    private static final long TEN = TestClock.at("10:00");

    private static Candle candle(long start, long close, long volume, int flags) {
        return new Candle(start, 150_000, 150_100, 149_900, close, volume, flags);
    }

    private static Candle ours(long close, long volume) {
        return candle(TEN, close, volume, 0);
    }

    private static Candle theirs(long close, long volume) {
        return candle(TEN, close, volume, Candle.HISTORY);
    }

    private static DayComparison.Result compare(Instrument instrument, List<Candle> ours, List<Candle> theirs) {
        return DayComparison.of(instrument, TestClock.DAY, ours, theirs, OPEN, TestClock.at("16:05"), true);
    }

    private static List<Kind> kinds(Candle ours, Candle theirs) {
        return compare(RELIANCE, List.of(ours), List.of(theirs)).differences().stream()
                .map(MinuteDifference::kind)
                .toList();
    }

    @Test
    void aPriceMayBeATickOffAndAVolumeTwoPercent() {
        assertThat(kinds(ours(150_005, 1_000), theirs(150_000, 1_000))).isEmpty();
        assertThat(kinds(ours(150_006, 1_000), theirs(150_000, 1_000))).containsExactly(Kind.PRICE);
        assertThat(kinds(ours(150_000, 1_020), theirs(150_000, 1_000))).isEmpty();
        assertThat(kinds(ours(150_000, 1_021), theirs(150_000, 1_000))).containsExactly(Kind.VOLUME);
        assertThat(kinds(ours(150_000, 979), theirs(150_000, 1_000))).containsExactly(Kind.VOLUME);
        assertThat(kinds(ours(150_020, 900), theirs(150_000, 1_000))).containsExactly(Kind.PRICE_AND_VOLUME);
    }

    @Test
    void tellsHowFarTheWorstMinuteIsOff() {
        DayParity parity = compare(
                        RELIANCE,
                        List.of(ours(150_035, 1_000), candle(TEN + 60_000, 150_000, 1_500, 0)),
                        List.of(theirs(150_000, 1_000), candle(TEN + 60_000, 150_000, 1_000, Candle.HISTORY)))
                .parity();
        assertThat(parity.compared()).isEqualTo(2);
        assertThat(parity.prices()).isEqualTo(1);
        assertThat(parity.volumes()).isEqualTo(1);
        assertThat(parity.worstPrice()).isEqualTo(35);
        assertThat(parity.worstVolumePercent()).isEqualTo(50.0);
        assertThat(parity.state()).isEqualTo(State.DIFFERS);
    }

    @Test
    void whatIsKnownToBeMissingIsMendedAndNoMismatch() {
        DayComparison.Result result = compare(
                RELIANCE,
                List.of(candle(TEN, 1, 1, Candle.PARTIAL)),
                List.of(theirs(150_000, 1_000), candle(TEN + 60_000, 150_000, 1_000, Candle.HISTORY)));
        assertThat(result.differences()).extracting(MinuteDifference::kind).containsExactly(Kind.PARTIAL, Kind.MISSING);
        assertThat(result.parity().mended()).isEqualTo(2);
        assertThat(result.parity().compared()).isZero();
        assertThat(result.parity().state()).isEqualTo(State.MENDED);
    }

    @Test
    void aMinuteTheBrokerDoesNotHaveIsAMismatchOnlyWhenSomethingWasTraded() {
        assertThat(compare(RELIANCE, List.of(ours(150_000, 10)), List.of())
                        .parity()
                        .extra())
                .isEqualTo(1);
        assertThat(compare(RELIANCE, List.of(ours(150_000, 0)), List.of())
                        .parity()
                        .state())
                .isEqualTo(State.AGREES);
    }

    @Test
    void minutesFromHistoryAreNotComparedWithThemselves() {
        DayParity parity = compare(
                        RELIANCE, List.of(candle(TEN, 140_000, 5, Candle.HISTORY)), List.of(theirs(150_000, 1_000)))
                .parity();
        assertThat(parity.compared()).isZero();
        assertThat(parity.state()).isEqualTo(State.AGREES);
    }

    /// The broker's first minute may hold the pre-open's volume (rules 7.10), but never less than ours.
    @Test
    void theFirstMinuteMayHaveThePreOpensVolume() {
        Candle theirs = candle(OPEN, 150_000, 9_000, Candle.HISTORY);
        assertThat(kinds(candle(OPEN, 150_000, 1_000, 0), theirs)).isEmpty();
        assertThat(kinds(candle(OPEN, 150_000, 10_000, 0), theirs)).containsExactly(Kind.VOLUME);
    }

    /// An index is told about once a second, so its wicks differ (rules 7.9).
    @Test
    void anIndexHasNoTickAndNoVolume() {
        assertThat(compare(NIFTY, List.of(ours(150_075, -1)), List.of(theirs(150_000, 0)))
                        .differences())
                .isEmpty();
        assertThat(compare(NIFTY, List.of(ours(150_076, -1)), List.of(theirs(150_000, 0)))
                        .differences())
                .extracting(MinuteDifference::kind)
                .containsExactly(Kind.PRICE);
    }
}
