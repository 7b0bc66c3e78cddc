package in.sauda.core.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Check vectors of rules 1.2 and values worked out by hand.
class IndicatorsTest {
    @Test
    void emaStartsWithTheMeanAsTheCheckVectorDoes() {
        double[] closes = {
            22.27, 22.19, 22.08, 22.17, 22.18, 22.13, 22.23, 22.43, 22.24, 22.29, 22.15, 22.39, 22.38, 22.61, 23.36
        };
        double[] expected = {22.213333, 22.228667, 22.212933, 22.248347, 22.274677, 22.341742, 22.545393};
        SmoothedAverage ema = SmoothedAverage.ema(9);
        for (int bar = 0; bar < closes.length; bar++) {
            ema.add(closes[bar]);
            if (bar < 8) {
                assertThat(ema.warm()).isFalse();
            } else {
                assertThat(ema.value()).isEqualTo(expected[bar - 8], within(5e-7));
            }
        }
        assertThat(ema.warmUp()).isEqualTo(9);
    }

    @Test
    void wilderGivesTheNewestOnePart() {
        SmoothedAverage average = SmoothedAverage.wilder(4);
        for (double value : new double[] {1, 2, 3, 6}) {
            average.add(value);
        }
        assertThat(average.value()).isEqualTo(3.0);
        average.add(7);
        assertThat(average.value()).isEqualTo(4.0);
    }

    @Test
    void rsiReadsFiftyWhereNothingMovesAndHundredWhereNothingFalls() {
        RelativeStrength flat = new RelativeStrength(3);
        RelativeStrength rising = new RelativeStrength(3);
        for (int bar = 0; bar < 4; bar++) {
            assertThat(flat.warm()).isFalse();
            flat.add(100);
            rising.add(100 + bar);
        }
        assertThat(flat.value()).isEqualTo(50);
        assertThat(rising.value()).isEqualTo(100);
        rising.add(101);
        // Gains (1·2 + 0)/3, losses (0·2 + 2)/3.
        assertThat(rising.value()).isEqualTo(50, within(1e-12));
    }

    @Test
    void trueRangeCountsTheGap() {
        TrueRange range = new TrueRange();
        range.add(10, 9, 9.5);
        assertThat(range.warm()).isFalse();
        range.add(12, 11, 11.5);
        assertThat(range.value()).isEqualTo(2.5);
        range.add(9, 8, 8.5);
        assertThat(range.value()).isEqualTo(3.5);
    }

    @Test
    void pivotRangeIsOfThePreviousDay() {
        CentralPivotRange range = CentralPivotRange.of(110, 100, 108);
        assertThat(range.pivot()).isEqualTo(106);
        assertThat(range.bottomCentral()).isEqualTo(105);
        assertThat(range.topCentral()).isEqualTo(107);
        assertThat(range.width()).isEqualTo(2);
        CentralPivotRange weak = CentralPivotRange.of(110, 100, 102);
        assertThat(weak.low()).isEqualTo(103);
        assertThat(weak.high()).isEqualTo(105);
    }

    @Test
    void supertrendNeverLoosensAndTurnsAtTheOppositeBand() {
        Supertrend trend = new Supertrend(2, 1);
        trend.add(11, 9, 10);
        trend.add(12, 10, 11);
        assertThat(trend.warm()).isFalse();
        trend.add(13, 11, 12);
        // True ranges 2 and 2: bands 12 ± 2.
        assertThat(trend.value()).isEqualTo(10);
        trend.add(13, 9, 11);
        // ATR (2 + 4)/2 = 3: the new lower band 8 would loosen.
        assertThat(trend.value()).isEqualTo(10);
        assertThat(trend.rising()).isTrue();
        trend.add(10, 8, 9);
        // Below 10: turns; ATR (3 + 3)/2 = 3, upper band 9 + 3.
        assertThat(trend.rising()).isFalse();
        assertThat(trend.flipped()).isTrue();
        assertThat(trend.value()).isEqualTo(12);
        trend.add(11, 9, 10);
        // ATR (3 + 2)/2 = 2.5: upper band 12.5 would loosen.
        assertThat(trend.value()).isEqualTo(12);
        assertThat(trend.flipped()).isFalse();
    }

    @Test
    void vwapBandsAreTheWeightedDeviation() {
        VwapBands bands = new VwapBands();
        assertThat(bands.warm()).isFalse();
        bands.add(5, 5, 5, 0);
        assertThat(bands.warm()).isFalse();
        bands.add(10, 10, 10, 100);
        bands.add(20, 20, 20, 300);
        // Mean 17.5; variance (100·56.25 + 300·6.25)/400 = 18.75.
        assertThat(bands.value()).isEqualTo(17.5);
        assertThat(bands.deviation()).isEqualTo(Math.sqrt(18.75), within(1e-12));
        assertThat(bands.upper(2) - bands.lower(2)).isEqualTo(4 * Math.sqrt(18.75), within(1e-12));
    }

    @Test
    void volumeOfTheDayComparesWithTheSameMinuteOfOtherDays() {
        RelativeVolumeOfDay volume = new RelativeVolumeOfDay(14, 4);
        for (int day = 0; day < 5; day++) {
            volume.startSession();
            volume.add(0, 100);
            assertThat(volume.warm()).isFalse();
            volume.add(2, 50);
        }
        volume.startSession();
        volume.add(0, 150);
        assertThat(volume.value()).isEqualTo(1.5);
        volume.add(1, 150);
        // Minute 1 had no trade on the other days: still 100.
        assertThat(volume.value()).isEqualTo(3.0);
        volume.add(3, 0);
        assertThat(volume.value()).isEqualTo(2.0);
        assertThat(volume.sessions()).isEqualTo(5);
    }

    @Test
    void volumeOfTheDayForgetsOldSessions() {
        RelativeVolumeOfDay volume = new RelativeVolumeOfDay(5, 1);
        for (int day = 1; day <= 8; day++) {
            volume.startSession();
            volume.add(0, day * 10L);
        }
        assertThat(volume.sessions()).isEqualTo(5);
        // Days 3 to 7 mean 50.
        assertThat(volume.value()).isEqualTo(80 / 50.0);
    }

    @Test
    void onBalanceVolumeFollowsTheDirection() {
        OnBalanceVolume volume = new OnBalanceVolume();
        double[] closes = {10, 11, 11, 9};
        double[] expected = {0, 200, 200, -200};
        for (int bar = 0; bar < closes.length; bar++) {
            volume.add(closes[bar], 100.0 * (bar + 1));
            assertThat(volume.value()).isEqualTo(expected[bar]);
        }
    }

    @Test
    void stochasticIsNeutralWithoutARange() {
        Stochastic stochastic = new Stochastic(3, 1, 1);
        for (int bar = 0; bar < 3; bar++) {
            stochastic.add(10, 10, 10);
        }
        assertThat(stochastic.value()).isEqualTo(50);
        stochastic.add(14, 10, 13);
        assertThat(stochastic.value()).isEqualTo(75);
    }
}
