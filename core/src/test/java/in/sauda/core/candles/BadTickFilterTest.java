package in.sauda.core.candles;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.feed.MarketEvent;
import org.junit.jupiter.api.Test;

/// Rules 7.4, bad ticks.
class BadTickFilterTest {
    private static MarketEvent at(long price) {
        MarketEvent event = new MarketEvent();
        event.clear();
        event.lastPrice = price;
        return event;
    }

    @Test
    void neverBelievesZeroOrLess() {
        BadTickFilter filter = new BadTickFilter(false);
        assertThat(filter.accept(at(0))).isFalse();
        assertThat(filter.accept(at(0))).isFalse();
        assertThat(filter.accept(at(-5))).isFalse();
    }

    @Test
    void holdsBackAJumpUntilASecondTickConfirmsIt() {
        BadTickFilter filter = new BadTickFilter(false);
        assertThat(filter.accept(at(10_000))).isTrue();
        assertThat(filter.accept(at(12_000))).as("exactly 20 %").isTrue();
        assertThat(filter.accept(at(15_000))).isFalse();
        assertThat(filter.accept(at(12_010))).as("back to normal").isTrue();
        assertThat(filter.accept(at(15_000))).isFalse();
        assertThat(filter.accept(at(15_010))).isTrue();
    }

    @Test
    void allowsAnIndexOnlyTenPercent() {
        BadTickFilter filter = new BadTickFilter(true);
        assertThat(filter.accept(at(10_000))).isTrue();
        assertThat(filter.accept(at(11_001))).isFalse();
    }

    @Test
    void holdsBackAPriceOutsideTheCircuit() {
        BadTickFilter filter = new BadTickFilter(false);
        MarketEvent event = at(10_600);
        event.upperCircuit = 10_500;
        event.lowerCircuit = 9_500;
        assertThat(filter.accept(event)).isFalse();
        event.lastPrice = 10_500;
        assertThat(filter.accept(event)).isTrue();
    }
}
