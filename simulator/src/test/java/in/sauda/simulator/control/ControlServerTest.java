package in.sauda.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.SimulatorOptions;
import in.sauda.simulator.TestClient;
import in.sauda.simulator.market.MarketFixture;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlServerTest {
    private final SystemTime time = new SystemTime();
    private final HttpClient http = HttpClient.newHttpClient();
    private Simulator simulator;
    private ControlServer control;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(SimulatorOptions.defaults(MarketFixture.DAY), time);
        control = ControlServer.start(simulator, 0);
        client = new TestClient(simulator, time);
        client.login();
    }

    @AfterEach
    void stop() {
        client.close();
        http.shutdownNow();
        control.close();
        simulator.close();
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(control.address().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode ok(String method, String path, String body) throws Exception {
        HttpResponse<String> response = call(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void takesFaultsAndClearsThem() throws Exception {
        assertThat(ok("POST", "/faults", "{\"fault\":\"rate-limit\",\"path\":\"getRMS\"}")
                        .path("rules")
                        .asInt())
                .isOne();
        String rms = "/rest/secure/angelbroking/user/v1/getRMS";
        assertThat(client.send("GET", rms, "").statusCode()).isEqualTo(403);
        ok("DELETE", "/faults", "");
        assertThat(client.send("GET", rms, "").statusCode()).isEqualTo(200);
        JsonNode state = ok("GET", "/state", "");
        assertThat(state.path("faultHits").path("rate-limit").asInt()).isOne();
        HttpResponse<String> wrong = call("POST", "/faults", "{\"fault\":\"rate-limit\",\"pth\":\"x\"}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("line 1").contains("pth");
    }

    @Test
    void movesTheClockEndsLoginsAndTellsTheTruth() throws Exception {
        ok("POST", "/clock", "{\"to\":\"10:15:00\",\"speed\":2}");
        assertThat(simulator.clock().speed()).isEqualTo(2);
        assertThat(call("POST", "/clock", "{\"to\":\"09:00:00\"}").statusCode()).isEqualTo(400);
        JsonNode state = ok("GET", "/state?candles=NSE:3045", "");
        assertThat(state.path("minuteCandles").path("NSE:3045").size()).isGreaterThanOrEqualTo(60);
        assertThat(state.path("funds").path("available").asDouble()).isEqualTo(1_000_000);
        ok("POST", "/logout", "");
        assertThat(client.get("user/v1/getProfile").path("errorCode").asText()).isEqualTo("AG8001");
        ok("POST", "/reset", "");
        assertThat(call("GET", "/nothing", "").statusCode()).isEqualTo(404);
    }
}
