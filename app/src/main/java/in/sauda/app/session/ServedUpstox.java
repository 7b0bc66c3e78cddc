package in.sauda.app.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.broker.Credentials;
import in.sauda.core.time.TimeSource;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.upstox.UpstoxApp;
import in.sauda.simulator.upstox.UpstoxServer;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The local exchange on the Upstox wire as a client sees it. The real service has several hosts; here all are
/// one.
///
/// @param accessToken good at once, so that nobody has to log in on a page
public record ServedUpstox(UpstoxServer server, String accessToken) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static ServedUpstox of(UpstoxServer server) {
        return new ServedUpstox(server, server.accessToken());
    }

    /// The wire inside the line of an exchange that speaks both brokers'.
    ///
    /// @throws IllegalArgumentException when there is none
    static DemoWire parse(String line) {
        try {
            JsonNode wire = JSON.readTree(line).required("upstox");
            return new DemoWire(
                    Map.of(
                            "rest", wire.required("rest").asText(),
                            "orders", wire.required("orders").asText(),
                            "master", wire.required("master").asText()),
                    credentials(wire.required("accessToken").asText()),
                    UnaryOperator.identity());
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "The exchange does not speak Upstox' wire; serve it with 'sauda simulate --broker both'.", e);
        }
    }

    Map<String, String> endpoints() {
        return Map.of(
                "rest", server.rest().toString(),
                "orders", server.rest().toString(),
                "master", server.master().toString());
    }

    Credentials credentials() {
        return credentials(accessToken);
    }

    private static Credentials credentials(String token) {
        return new Credentials(Map.of("accessToken", token, "plan", "plus"));
    }

    /// Addresses, a ready token, and what a client needs to log in on the page.
    public ObjectNode json(Simulator simulator, TimeSource time) {
        UpstoxApp app = server.app();
        ObjectNode line = JSON.createObjectNode();
        endpoints().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> line.put(entry.getKey(), entry.getValue()));
        line.put("dialog", server.rest() + "/v2/login/authorization/dialog")
                .put("feedAuthorize", server.rest() + "/v3/feed/market-data-feed/authorize")
                .put("portfolioAuthorize", server.rest() + "/v2/feed/portfolio-stream-feed/authorize")
                .put("accessToken", accessToken);
        line.putObject("credentials")
                .put("apiKey", app.clientId())
                .put("apiSecret", app.clientSecret())
                .put("redirectUri", app.redirectUri())
                .put("userId", app.userId());
        line.putObject("market")
                .put("date", simulator.clock().date().toString())
                .put("millis", simulator.clock().millis())
                .put("wallMillis", time.wallMillis())
                .put("speed", simulator.clock().speed());
        return line;
    }
}
