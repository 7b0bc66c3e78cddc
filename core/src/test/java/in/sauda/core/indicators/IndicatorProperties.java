package in.sauda.core.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class IndicatorProperties {
    @Provide
    Arbitrary<List<Double>> prices() {
        return Arbitraries.integers()
                .between(1, 2_000_000)
                .map(paise -> paise / 100.0)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120);
    }

    @Property(tries = 200)
    void averagesStayBetweenTheExtremes(
            @ForAll("prices") List<Double> prices, @ForAll @IntRange(min = 1, max = 30) int n) {
        double lowest = prices.stream().min(Double::compare).orElseThrow() - 1e-6;
        double highest = prices.stream().max(Double::compare).orElseThrow() + 1e-6;
        SimpleAverage simple = new SimpleAverage(n);
        SmoothedAverage ema = SmoothedAverage.ema(n);
        SmoothedAverage wilder = SmoothedAverage.wilder(n);
        for (int bar = 0; bar < prices.size(); bar++) {
            simple.add(prices.get(bar));
            ema.add(prices.get(bar));
            wilder.add(prices.get(bar));
            for (Indicator each : List.of(simple, ema, wilder)) {
                assertThat(each.warm()).isEqualTo(bar + 1 >= each.warmUp());
                if (each.warm()) {
                    assertThat(each.value()).isBetween(lowest, highest);
                }
            }
        }
    }

    @Property(tries = 200)
    void oscillatorsStayBetweenZeroAndHundred(@ForAll("prices") List<Double> prices) {
        RelativeStrength strength = new RelativeStrength(5);
        DirectionalMovement movement = new DirectionalMovement(5);
        Stochastic stochastic = new Stochastic(5, 3, 3);
        AverageTrueRange range = new AverageTrueRange(5);
        for (int bar = 0; bar < prices.size(); bar++) {
            double close = prices.get(bar);
            strength.add(close);
            movement.add(close + 1, Math.max(0, close - 1), close);
            stochastic.add(close + 1, close - 1, close);
            range.add(close + 1, close - 1, close);
            for (Indicator each : List.of(strength, movement, stochastic)) {
                assertThat(each.warm()).isEqualTo(bar + 1 >= each.warmUp());
                if (each.warm()) {
                    assertThat(each.value()).isBetween(-1e-6, 100 + 1e-6);
                }
            }
            if (range.warm()) {
                assertThat(range.value()).isGreaterThanOrEqualTo(2 - 1e-9);
            }
        }
    }

    @Property(tries = 100)
    void aResetIsANewBeginning(@ForAll("prices") List<Double> prices) {
        Macd used = new Macd(3, 7, 4);
        Macd fresh = new Macd(3, 7, 4);
        Supertrend usedTrend = new Supertrend(4, 2);
        Supertrend freshTrend = new Supertrend(4, 2);
        prices.forEach(price -> {
            used.add(price * 3);
            usedTrend.add(price * 3 + 1, price * 3 - 1, price * 3);
        });
        used.reset();
        usedTrend.reset();
        for (double price : prices) {
            used.add(price);
            fresh.add(price);
            usedTrend.add(price + 1, price - 1, price);
            freshTrend.add(price + 1, price - 1, price);
            assertThat(Double.compare(used.signal(), fresh.signal())).isZero();
            assertThat(Double.compare(usedTrend.value(), freshTrend.value())).isZero();
        }
    }

    @Property(tries = 100)
    void bandsHoldTheirMiddleAndVwapIsTheWeightedMean(@ForAll("prices") List<Double> prices) {
        Bollinger bollinger = new Bollinger(5, 2);
        VwapBands vwap = new VwapBands();
        double value = 0;
        double units = 0;
        for (int bar = 0; bar < prices.size(); bar++) {
            double price = prices.get(bar);
            bollinger.add(price);
            vwap.add(price, price, price, bar % 7);
            value += price * (bar % 7);
            units += bar % 7;
            if (bollinger.warm()) {
                assertThat(bollinger.upper()).isGreaterThanOrEqualTo(bollinger.value());
                assertThat(bollinger.upper() + bollinger.lower())
                        .isEqualTo(2 * bollinger.value(), within(1e-6 * bollinger.value()));
            }
            if (units > 0) {
                assertThat(vwap.value()).isEqualTo(value / units, within(1e-9 * vwap.value()));
                assertThat(vwap.deviation()).isNotNegative();
            }
        }
    }
}
