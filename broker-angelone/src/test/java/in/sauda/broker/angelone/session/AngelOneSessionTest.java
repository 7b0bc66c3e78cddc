package in.sauda.broker.angelone.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.angelone.Await;
import in.sauda.broker.angelone.MockBroker;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.core.broker.AccountProfile;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.Funds;
import in.sauda.core.broker.Paise;
import in.sauda.core.secrets.Redaction;
import in.sauda.core.secrets.Totp;
import in.sauda.core.time.IndiaTime;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AngelOneSessionTest {
    private static final String FUNDS =
            "{\"net\":\"10,500.5000\",\"availablecash\":\"- 2235.80\",\"utiliseddebits\":12.345,\"utilisedspan\":null}";

    private final MockBroker broker;

    AngelOneSessionTest() throws Exception {
        broker = new MockBroker();
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void logsInWithPinAndOneTimePasswordAndReadsTheProfile() throws Exception {
        try (AngelOneSession session = broker.open()) {
            assertThat(session.profile()).isEqualTo(new AccountProfile("A123456", "TRADER ONE"));
        }
        var login = broker.requests(Endpoint.LOGIN).getFirst();
        JsonNode body = MockBroker.body(login);
        assertThat(body.path("clientcode").asText()).isEqualTo("A123456");
        assertThat(body.path("password").asText()).isEqualTo("1234");
        assertThat(body.path("totp").asText())
                .isEqualTo(Totp.of(MockBroker.SECRET).orElseThrow().at(MockBroker.START_MILLIS + 3_600_000));
        assertThat(login.getHeaders().get("X-PrivateKey")).isEqualTo("key-1");
        assertThat(login.getHeaders().get("X-UserType")).isEqualTo("USER");
        assertThat(login.getHeaders().get("X-SourceID")).isEqualTo("WEB");
        assertThat(login.getHeaders().get("Authorization")).isNull();
        var profile = broker.requests(Endpoint.PROFILE).getFirst();
        assertThat(profile.getMethod()).isEqualTo("GET");
        assertThat(profile.getHeaders().get("Authorization")).isEqualTo("Bearer jwt-1");
    }

    @Test
    void logsInOnceWithDigitsThatWereTyped() throws Exception {
        try (AngelOneSession session = broker.open(1000, typed("314159"))) {
            broker.once(Endpoint.FUNDS, MockBroker.gatewayNo("AG8001"));
            BrokerFailure failure = catchThrowableOfType(BrokerException.class, session.portfolio()::funds)
                    .failure();
            assertThat(failure.code()).isEqualTo("TOTP_CODE");
            assertThat(failure.nextStep()).isEqualTo("Log in again and type them.");
        }
        assertThat(broker.requests(Endpoint.LOGIN))
                .singleElement()
                .satisfies(request -> assertThat(
                                MockBroker.body(request).path("totp").asText())
                        .isEqualTo("314159"));
    }

    @Test
    void asksForTheDigitsBeforeItAsksTheBroker() {
        BrokerFailure failure = catchThrowableOfType(BrokerException.class, () -> broker.open(1000, typed(" ")))
                .failure();
        assertThat(failure.code()).isEqualTo("TOTP_CODE");
        assertThat(broker.requests(Endpoint.LOGIN)).isEmpty();
    }

    @Test
    void explainsASecretThatIsNotOne() {
        Credentials wrong = new Credentials(Map.of(
                "clientcode", "A123456", "password", "1234", "apiKey", "key-1", "totpSecret", "JBSWY3DPEHPK3PX!"));
        BrokerException refused = catchThrowableOfType(BrokerException.class, () -> broker.open(1000, wrong));
        assertThat(refused.failure().code()).isEqualTo("TOTP_SECRET");
        assertThat(refused.failure().nextStep()).contains("QR code");
        assertThat(refused.getMessage()).doesNotContain("JBSWY3DP");
    }

    @Test
    void makesEverySecretOfALoginUnreadable() throws Exception {
        broker.open(1000, typed("271828")).close();
        assertThat(Redaction.clean("pin 1234 key key-1 code 271828 token jwt-1"))
                .isEqualTo("pin ••• key ••• code ••• token •••");
    }

    private static Credentials typed(String code) {
        return new Credentials(Map.of("clientcode", "A123456", "password", "1234", "apiKey", "key-1", "totp", code));
    }

    @Test
    void logsOutOnceWhenClosed() throws Exception {
        AngelOneSession session = broker.open();
        session.close();
        session.close();

        assertThat(broker.requests(Endpoint.LOGOUT)).hasSize(1);
        BrokerException afterwards = catchThrowableOfType(BrokerException.class, session.portfolio()::funds);
        assertThat(afterwards.failure()).isNotNull();
        assertThat(broker.requests(Endpoint.LOGIN)).hasSize(1);
    }

    @Test
    void explainsAWrongOneTimePassword() {
        broker.once(Endpoint.LOGIN, MockBroker.no("AB1050", "Invalid totp"));

        BrokerFailure failure =
                catchThrowableOfType(BrokerException.class, broker::open).failure();

        assertThat(failure).isInstanceOf(BrokerFailure.Refused.class);
        assertThat(failure.code()).isEqualTo("AB1050");
        assertThat(failure.nextStep()).contains("TOTP secret").contains("clock");
        assertThat(broker.requests(Endpoint.LOGIN)).hasSize(1);
    }

    @Test
    void quotesTheBrokerForWrongPin() {
        broker.once(Endpoint.LOGIN, MockBroker.no("AB1007", "Invalid userId or password"));

        BrokerFailure failure =
                catchThrowableOfType(BrokerException.class, broker::open).failure();

        assertThat(failure.sentence()).contains("Invalid userId or password");
        assertThat(failure.nextStep()).contains("PIN");
    }

    @Test
    void aLoginRefusedForSpeedIsTriedAgain() throws Exception {
        broker.once(Endpoint.LOGIN, MockBroker.plain(403, "Access denied because of exceeding access rate"));
        try (AngelOneSession session = broker.open()) {
            assertThat(session.profile().name()).isEqualTo("TRADER ONE");
        }
        assertThat(broker.requests(Endpoint.LOGIN)).hasSize(2);
    }

    @Test
    void saysSoWhenTheServerIsNotThere() {
        broker.close();

        BrokerFailure failure =
                catchThrowableOfType(BrokerException.class, broker::open).failure();

        assertThat(failure).isInstanceOf(BrokerFailure.Retryable.class);
        assertThat(failure.code()).isEqualTo("NETWORK");
        assertThat(failure.nextStep()).contains("internet");
    }

    @Test
    void renewsTheTokensBeforeItLogsInAgain() throws Exception {
        broker.always(Endpoint.FUNDS, MockBroker.ok(FUNDS));
        broker.once(Endpoint.FUNDS, MockBroker.gatewayNo("AG8002"));
        broker.always(Endpoint.GENERATE_TOKENS, MockBroker.ok("{\"jwtToken\":\"jwt-2\",\"refreshToken\":\"r-2\"}"));
        try (AngelOneSession session = broker.open()) {
            assertThat(session.portfolio().funds().net()).isEqualTo(1_050_050);
        }
        assertThat(broker.requests(Endpoint.LOGIN)).hasSize(1);
        RecordedRequest renewal = broker.requests(Endpoint.GENERATE_TOKENS).getFirst();
        assertThat(renewal.getHeaders().get("Authorization")).isEqualTo("Bearer jwt-1");
        assertThat(MockBroker.body(renewal).path("refreshToken").asText()).isEqualTo("r-1");
        assertThat(broker.requests(Endpoint.FUNDS).getLast().getHeaders().get("Authorization"))
                .isEqualTo("Bearer jwt-2");
    }

    @Test
    void logsInAgainRightAfterMidnightInIndia() throws Exception {
        try (AngelOneSession session = broker.open()) {
            long midnight = session.validUntilMillis();
            assertThat(IndiaTime.millisOfDay(midnight)).isZero();
            assertThat(midnight - broker.time.wallMillis()).isBetween(1L, 86_400_000L);

            broker.time.advanceMillis(midnight - broker.time.wallMillis() + 30_000);
            Await.until("the login of the new day", () -> session.validUntilMillis() > midnight);

            assertThat(session.validUntilMillis()).isEqualTo(midnight + 86_400_000L);
            assertThat(broker.requests(Endpoint.LOGIN)).hasSize(2);
            assertThat(broker.requests(Endpoint.GENERATE_TOKENS))
                    .as("a dead day cannot be renewed")
                    .isEmpty();
        }
    }

    @Test
    void explainsWhatTheMpinIs() {
        broker.always(
                Endpoint.LOGIN,
                MockBroker.no("AB7001", "LoginbyPassword is not allowed. Please switch to Login by MPIN now."));
        BrokerFailure failure =
                catchThrowableOfType(BrokerException.class, broker::open).failure();
        assertThat(failure).isInstanceOf(BrokerFailure.Refused.class);
        assertThat(failure.sentence()).contains("MPIN");
        assertThat(failure.nextStep()).contains("four digits");
    }

    @Test
    void readsFundsInEverySpellingOfANumber() throws Exception {
        broker.always(Endpoint.FUNDS, MockBroker.ok(FUNDS));
        try (AngelOneSession session = broker.open()) {
            assertThat(session.portfolio().funds())
                    .isEqualTo(new Funds(
                            -223_580,
                            Paise.UNKNOWN,
                            1_235,
                            1_050_050,
                            Paise.UNKNOWN,
                            Paise.UNKNOWN,
                            Paise.UNKNOWN,
                            Paise.UNKNOWN,
                            Paise.UNKNOWN,
                            Paise.UNKNOWN,
                            Paise.UNKNOWN));
        }
    }

    static Stream<Arguments> passingTroubles() {
        return Stream.of(
                Arguments.of("plain text 403", MockBroker.plain(403, "Access denied because of exceeding access rate")),
                Arguments.of("429", MockBroker.plain(429, "")),
                Arguments.of("JSON rate limit", MockBroker.no("AB1021", "Too many requests")),
                Arguments.of("500", MockBroker.plain(500, "")),
                Arguments.of("502 HTML", MockBroker.plain(502, "<html><body>Bad Gateway</body></html>")),
                Arguments.of("503", MockBroker.plain(503, "busy")),
                Arguments.of("HTML with 200", MockBroker.plain(200, "<!DOCTYPE html><html></html>")),
                Arguments.of("empty body", MockBroker.plain(200, "")),
                Arguments.of("half JSON", MockBroker.plain(200, "{\"status\":true,\"data\":{\"net\":\"1")),
                Arguments.of("AB2001", MockBroker.no("AB2001", "Internal Error, Please try after sometime")),
                Arguments.of("lost reply", MockBroker.lostReply()),
                Arguments.of("silence", MockBroker.silence()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passingTroubles")
    void readsAreTriedAgain(String name, MockResponse trouble) throws Exception {
        broker.once(Endpoint.FUNDS, trouble);
        broker.always(Endpoint.FUNDS, MockBroker.ok(FUNDS));
        try (AngelOneSession session = broker.open()) {
            assertThat(session.portfolio().funds().net()).isEqualTo(1_050_050);
        }
        assertThat(broker.requests(Endpoint.FUNDS)).as(name).hasSize(2);
        assertThat(broker.time.sleptMillis()).isBetween(800L, 5_000L);
    }

    @Test
    void givesUpAReadAfterFourAttemptsWithGrowingPauses() throws Exception {
        broker.always(Endpoint.FUNDS, MockBroker.plain(500, ""));
        try (AngelOneSession session = broker.open()) {
            BrokerFailure failure = catchThrowableOfType(BrokerException.class, session.portfolio()::funds)
                    .failure();
            assertThat(failure.code()).isEqualTo("HTTP500");
        }
        assertThat(broker.requests(Endpoint.FUNDS)).hasSize(4);
        assertThat(broker.time.sleptMillis()).isBetween(5_600L, 9_000L);
    }

    @Test
    void aDefiniteNoIsNotTriedAgain() throws Exception {
        broker.always(Endpoint.FUNDS, MockBroker.no("AG8004", "Invalid API Key"));
        try (AngelOneSession session = broker.open()) {
            BrokerFailure failure = catchThrowableOfType(BrokerException.class, session.portfolio()::funds)
                    .failure();
            assertThat(failure).isInstanceOf(BrokerFailure.Refused.class);
            assertThat(failure.nextStep()).contains("API key");
        }
        assertThat(broker.requests(Endpoint.FUNDS)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AG8001", "AG8002", "AB1010", "401"})
    void logsInAgainOnceWhenTheSessionHasExpired(String code) throws Exception {
        broker.always(Endpoint.FUNDS, MockBroker.ok(FUNDS));
        broker.once(
                Endpoint.FUNDS,
                code.equals("401")
                        ? MockBroker.plain(401, "")
                        : code.startsWith("AG") ? MockBroker.gatewayNo(code) : MockBroker.no(code, "expired"));
        try (AngelOneSession session = broker.open()) {
            broker.once(
                    Endpoint.LOGIN,
                    MockBroker.ok("{\"jwtToken\":\"jwt-2\",\"refreshToken\":\"r\",\"feedToken\":\"f-2\"}"));
            assertThat(session.portfolio().funds().net()).isEqualTo(1_050_050);
        }
        assertThat(broker.requests(Endpoint.LOGIN)).hasSize(2);
        assertThat(broker.requests(Endpoint.FUNDS).getLast().getHeaders().get("Authorization"))
                .isEqualTo("Bearer jwt-2");
    }

    @Test
    void manyCallsThatFindTheSessionExpiredShareOneLogin() throws Exception {
        broker.always(
                Endpoint.FUNDS,
                request -> "Bearer jwt-2".equals(request.getHeaders().get("Authorization"))
                        ? MockBroker.ok(FUNDS)
                        : MockBroker.gatewayNo("AG8001"));
        try (AngelOneSession session = broker.open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            broker.once(
                    Endpoint.LOGIN,
                    MockBroker.ok("{\"jwtToken\":\"jwt-2\",\"refreshToken\":\"r\",\"feedToken\":\"f-2\"}"));
            Callable<Long> call = () -> session.portfolio().funds().net();
            for (Future<Long> result : threads.invokeAll(Collections.nCopies(8, call))) {
                assertThat(result.get()).isEqualTo(1_050_050L);
            }
        }
        assertThat(broker.requests(Endpoint.LOGIN)).hasSize(2);
    }

    @Test
    void doesNotKnockAgainForAMinuteAfterARefusedRenewal() throws Exception {
        broker.always(Endpoint.FUNDS, MockBroker.gatewayNo("AG8001"));
        try (AngelOneSession session = broker.open()) {
            broker.always(Endpoint.LOGIN, MockBroker.no("AB1007", "Invalid userId or password"));
            for (int i = 0; i < 3; i++) {
                assertThat(catchThrowableOfType(BrokerException.class, session.portfolio()::funds)
                                .failure()
                                .code())
                        .isEqualTo("AB1007");
            }
            assertThat(broker.requests(Endpoint.LOGIN)).hasSize(2);
            broker.time.advanceMillis(61_000);
            assertThat(catchThrowableOfType(BrokerException.class, session.portfolio()::funds))
                    .isNotNull();
            assertThat(broker.requests(Endpoint.LOGIN)).hasSize(3);
        }
    }

    @Test
    void refusesAnEndlessAnswer() throws Exception {
        broker.always(Endpoint.FUNDS, MockBroker.plain(200, "[" + "1,".repeat(17 << 20) + "1]"));
        try (AngelOneSession session = broker.open()) {
            BrokerFailure failure = catchThrowableOfType(BrokerException.class, session.portfolio()::funds)
                    .failure();
            assertThat(failure.sentence()).contains("32 MB");
        }
    }
}
