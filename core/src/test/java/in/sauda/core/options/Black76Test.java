package in.sauda.core.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.sauda.core.domain.OptionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The check vectors of rules 5.2.
class Black76Test {
    private static final double WEEK = 7 / 365.0;

    @ParameterizedTest
    @CsvSource({
        "CE, 0,     57000, 57000, 0.12, 377.888572, 0.503315,  0.000421, -26.99142,  31.48999,  -0.072472",
        "PE, 0,     57000, 57000, 0.12, 377.888572, -0.496685, 0.000421, -26.99142,  31.48999,  -0.072472",
        "CE, 0.065, 57000, 57500, 0.14, 236.68778,  0.329277,  0.000327, -28.498105, 28.540255, -0.045392",
        "PE, 0.065, 57000, 57500, 0.14, 736.064881, -0.669478, 0.000327, -28.409174, 28.540255, -0.141163"
    })
    void agreesWithTheCheckVectors(
            OptionType type,
            double rate,
            double forward,
            double strike,
            double sigma,
            double price,
            double delta,
            double gamma,
            double theta,
            double vega,
            double rho) {
        assertThat(Black76.price(type, forward, strike, WEEK, sigma, rate)).isCloseTo(price, within(1e-6));
        OptionGreeks greeks = Black76.greeks(type, forward, strike, WEEK, sigma, rate);
        assertThat(greeks.delta()).isCloseTo(delta, within(1e-6));
        assertThat(greeks.gamma()).isCloseTo(gamma, within(1e-6));
        assertThat(greeks.theta()).isCloseTo(theta, within(1e-5));
        assertThat(greeks.vega()).isCloseTo(vega, within(1e-5));
        assertThat(greeks.rho()).isCloseTo(rho, within(1e-6));
        assertThat(Black76.impliedVolatility(type, price, forward, strike, WEEK, rate))
                .isCloseTo(sigma, within(1e-6));
    }

    @Test
    void findsTheVolatilityOfFarStrikesAndLongLives() {
        for (double strike = 40_000; strike <= 80_000; strike += 2_500) {
            for (double years : new double[] {0.003, 0.02, 0.25, 2}) {
                double price = Black76.price(OptionType.CE, 57_000, strike, years, 0.35, 0);
                double timeValue = price - Math.max(0, 57_000 - strike);
                if (timeValue < 0.05) {
                    continue;
                }
                assertThat(Black76.impliedVolatility(OptionType.CE, price, 57_000, strike, years, 0))
                        .as("strike %s, %s years", strike, years)
                        .isCloseTo(0.35, within(0.01));
            }
        }
    }

    @Test
    void impliesNothingWithoutTimeValue() {
        assertThat(Black76.impliedVolatility(OptionType.CE, 1_000, 57_000, 56_000, WEEK, 0))
                .isNaN();
        assertThat(Black76.impliedVolatility(OptionType.PE, 0, 57_000, 56_000, WEEK, 0))
                .isNaN();
        assertThat(Black76.ofPrice(OptionType.CE, 1_000, 57_000, 56_000, WEEK, 0)
                        .delta())
                .isEqualTo(1);
        assertThat(Black76.ofPrice(OptionType.PE, 500, 57_000, 58_000, WEEK, 0).delta())
                .isEqualTo(-1);
        assertThat(Black76.ofPrice(OptionType.PE, 0, 57_000, 56_000, WEEK, 0)).satisfies(greeks -> {
            assertThat(greeks.delta()).isZero();
            assertThat(greeks.volatility()).isNaN();
        });
    }

    /// N(-0.1) and N(0.1) of any table of the normal distribution.
    @Test
    void tellsHowLikelyAPriceEndsAboveALevel() {
        assertThat(Black76.endsAbove(100, 100, 1, 0.2)).isCloseTo(0.460172, within(1e-6));
        assertThat(1 - Black76.endsAbove(100, 100, 1, 0.2)).isCloseTo(0.539828, within(1e-6));
        assertThat(Black76.endsAbove(100, 1, 0.1, 0.2)).isCloseTo(1, within(1e-12));
    }

    @Test
    void impliesNothingFromAPriceNoVolatilityExplains() {
        assertThat(Black76.impliedVolatility(OptionType.CE, 56_999, 57_000, 57_000, WEEK, 0))
                .isNaN();
    }
}
