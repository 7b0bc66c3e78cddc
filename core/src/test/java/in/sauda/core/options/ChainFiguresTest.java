package in.sauda.core.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.sauda.core.options.ChainFigures.Interest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainFiguresTest {
    /// The max pain check of rules 5.
    private static final List<Interest> CHECK = List.of(
            new Interest(95, 9, 21, 90, 30), new Interest(100, 45, 33, 10, 10), new Interest(105, 25, 5, 0, 60));

    @Test
    void findsMaxPain() {
        assertThat(ChainFigures.maxPain(CHECK, 101)).isEqualTo(100);
    }

    @Test
    void takesOfEqualPainsTheOneNearestToTheForward() {
        List<Interest> flat = List.of(new Interest(100, 5, 0, 0, 0), new Interest(90, 5, 0, 0, 0));
        assertThat(ChainFigures.maxPain(flat, 99)).isEqualTo(90);
        List<Interest> oneSided =
                List.of(new Interest(90, 0, 0, 0, 0), new Interest(100, 5, 0, 0, 0), new Interest(110, 0, 0, 0, 0));
        assertThat(ChainFigures.maxPain(oneSided, 99)).isEqualTo(100);
    }

    @Test
    void hasNoMaxPainWhereNothingIsOpen() {
        assertThat(ChainFigures.maxPain(List.of(new Interest(95, 0, 0, 0, 0)), 100))
                .isNaN();
        assertThat(ChainFigures.maxPain(List.of(), 100)).isNaN();
    }

    @Test
    void dividesPutsByCallsWhereBothAreKnown() {
        assertThat(ChainFigures.putCallRatio(CHECK)).isCloseTo(59 / 79.0, within(1e-12));
        assertThat(ChainFigures.putCallVolumeRatio(CHECK)).isCloseTo(1, within(1e-12));
        assertThat(ChainFigures.putCallRatio(List.of(new Interest(95, -1, 500, 0, 0), new Interest(100, 2, 1, 0, 0))))
                .isCloseTo(0.5, within(1e-12));
        assertThat(ChainFigures.putCallRatio(List.of(new Interest(95, 0, 500, 0, 0))))
                .isNaN();
    }

    @Test
    void takesTheLowerOfTwoStrikesEquallyNear() {
        List<OptionStrike> strikes = List.of(
                new OptionStrike(95, null, null), new OptionStrike(100, null, null), new OptionStrike(105, null, null));
        assertThat(ChainFigures.atTheMoney(strikes, 97.5)).isZero();
        assertThat(ChainFigures.atTheMoney(strikes, 97.6)).isEqualTo(1);
        assertThat(ChainFigures.atTheMoney(strikes, 300)).isEqualTo(2);
        assertThat(ChainFigures.atTheMoney(List.of(), 300)).isEqualTo(-1);
    }

    @Test
    void givesTheForwardOfPutCallParity() {
        assertThat(ChainFigures.syntheticForward(57_500, 236.68778, 736.064881, 7 / 365.0, 0.065))
                .isCloseTo(57_000, within(1e-3));
    }
}
