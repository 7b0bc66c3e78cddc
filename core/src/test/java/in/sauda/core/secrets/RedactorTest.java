package in.sauda.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final String JWT =
            "eyJhbGciOiJIUzUxMiJ9.eyJ1c2VybmFtZSI6IkExMjM0NTYifQ.c2lnbmF0dXJlLW9mLW5vLWludGVyZXN0";

    private final Redactor redactor = new Redactor();

    @Test
    void takesOutWhatItWasToldOfWhereverItStands() {
        redactor.know("Xk3d+P0aQ");
        assertThat(redactor.clean("key=Xk3d+P0aQ, again Xk3d+P0aQ; in an address ?k=Xk3d%2BP0aQ"))
                .isEqualTo("key=•••, again •••; in an address ?k=•••");
    }

    @Test
    void takesANumberOutOnlyWhereItIsOne() {
        redactor.know("4821");
        assertThat(redactor.clean("PIN was 4821, order 24821 at 482150"))
                .isEqualTo("PIN was •••, order 24821 at 482150");
    }

    @Test
    void forgetsPassingCodesInTheirTurn() {
        redactor.knowForAWhile("100000");
        assertThat(redactor.clean("code 100000")).isEqualTo("code •••");
        for (int code = 100_001; code < 100_100; code++) {
            redactor.knowForAWhile(Integer.toString(code));
        }
        assertThat(redactor.clean("order 100000, code 100099")).isEqualTo("order 100000, code •••");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer SECRET",
                "authorization=Bearer SECRET, next",
                "Authorization: [Bearer SECRET]",
                "{\"Authorization\":\"Bearer SECRET\"}",
                "X-PrivateKey: SECRET",
                "x-api-key=SECRET;",
                "{\"clientcode\":\"A1\",\"password\":\"SECRET\",\"totp\":\"SECRET\"}",
                "{\\\"password\\\":\\\"SECRET\\\"}",
                "{\"jwtToken\" : \"SECRET\",\n \"refreshToken\":\"SECRET\"}",
                "Login[apiKey=SECRET, pin=SECRET]",
                "wss://smart.example/stream?clientCode=A1&feedToken=SECRET&apiKey=SECRET",
                "GET /cb?token=SECRET&x=1",
                "passphrase='SECRET'",
                "SAUDA_ANGELONE_PIN=SECRET",
                "http://user:SECRET@proxy.example:8080",
                "totpSecret: SECRET",
                "x-feed-token -> none, jwt: SECRET"
            })
    void knowsASecretByTheNameInFrontOfIt(String text) {
        assertThat(redactor.clean(text.replace("SECRET", "Zq81xPw0aaR")))
                .doesNotContain("Zq81xPw0aaR")
                .contains(Redactor.MASK);
    }

    @Test
    void knowsATokenByItsShape() {
        assertThat(redactor.clean("got " + JWT + " from somewhere")).isEqualTo("got ••• from somewhere");
        assertThat(redactor.clean("sent Bearer abc.def-123456 on")).isEqualTo("sent Bearer ••• on");
    }

    @Test
    void keepsJsonReadable() {
        assertThat(redactor.clean("{\"password\":\"12\\\"34\",\"a\":[1],\"totp\":123456}"))
                .isEqualTo("{\"password\":\"•••\",\"a\":[1],\"totp\":•••}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Order NSE-1 sent, symboltoken: 3045, price 1234.05",
                "token 26009 has no price; 3 tokens of 1000 used",
                "pinned the chart, spinning: 3",
                "https://apiconnect.example/rest/secure/angelbroking/order/v1/getOrderBook",
                "Bearing the load"
            })
    void leavesEverythingElseAlone(String text) {
        assertThat(redactor.clean(text)).isSameAs(text);
    }
}
