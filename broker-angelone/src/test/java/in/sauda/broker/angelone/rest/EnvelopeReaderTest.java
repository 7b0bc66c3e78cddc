package in.sauda.broker.angelone.rest;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.support.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {
    private static BrokerFailure failure(int status, String body) {
        return ((Reply.Failure) EnvelopeReader.read(status, body)).failure();
    }

    private static BrokerFailure business(String code, String message) {
        return failure(200, "{\"status\":false,\"message\":\"" + message + "\",\"errorcode\":\"" + code + "\"}");
    }

    @Test
    void onlyABooleanTrueIsSuccess() {
        assertThat(EnvelopeReader.read(200, "{\"status\":true,\"data\":{\"a\":1}}"))
                .isInstanceOf(Reply.Success.class);
        assertThat(EnvelopeReader.read(200, "{\"success\":true,\"data\":[]}")).isInstanceOf(Reply.Success.class);
        assertThat(EnvelopeReader.read(200, "{\"status\":\"true\"}")).isInstanceOf(Reply.Failure.class);
        assertThat(EnvelopeReader.read(200, "{\"status\":\"false\"}")).isInstanceOf(Reply.Failure.class);
        assertThat(EnvelopeReader.read(200, "{\"status\":1}")).isInstanceOf(Reply.Failure.class);
        assertThat(EnvelopeReader.read(200, "{\"data\":[]}")).isInstanceOf(Reply.Failure.class);
        assertThat(EnvelopeReader.read(200, "[]")).isInstanceOf(Reply.Failure.class);
        assertThat(EnvelopeReader.read(200, "null")).isInstanceOf(Reply.Failure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void nothingHasManySpellings(String data) {
        Reply reply = EnvelopeReader.read(200, "{\"status\":true,\"data\":" + data + "}");

        assertThat(((Reply.Success) reply).data().isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "AB1050, Refused",
        "AB1007, Refused",
        "AB1000, Refused",
        "AG8004, Refused",
        "AB1012, Refused",
        "AB9999, Refused",
        "AG8001, SessionExpired",
        "AG8002, SessionExpired",
        "AB1010, SessionExpired",
        "AB1021, Retryable",
        "AB1004, Retryable",
        "AB2001, Retryable"
    })
    void sortsTheBrokersCodes(String code, String kind) {
        BrokerFailure failure = business(code, "Something in their words");

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.sentence()).endsWith(".");
    }

    @Test
    void readsTheGatewaysSpelling() {
        BrokerFailure failure = failure(
                200, "{\"success\":false,\"message\":\"Invalid Token\",\"errorCode\":\"AG8001\",\"data\":\"\"}");

        assertThat(failure).isInstanceOf(BrokerFailure.SessionExpired.class);
        assertThat(failure.nextStep()).isEqualTo("Log in again.");
    }

    @Test
    void tellsARefusalForSpeedFromARefusalOfTheAddress() {
        assertThat(failure(403, "Access denied because of exceeding access rate"))
                .isInstanceOf(BrokerFailure.Retryable.class);
        BrokerFailure address = failure(403, "Forbidden");
        assertThat(address).isInstanceOf(BrokerFailure.Refused.class);
        assertThat(address.nextStep()).contains("IP address");
    }

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "500, true",
        "503, true",
        "400, false",
        "401, false",
        "403, false",
        "404, false",
        "429, false"
    })
    void anUnreadableAnswerMayHideASuccessUnlessTheServerRefusedTheRequest(int status, boolean mayHaveArrived) {
        Reply.Failure failure = (Reply.Failure) EnvelopeReader.read(status, "<html>oops</html>");

        assertThat(failure.mayHaveArrived()).isEqualTo(mayHaveArrived);
    }

    @Test
    void longForeignTextIsCutAndNeverBreaksTheSentence() {
        BrokerFailure failure = business("AB1999", "x".repeat(5_000));

        assertThat(failure.sentence()).hasSizeLessThan(300);
    }
}
