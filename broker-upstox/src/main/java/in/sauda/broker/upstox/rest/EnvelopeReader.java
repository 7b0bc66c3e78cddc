package in.sauda.broker.upstox.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import in.sauda.core.broker.support.Reply;

/// Reads the broker's envelopes (protocol 2.2): {@code status} with {@code data}, {@code status} with {@code
/// errors} in either spelling, and the places where success comes without an envelope or only in part. Fractions are
/// kept
/// exact.
final class EnvelopeReader {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private EnvelopeReader() {}

    static Reply read(int status, String body) {
        JsonNode reply = parse(body);
        boolean good = status >= 200 && status < 300;
        if (reply.path("errors").isArray() && !reply.path("errors").isEmpty() && !partly(reply)) {
            JsonNode error = reply.path("errors").get(0);
            String code = either(error, "error_code", "errorCode");
            return new Reply.Failure(
                    UpstoxErrors.business(status, code, either(error, "message", "errorMessage")),
                    UpstoxErrors.unclear(status, code));
        }
        if (good && (reply.isArray() || reply.has("access_token"))) {
            return new Reply.Success(reply);
        }
        String word = reply.path("status").asText("");
        if (good && partly(reply)) {
            return new Reply.Success(reply);
        }
        if (good && word.equals("success")) {
            JsonNode data = reply.path("data");
            return new Reply.Success(data.isNull() ? MissingNode.getInstance() : data);
        }
        return new Reply.Failure(UpstoxErrors.http(status, body), good || status >= 500);
    }

    /// HTTP 207 carries what worked beside what did not; whoever may get one reads the whole reply.
    private static boolean partly(JsonNode reply) {
        return reply.path("status").asText("").equals("partial_success");
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode node = JSON.readValue(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException notJson) {
            // Plain text and HTML are expected here: the caller turns them into a failure by HTTP status.
            return MissingNode.getInstance();
        }
    }

    private static String either(JsonNode error, String one, String other) {
        String text = error.path(one).isNull() ? "" : error.path(one).asText("");
        return text.isEmpty() ? error.path(other).asText("") : text;
    }
}
