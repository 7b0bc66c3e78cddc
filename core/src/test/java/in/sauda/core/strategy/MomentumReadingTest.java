package in.sauda.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import in.sauda.core.indicators.RelativeVolume;
import org.junit.jupiter.api.Test;

/// Check vectors of rules 1.2, 2.2 and 2.7.
class MomentumReadingTest {
    private static final MomentumReading VECTOR =
            new MomentumReading(100.9, 100.0 + 1.9 / 23, 0.1 / 101 * 100, 3_000 / 1_100.0);

    @Test
    void matchesTheCheckVector() {
        assertThat(VECTOR.vwap()).isEqualTo(100.082609, offset(5e-7));
        assertThat(VECTOR.distancePercent()).isEqualTo(0.099010, offset(5e-7));
        assertThat(VECTOR.relativeVolume()).isEqualTo(2.727273, offset(5e-7));
        assertThat(VECTOR.fulfilsLong(MomentumProfile.standard())).isTrue();
        assertThat(VECTOR.legacyConfidence()).isEqualTo(1.0);
        assertThat(VECTOR.confidence(MomentumProfile.standard())).isEqualTo(0.811206, offset(5e-7));
        assertThat(VECTOR.score()).isEqualTo(96.7, offset(0.05));
        assertThat(VECTOR.status(MomentumProfile.standard())).isEqualTo(MomentumReading.Status.SIGNAL);
    }

    @Test
    void needsMoreThanTwiceTheVolumeBecauseTheMeanIncludesTheBar() {
        assertThat(relativeVolume(2_110)).isLessThan(2.0);
        assertThat(relativeVolume(2_112)).isGreaterThan(2.0);
        assertThat(relativeVolume(3_000)).isEqualTo(20 * 3.0 / 22, offset(1e-12));
    }

    private static double relativeVolume(long last) {
        RelativeVolume volume = new RelativeVolume(20);
        for (int i = 0; i < 19; i++) {
            volume.add(1_000);
            assertThat(volume.value()).isNaN();
        }
        volume.add(last);
        return volume.value();
    }

    @Test
    void neverFiresOnUndefinedValues() {
        MomentumReading undefined = new MomentumReading(100, Double.NaN, 0.1, Double.NaN);
        assertThat(undefined.fulfilsLong(MomentumProfile.relaxed())).isFalse();
        assertThat(undefined.status(MomentumProfile.standard())).isEqualTo(MomentumReading.Status.MONITORING);
    }
}
