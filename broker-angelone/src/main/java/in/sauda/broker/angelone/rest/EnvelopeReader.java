package in.sauda.broker.angelone.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.support.Reply;
import java.util.List;

/// Reads the broker's three envelopes: {@code status/errorcode}, {@code success/errorCode}, and plain text.
///
/// HTTP 200 is not success; only a boolean {@code true} is. Fractions are kept exact.
final class EnvelopeReader {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    /// Any of these makes an object an envelope; orders refused for their address come with a code and no status.
    private static final List<String> KEYS = List.of("status", "success", "errorcode", "errorCode");

    private EnvelopeReader() {}

    static Reply read(int status, String body) {
        JsonNode envelope = parse(body);
        if (!envelope.isObject() || KEYS.stream().noneMatch(envelope::has)) {
            return new Reply.Failure(AngelOneErrors.http(status, body), unclear(status));
        }
        JsonNode success = envelope.path(envelope.has("status") ? "status" : "success");
        if (success.isBoolean() && success.booleanValue()) {
            return new Reply.Success(data(envelope));
        }
        String code = text(envelope, "errorcode").isEmpty() ? text(envelope, "errorCode") : text(envelope, "errorcode");
        BrokerFailure failure = status == 401 || status == 429
                ? AngelOneErrors.http(status, body)
                : AngelOneErrors.business(code, text(envelope, "message"));
        return new Reply.Failure(failure, status >= 500 || AngelOneErrors.unclear(code));
    }

    /// An unreadable 2xx answer or a server error may hide a request that was carried out.
    private static boolean unclear(int status) {
        return (status >= 200 && status < 300) || status >= 500;
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

    /// The payload; {@code null}, an empty string and absence all mean "nothing".
    private static JsonNode data(JsonNode envelope) {
        JsonNode data = envelope.path("data");
        boolean nothing = data.isNull() || (data.isTextual() && data.textValue().isBlank());
        return nothing ? MissingNode.getInstance() : data;
    }

    private static String text(JsonNode envelope, String field) {
        JsonNode node = envelope.path(field);
        return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    }
}
