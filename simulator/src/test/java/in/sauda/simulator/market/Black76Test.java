package in.sauda.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.sauda.core.domain.OptionType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The check vectors of rules 5.2.
class Black76Test {
    private static final double WEEK = 7 / 365.0;

    @ParameterizedTest(name = "{0} strike {2}")
    @CsvSource({
        "CE, 0,     57000, 0.12, 377.888572, 0.503315,  0.000421, -26.991420, 31.489990",
        "PE, 0,     57000, 0.12, 377.888572, -0.496685, 0.000421, -26.991420, 31.489990",
        "CE, 0.065, 57500, 0.14, 236.687780, 0.329277,  0.000327, -28.498105, 28.540255",
        "PE, 0.065, 57500, 0.14, 736.064881, -0.669478, 0.000327, -28.409174, 28.540255"
    })
    void pricesAndSensitivities(
            OptionType type,
            double rate,
            double strike,
            double sigma,
            double price,
            double delta,
            double gamma,
            double theta,
            double vega) {
        Greeks greeks = Black76.greeks(type, 57_000, strike, WEEK, sigma, rate);
        assertThat(Black76.price(type, 57_000, strike, WEEK, sigma, rate)).isCloseTo(price, within(1e-5));
        assertThat(greeks.delta()).isCloseTo(delta, within(1e-6));
        assertThat(greeks.gamma()).isCloseTo(gamma, within(1e-6));
        assertThat(greeks.theta()).isCloseTo(theta, within(1e-5));
        assertThat(greeks.vega()).isCloseTo(vega, within(1e-5));
    }
}
