package in.sauda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.core.time.SystemTime;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorWireTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String NIFTY = "99926000";
    private static final String RELIANCE = "2885";

    private final SystemTime time = new SystemTime();
    private Simulator simulator;
    private TestClient client;

    @BeforeAll
    void start() throws Exception {
        simulator = Simulator.start(SimulatorOptions.defaults(DAY).withSpeed(20), time);
        simulator.server().setRateLimits(false);
    }

    @BeforeEach
    void logIn() throws Exception {
        client = new TestClient(simulator, time);
        assertThat(client.login().path("status").asBoolean()).isTrue();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void refusesWrongPinAndWrongTotpWithTheirCodes() throws Exception {
        SimulatedCredentials account = simulator.credentials();
        JsonNode pin = client.login(account.clientcode(), "0000", client.totp(0));
        assertThat(pin.path("status").isBoolean()).isTrue();
        assertThat(pin.path("status").asBoolean()).isFalse();
        assertThat(pin.path("errorcode").asText()).isEqualTo("AB1007");
        JsonNode totp = client.login(account.clientcode(), account.password(), client.totp(4));
        assertThat(totp.path("errorcode").asText()).isEqualTo("AB1050");
        assertThat(client.login(account.clientcode(), account.password(), client.totp(-1))
                        .path("status")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void answersTokenFaultsInTheGatewayEnvelope() throws Exception {
        client.forgetToken();
        JsonNode missing = client.get("user/v1/getProfile");
        assertThat(missing.path("success").asBoolean(true)).isFalse();
        assertThat(missing.path("errorCode").asText()).isEqualTo("AG8003");
        client.setToken("nonsense");
        assertThat(client.get("user/v1/getProfile").path("errorCode").asText()).isEqualTo("AG8001");
        HttpResponse<byte[]> noKey = client.raw(
                HttpRequest.newBuilder(simulator.rest().resolve("/rest/secure/angelbroking/user/v1/getProfile")));
        assertThat(new String(noKey.body(), StandardCharsets.UTF_8)).contains("AG8004");
    }

    @Test
    void refreshesTokensOnceAndForgetsThemOnLogout() throws Exception {
        String body = "{\"refreshToken\":\"" + client.refreshToken() + "\"}";
        JsonNode fresh = TestClient.json(client.send("POST", "/rest/auth/angelbroking/jwt/v1/generateTokens", body));
        assertThat(fresh.path("data").path("feedToken").asText()).isNotEmpty();
        JsonNode again = TestClient.json(client.send("POST", "/rest/auth/angelbroking/jwt/v1/generateTokens", body));
        assertThat(again.path("errorcode").asText()).isEqualTo("AB8050");
        assertThat(client.get("user/v1/getProfile").path("errorCode").asText()).isEqualTo("AG8001");
        client.setToken(fresh.path("data").path("jwtToken").asText());
        assertThat(client.post("user/v1/logout", "{\"clientcode\":\"D123456\"}")
                        .path("status")
                        .asBoolean())
                .isTrue();
        assertThat(client.get("user/v1/getProfile").path("errorCode").asText()).isEqualTo("AG8001");
    }

    @Test
    void quotesInThreeModesAndNamesWhatItCannotFind() throws Exception {
        String body = "{\"mode\":\"FULL\",\"exchangeTokens\":{\"NSE\":[\"2885\",\"nope\"],\"BSE\":[99919000]}}";
        JsonNode data = client.post("market/v1/quote/", body).path("data");
        JsonNode reliance = data.path("fetched").get(0);
        assertThat(reliance.path("tradingSymbol").asText()).isEqualTo("RELIANCE-EQ");
        assertThat(reliance.path("ltp").isNumber()).isTrue();
        assertThat(reliance.path("depth").path("buy").size()).isEqualTo(5);
        double bid = reliance.path("depth").path("buy").get(0).path("price").asDouble();
        double ask = reliance.path("depth").path("sell").get(0).path("price").asDouble();
        assertThat(ask).isGreaterThan(bid);
        assertThat(reliance.path("high").asDouble())
                .isGreaterThanOrEqualTo(reliance.path("ltp").asDouble());
        assertThat(data.path("unfetched").get(0).path("errorCode").asText()).isEqualTo("AB1018");
        JsonNode ltp = client.post(
                "order/v1/getLtpData",
                "{\"exchange\":\"NSE\",\"tradingsymbol\":\"RELIANCE-EQ\",\"symboltoken\":\"2885\"}");
        assertThat(ltp.path("data").path("close").asDouble()).isGreaterThan(0);
    }

    @Test
    void servesCandlesOfTodayAndOfPastDaysWithoutAGapInTheClose() throws Exception {
        JsonNode minutes = candles("NSE", RELIANCE, "ONE_MINUTE", "2026-11-20 09:15", "2026-11-20 15:30");
        assertThat(minutes.get(0).get(0).asText()).isEqualTo("2026-11-20T09:15:00+05:30");
        assertThat(minutes.get(0).get(5).asLong()).isPositive();
        JsonNode days = candles("NSE", RELIANCE, "ONE_DAY", "2026-11-16 00:00", "2026-11-19 23:59");
        assertThat(days.size()).isEqualTo(4);
        JsonNode quote = client.post("market/v1/quote", "{\"mode\":\"OHLC\",\"exchangeTokens\":{\"NSE\":[\"2885\"]}}");
        assertThat(days.get(3).get(4).asDouble())
                .isEqualTo(
                        quote.path("data").path("fetched").get(0).path("close").asDouble());
        JsonNode index = candles("NSE", NIFTY, "FIVE_MINUTE", "2026-11-19 09:15", "2026-11-19 15:30");
        assertThat(index.size()).isEqualTo(75);
        assertThat(index.get(10).get(5).asLong()).isZero();
    }

    @Test
    void servesOpenInterestOfAFuture() throws Exception {
        String token = in.sauda.simulator.market.MarketFixture.symbol("NIFTY29DEC26FUT")
                .token();
        String body =
                "{\"exchange\":\"NFO\",\"symboltoken\":\"%s\",\"interval\":\"FIVE_MINUTE\",\"fromdate\":\"2026-11-19 09:15\",\"todate\":\"2026-11-19 15:40\"}"
                        .formatted(token);
        JsonNode rows = client.post("historical/v1/getOIData", body).path("data");
        assertThat(rows.size()).isEqualTo(77);
        assertThat(rows.get(0).path("time").asText()).isEqualTo("2026-11-19T09:15:00+05:30");
        assertThat(rows.get(76).path("oi").asLong() % 65).isZero();
        assertThat(rows.get(76).path("oi").asLong())
                .isPositive()
                .isNotEqualTo(rows.get(0).path("oi").asLong());
    }

    @Test
    void refusesCandleRangesThatAreTurnedRoundOrTooLong() throws Exception {
        assertThat(candleReply("ONE_MINUTE", "2026-11-20 10:00", "2026-11-20 09:00")
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB1004");
        assertThat(candleReply("ONE_MINUTE", "2026-09-01 10:00", "2026-11-20 09:00")
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB1004");
    }

    private JsonNode candles(String exchange, String token, String interval, String from, String to) throws Exception {
        String body =
                "{\"exchange\":\"%s\",\"symboltoken\":\"%s\",\"interval\":\"%s\",\"fromdate\":\"%s\",\"todate\":\"%s\"}"
                        .formatted(exchange, token, interval, from, to);
        return client.post("historical/v1/getCandleData", body).path("data");
    }

    private JsonNode candleReply(String interval, String from, String to) throws Exception {
        String body =
                "{\"exchange\":\"NSE\",\"symboltoken\":2885,\"interval\":\"%s\",\"fromdate\":\"%s\",\"todate\":\"%s\"}"
                        .formatted(interval, from, to);
        return client.post("historical/v1/getCandleData", body);
    }

    @Test
    void masterHasEveryFieldResumesAndCompresses() throws Exception {
        HttpResponse<byte[]> plain = client.raw(HttpRequest.newBuilder(simulator.master()));
        JsonNode rows = new ObjectMapper().readTree(plain.body());
        assertThat(rows.size()).isGreaterThanOrEqualTo(100_000);
        assertThat(rows.get(0).size()).isEqualTo(11);
        HttpResponse<byte[]> rest = client.raw(
                HttpRequest.newBuilder(simulator.master()).header("Range", "bytes=" + (plain.body().length - 7) + "-"));
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body())
                .isEqualTo(java.util.Arrays.copyOfRange(plain.body(), plain.body().length - 7, plain.body().length));
        HttpResponse<byte[]> gzip =
                client.raw(HttpRequest.newBuilder(simulator.master()).header("Accept-Encoding", "gzip"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        HttpResponse<byte[]> same = client.raw(HttpRequest.newBuilder(simulator.master())
                .header("If-None-Match", plain.headers().firstValue("etag").orElseThrow()));
        assertThat(same.statusCode()).isEqualTo(304);
    }

    @Test
    void streamsASnapshotAtOnceAndChangesAfterwards() throws Exception {
        TestClient.Stream stream = client.stream();
        stream.subscribe(3, 1, RELIANCE);
        ByteBuffer first = stream.frame();
        assertThat(first.capacity()).isEqualTo(379);
        assertThat(first.get(0)).isEqualTo((byte) 3);
        assertThat(first.getShort(147)).isEqualTo((short) 1);
        assertThat(first.getShort(247)).isEqualTo((short) 0);
        assertThat(first.getLong(257)).isGreaterThan(first.getLong(157));
        ByteBuffer second = stream.frame();
        assertThat(second.getLong(27)).isGreaterThan(first.getLong(27));
        assertThat(second.getLong(67)).isGreaterThanOrEqualTo(first.getLong(67));
        assertThat(second.getLong(35) % 1000).isZero();
        stream.socket.abort();
    }

    @Test
    void answersTextPingAndPingFrames() throws Exception {
        TestClient.Stream stream = client.stream();
        stream.send("ping");
        assertThat(stream.text()).isEqualTo("pong");
        stream.ping("hello");
        assertThat(stream.pongs.poll(10, TimeUnit.SECONDS)).isEqualTo("hello");
        stream.socket.abort();
    }

    @Test
    void refusesMalformedRequestsAndMoreThanAThousandTokens() throws Exception {
        TestClient.Stream stream = client.stream();
        stream.send("{\"action\":7}");
        assertThat(stream.text()).contains("E1001");
        String[] many = simulator
                .catalog()
                .in(in.sauda.core.domain.Segment.NFO)
                .limit(1_001)
                .map(row -> row.token())
                .toArray(String[]::new);
        stream.subscribe(1, 2, many);
        assertThat(stream.text()).contains("E1002").contains("abc");
        stream.subscribe(4, 1, RELIANCE);
        assertThat(stream.text()).contains("E1001").contains("discontinued");
        stream.socket.abort();
    }

    @Test
    void servesTwentyLevelsWhenAskedTo() throws Exception {
        simulator.server().serveDepth20(true);
        TestClient.Stream stream = client.stream();
        stream.subscribe(4, 2, "1");
        assertThat(stream.text()).contains("nse_cm");
        stream.subscribe(4, 1, RELIANCE);
        ByteBuffer frame = stream.frame();
        simulator.server().serveDepth20(false);
        assertThat(frame.capacity()).isEqualTo(443);
        assertThat(frame.get(0)).isEqualTo((byte) 4);
        assertThat(frame.getInt(47)).isGreaterThan(frame.getInt(57));
        assertThat(frame.getInt(247)).isGreaterThan(frame.getInt(47));
        stream.socket.abort();
    }

    @Test
    void refusesTheFourthConnectionAndAWrongFeedToken() throws Exception {
        try (Simulator own = Simulator.start(SimulatorOptions.defaults(DAY), time);
                TestClient other = new TestClient(own, time)) {
            other.login();
            List<TestClient.Stream> three = List.of(other.stream(), other.stream(), other.stream());
            assertThatThrownBy(other::stream)
                    .isInstanceOf(CompletionException.class)
                    .hasStackTraceContaining("429");
            assertThatThrownBy(() -> other.stream("wrong")).hasStackTraceContaining("401");
            three.forEach(stream -> stream.socket.abort());
        }
    }

    @Test
    void unknownPathsAre404AndServicePrefixesAreAccepted() throws Exception {
        assertThat(client.send("GET", "/rest/secure/angelbroking/nothing", "").statusCode())
                .isEqualTo(404);
        assertThat(client.send("GET", "/user-service/rest/secure/angelbroking/user/v1/getProfile/", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void saysSoWhenThePortIsTaken() {
        int port = simulator.rest().getPort();
        assertThatThrownBy(() -> Simulator.start(SimulatorOptions.defaults(DAY).withPort(port), time))
                .hasMessageContaining("Port " + port)
                .hasMessageContaining("in use");
    }

    @Test
    void limitsRatesInPlainText() throws Exception {
        try (Simulator own = Simulator.start(SimulatorOptions.defaults(DAY), time);
                TestClient other = new TestClient(own, time)) {
            other.login();
            assertThat(other.get("user/v1/getProfile").path("status").asBoolean())
                    .isTrue();
            other.get("user/v1/getProfile");
            other.get("user/v1/getProfile");
            HttpResponse<String> over = other.send("GET", "/rest/secure/angelbroking/user/v1/getProfile", "");
            assertThat(over.statusCode()).isEqualTo(403);
            assertThat(over.body()).isEqualTo("Access denied because of exceeding access rate");
        }
    }
}
