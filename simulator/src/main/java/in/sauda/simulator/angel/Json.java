package in.sauda.simulator.angel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The JSON of the wire. Clients send numbers and strings alike, so reading accepts both.
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }

    /// An empty body reads as a missing node.
    static JsonNode read(String body) throws ApiFailure {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw AngelError.AB1004.failure("Request body is not JSON");
        }
    }

    public static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /// Text of a field, whether it came as a string or a number; empty when absent.
    static String text(JsonNode body, String name) {
        return body.path(name).asText("").strip();
    }

    /// A number that may have come as text; empty text counts as 0.
    static double number(JsonNode body, String name) throws ApiFailure {
        String text = text(body, name);
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw AngelError.AB1007.failure("Invalid " + name);
        }
    }

    static ObjectNode success(JsonNode data) {
        ObjectNode envelope = object();
        envelope.put("status", true);
        envelope.put("message", "SUCCESS");
        envelope.put("errorcode", "");
        envelope.set("data", data);
        return envelope;
    }

    static ObjectNode failure(ApiFailure failure) {
        ObjectNode envelope = object();
        if (failure.gateway()) {
            envelope.put("success", false);
            envelope.put("message", failure.getMessage());
            envelope.put("errorCode", failure.code());
            envelope.put("data", "");
            return envelope;
        }
        envelope.put("status", false);
        envelope.put("message", failure.getMessage());
        envelope.put("errorcode", failure.code());
        envelope.putNull("data");
        return envelope;
    }
}
