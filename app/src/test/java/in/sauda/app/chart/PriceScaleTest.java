package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class PriceScaleTest {
    @Property
    void priceAndPixelAreInverse(
            @ForAll @LongRange(min = 5, max = 100_000_000) long low,
            @ForAll @LongRange(min = 0, max = 1_000_000) long span,
            @ForAll @DoubleRange(min = 0, max = 600) double y) {
        PriceScale scale = new PriceScale();
        scale.resize(600);
        scale.fit(low, low + span);
        assertThat(scale.y(scale.priceAt(y))).isCloseTo(y, within(1e-3));
        assertThat(scale.y(low)).isLessThanOrEqualTo(600);
        assertThat(scale.y(low + span)).isNotNegative();
    }

    @Example
    void keepsAManualRangeUntilSetToAutomatic() {
        PriceScale scale = new PriceScale();
        scale.resize(400);
        scale.fit(100, 200);
        scale.stretch(2);
        double stretched = scale.maximum();
        scale.fit(1_000, 2_000);
        assertThat(scale.maximum()).isEqualTo(stretched);
        scale.auto();
        scale.fit(1_000, 2_000);
        assertThat(scale.maximum()).isGreaterThan(2_000);
    }

    @Example
    void stepsAreRoundAndNeverFinerThanAnIndivisiblePrice() {
        assertThat(PriceTicks.step(0.3)).isEqualTo(1);
        assertThat(PriceTicks.step(1.2)).isEqualTo(2);
        assertThat(PriceTicks.step(3)).isEqualTo(5);
        assertThat(PriceTicks.step(7)).isEqualTo(10);
        assertThat(PriceTicks.step(130)).isEqualTo(200);
        assertThat(PriceTicks.step(4_900)).isEqualTo(5_000);
    }
}
