package in.sauda.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    /// RFC 6238, appendix B, in its six-digit form.
    @ParameterizedTest
    @CsvSource({
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 59, 287082",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 1111111109, 081804",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 1111111111, 050471",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 1234567890, 005924",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, 2000000000, 279037",
        "JBSWY3DPEHPK3PXP, 1700000000, 324550"
    })
    void givesTheDigitsOfTheStandard(String secret, long seconds, String digits) {
        assertThat(Totp.of(secret).orElseThrow().at(seconds * 1000)).isEqualTo(digits);
    }

    @Test
    void takesTheSecretAsPeopleTypeIt() {
        assertThat(Totp.of(" jbsw y3dp-ehpk 3pxp== ").orElseThrow().at(1_700_000_000_000L))
                .isEqualTo("324550");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "123456", "JBSWY3DPEHPK3PX!"})
    void refusesWhatIsNotASecret(String secret) {
        assertThat(Totp.of(secret)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "999, 30", "1000, 29", "29999, 1", "30000, 30", "59000, 1"})
    void countsTheSecondsTheDigitsAreGoodFor(long millis, int left) {
        assertThat(Totp.secondsLeft(millis)).isEqualTo(left);
    }
}
