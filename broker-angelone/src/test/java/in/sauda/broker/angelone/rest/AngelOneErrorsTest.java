package in.sauda.broker.angelone.rest;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerFailure.Fatal;
import in.sauda.core.broker.BrokerFailure.Refused;
import in.sauda.core.broker.BrokerFailure.Retryable;
import in.sauda.core.broker.BrokerFailure.SessionExpired;
import in.sauda.core.broker.support.Reply;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every code of the broker's table has a kind, a sentence and a next step.
class AngelOneErrorsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            AG7002, refused, IP address
            AG8001, expired, login
            AG8002, expired, login
            AG8003, expired, login
            AG8004, refused, API key
            AB8050, expired, renews the login
            AB8051, expired, has expired
            AB1000, refused, client code and PIN
            AB1001, refused, client code and PIN
            AB1002, refused, length
            AB1003, refused, exists
            AB1004, later,   internal error
            AB1005, refused, type of user
            AB1006, refused, blocked
            AB1007, refused, refused the request
            AB1008, refused, variety
            AB1009, refused, instrument
            AB1010, expired, login
            AB1011, expired, not logged in
            AB1012, refused, product
            AB1013, refused, order
            AB1014, refused, trade
            AB1015, refused, holding
            AB1016, refused, position
            AB1017, refused, convert
            AB1018, refused, instrument
            AB1021, later,   no more calls
            AB1031, refused, password
            AB1032, refused, client code and PIN
            AB1050, refused, TOTP
            AB2000, later,   internal error
            AB2001, later,   internal error
            AB2002, refused, bracket
            AB4008, refused, tag
            AB4018, refused, instrument
            AB7001, refused, MPIN
            AB9000, later,   internal error
            AB9001, refused, values
            AB9002, refused, trigger orders
            AB9003, refused, client code
            AB9004, refused, states
            AB9005, expired, login
            AB9006, refused, quantity
            AB9007, refused, disclosed
            AB9008, refused, price
            AB9009, refused, trigger price
            AB9010, refused, NSE and BSE
            AB9011, refused, instrument
            AB9012, refused, instrument
            AB9013, refused, trigger order
            AB9014, refused, side
            AB9015, refused, product
            AB9016, refused, period
            AB9017, refused, page
            AB9018, refused, so many
            AB9019, refused, figures
            """)
    void knowsEveryCode(String code, String kind, String words) {
        BrokerFailure failure = AngelOneErrors.business(code, "");

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.sentence()).contains(words).endsWith(".");
        assertThat(failure.nextStep()).isNotBlank();
        assertThat(kind(failure)).isEqualTo(kind);
    }

    private static String kind(BrokerFailure failure) {
        return switch (failure) {
            case Refused _ -> "refused";
            case SessionExpired _ -> "expired";
            case Retryable _ -> "later";
            case Fatal _ -> "fatal";
        };
    }

    /// The table above names each constant, so that none is added without a sentence somebody looked at.
    @Test
    void theTableIsWhole() {
        assertThat(Arrays.stream(ErrorCode.values()).map(Enum::name))
                .hasSize(56)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            AB1007, 'Invalid totp',                                         AB1050,          one-time
            AB1050, 'Invalid totp',                                         AB1050,          one-time
            AB1050, 'Invalid IP',                                           UNREGISTERED_IP, registered
            AB5555, 'Your IP address is not whitelisted for this API key',  UNREGISTERED_IP, registered
            '',     'Order placed from an unregistered static IP',          UNREGISTERED_IP, registered
            AB1007, 'Invalid User ID/Password',                             AB1007,          Invalid User
            AB1000, 'LoginbyPassword is not allowed, use MPIN',             AB1000,          MPIN
            '',     'Too many requests',                                    RATE_LIMIT,      no more calls
            '',     'Invalid Token',                                        NO_SESSION,      login
            AB7777, 'Something new',                                        AB7777,          Something new
            """)
    void theWordsDecideWhereACodeHasSeveralMeanings(String code, String message, String seen, String words) {
        BrokerFailure failure = AngelOneErrors.business(code, message);

        assertThat(failure.code()).isEqualTo(seen);
        assertThat(failure.sentence()).contains(words);
        assertThat(failure.nextStep()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            403, 'Access denied because of exceeding access rate', RATE_LIMIT,       later
            429, '',                                               RATE_LIMIT,       later
            401, '',                                               HTTP401,          expired
            403, 'Forbidden',                                      HTTP403,          refused
            403, 'IP address 203.0.113.9 is not allowed',          UNREGISTERED_IP,  refused
            404, '<html>not found</html>',                         HTTP404,          fatal
            400, 'Bad Request',                                    HTTP400,          fatal
            500, '',                                               HTTP500,          later
            502, '<html><body>Bad Gateway</body></html>',          HTTP502,          later
            200, '',                                               UNREADABLE_REPLY, later
            200, '<!DOCTYPE html><html></html>',                   UNREADABLE_REPLY, later
            """)
    void readsAnswersThatAreNoEnvelope(int status, String body, String code, String kind) {
        BrokerFailure failure = AngelOneErrors.http(status, body);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(kind(failure)).isEqualTo(kind);
        assertThat(failure.sentence()).endsWith(".");
        assertThat(failure.nextStep()).isNotBlank();
    }

    /// openalgo issue 846: the refusal of an unregistered address has no {@code status}.
    @Test
    void anEnvelopeWithoutStatusIsADefiniteNo() {
        Reply reply = EnvelopeReader.read(
                200, "{\"message\":\"Static IP not registered\",\"errorCode\":\"AG7002\",\"data\":\"\"}");

        assertThat(reply).isInstanceOfSatisfying(Reply.Failure.class, failure -> {
            assertThat(failure.failure()).isInstanceOf(Refused.class);
            assertThat(failure.failure().nextStep()).contains("order proxy");
            assertThat(failure.mayHaveArrived()).isFalse();
        });
    }
}
