package in.sauda.broker.angelone.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import in.sauda.core.broker.BrokerException;
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
    void givesTheDigitsOfTheStandard(String secret, long seconds, String digits) throws Exception {
        assertThat(Totp.of(secret).at(seconds * 1000)).isEqualTo(digits);
    }

    @Test
    void takesTheSecretAsPeopleTypeIt() throws Exception {
        assertThat(Totp.of(" jbsw y3dp-ehpk 3pxp== ").at(1_700_000_000_000L)).isEqualTo("324550");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "123456", "JBSWY3DPEHPK3PX!"})
    void explainsASecretThatIsNotOne(String secret) {
        BrokerException refused = catchThrowableOfType(BrokerException.class, () -> Totp.of(secret));

        assertThat(refused.failure().code()).isEqualTo("TOTP_SECRET");
        assertThat(refused.failure().nextStep()).contains("QR code");
        assertThat(refused.getMessage()).doesNotContain("JBSWY3DP");
    }
}
