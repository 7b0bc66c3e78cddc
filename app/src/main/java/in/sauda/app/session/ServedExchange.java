package in.sauda.app.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.broker.Credentials;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import in.sauda.simulator.Simulator;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// A local exchange as a client sees it: where it is, how to log in and what time it is there. Written by
/// {@code sauda simulate} as one JSON line, read by {@code sauda demo --exchange}.
///
/// @param endpoints {@code rest}, {@code stream}, {@code orderUpdates}, {@code master}
/// @param marketMillis market time at {@code wallMillis}; it runs on at {@code speed}
public record ServedExchange(
        Map<String, String> endpoints,
        Credentials credentials,
        LocalDate date,
        long marketMillis,
        long wallMillis,
        double speed) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] ENDPOINTS = {"rest", "stream", "orderUpdates", "master"};
    private static final String[] CREDENTIALS = {"clientcode", "password", "apiKey", "totpSecret"};

    public static ServedExchange of(Simulator simulator, TimeSource time) {
        return new ServedExchange(
                Map.of(
                        "rest", simulator.rest().toString(),
                        "stream", simulator.stream().toString(),
                        "orderUpdates", simulator.orderUpdates().toString(),
                        "master", simulator.master().toString()),
                new Credentials(Map.of(
                        "clientcode", simulator.credentials().clientcode(),
                        "password", simulator.credentials().password(),
                        "apiKey", simulator.credentials().apiKey(),
                        "totpSecret", simulator.credentials().totpSecret())),
                simulator.clock().date(),
                simulator.clock().millis(),
                time.wallMillis(),
                simulator.clock().speed());
    }

    /// @throws IllegalArgumentException when the text is not such a line
    public static ServedExchange parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            JsonNode market = json.path("market");
            return new ServedExchange(
                    texts(json, ENDPOINTS),
                    new Credentials(texts(json.path("credentials"), CREDENTIALS)),
                    LocalDate.parse(market.path("date").asText()),
                    market.path("millis").asLong(),
                    market.path("wallMillis").asLong(),
                    market.path("speed").asDouble());
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "The exchange must be the line 'sauda simulate' printed; this is not: " + line, e);
        }
    }

    private static Map<String, String> texts(JsonNode json, String[] names) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names) {
            texts.put(name, json.required(name).asText());
        }
        return texts;
    }

    public String toJson() {
        ObjectNode line = JSON.createObjectNode();
        for (String name : ENDPOINTS) {
            line.put(name, endpoints.get(name));
        }
        ObjectNode login = line.putObject("credentials");
        for (String name : CREDENTIALS) {
            login.put(name, credentials.get(name));
        }
        line.putObject("market")
                .put("date", date.toString())
                .put("millis", marketMillis)
                .put("wallMillis", wallMillis)
                .put("speed", speed);
        return line.toString();
    }

    /// Market time, computed from this computer's clock; a change of speed after the line was printed is not seen.
    MarketClock clock(TimeSource time) {
        return () -> marketMillis + Math.round((time.wallMillis() - wallMillis) * speed);
    }
}
