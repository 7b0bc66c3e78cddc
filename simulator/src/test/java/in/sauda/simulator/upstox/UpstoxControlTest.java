package in.sauda.simulator.upstox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.SimulatorOptions;
import in.sauda.simulator.control.ControlServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The control port over the Upstox wire, and what that wire does at night (protocol 1.2, 2.3).
class UpstoxControlTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String FUNDS = "/v3/user/get-funds-and-margin";
    private static final String ORDER = """
            {"quantity":1,"product":"I","validity":"DAY","price":1400,"instrument_token":"NSE_EQ|INE002A01018",
             "order_type":"LIMIT","transaction_type":"BUY","disclosed_quantity":0,"trigger_price":0,"is_amo":false,
             "tag":"control"}
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // made before every test
    private Simulator simulator;

    @SuppressWarnings("NullAway.Init") // made before every test
    private ControlServer control;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(SimulatorOptions.defaults(DAY), new SystemTime());
        control = ControlServer.start(simulator, 0);
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        control.close();
        simulator.close();
    }

    private HttpResponse<String> send(URI address, String method, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> control(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(control.address().resolve(path), method, "", body);
    }

    @Test
    void aWireThatIsNotServedIsNamed() throws Exception {
        HttpResponse<String> refused = control("GET", "/state?wire=upstox", "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("not served");
        assertThat(control("GET", "/state?wire=moon", "").body()).contains("angelone or upstox");
    }

    @Test
    void faultsAndTruthAreOfTheWireTheyAreAskedFor() throws Exception {
        UpstoxServer upstox = simulator.upstox(0);
        String token = upstox.accessToken();
        URI funds = upstox.rest().resolve(FUNDS);
        control("POST", "/faults?wire=upstox", "{\"fault\":\"rate-limit\",\"path\":\"get-funds\"}");
        assertThat(send(funds, "GET", token, "").statusCode()).isEqualTo(429);
        control("DELETE", "/faults?wire=upstox", "");
        assertThat(send(funds, "GET", token, "").statusCode()).isEqualTo(200);
        control("POST", "/clock", "{\"to\":\"10:15:00\"}");
        assertThat(send(upstox.rest().resolve("/v3/order/place"), "POST", token, ORDER)
                        .statusCode())
                .isEqualTo(200);
        JsonNode theirs = json(control("GET", "/state?wire=upstox&candles=NSE:2885", ""));
        assertThat(theirs.path("orders")).hasSize(1);
        assertThat(theirs.path("orders").get(0).path("tag").asText()).isEqualTo("control");
        assertThat(theirs.path("faultHits").path("rate-limit").asInt()).isOne();
        assertThat(json(control("GET", "/state?candles=NSE:2885", "")).path("orders"))
                .isEmpty();
        control("POST", "/reset", "");
        assertThat(json(control("GET", "/state?wire=upstox&candles=NSE:2885", ""))
                        .path("orders"))
                .isEmpty();
        control("POST", "/logout?wire=upstox", "");
        assertThat(send(funds, "GET", token, "").statusCode()).isEqualTo(401);
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void nothingIsToldOrTakenBeforeHalfPastFiveAndTheTokenDiesAtHalfPastThree() throws Exception {
        UpstoxServer upstox = simulator.upstox(0);
        String token = upstox.accessToken();
        control("POST", "/clock", "{\"to\":\"2026-11-21T02:00:00\"}");
        HttpResponse<String> funds = send(upstox.rest().resolve(FUNDS), "GET", token, "");
        assertThat(funds.statusCode()).isEqualTo(423);
        assertThat(funds.body()).contains("UDAPI100072");
        HttpResponse<String> order = send(upstox.rest().resolve("/v3/order/place"), "POST", token, ORDER);
        assertThat(order.statusCode()).isEqualTo(423);
        assertThat(order.body()).contains("UDAPI100074");
        assertThat(send(upstox.rest().resolve("/v2/user/profile"), "GET", token, "")
                        .statusCode())
                .isEqualTo(200);
        control("POST", "/clock", "{\"to\":\"2026-11-21T03:30:00\"}");
        HttpResponse<String> dead = send(upstox.rest().resolve("/v2/user/profile"), "GET", token, "");
        assertThat(dead.statusCode()).isEqualTo(401);
        assertThat(dead.body()).contains("UDAPI100050");
        control("POST", "/clock", "{\"to\":\"2026-11-21T05:30:00\"}");
        assertThat(send(upstox.rest().resolve(FUNDS), "GET", upstox.accessToken(), "")
                        .statusCode())
                .isEqualTo(200);
    }
}
