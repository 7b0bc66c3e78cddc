package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;

/// An answer as it goes over the wire of any broker.
public record WireReply(int status, String contentType, String body) {
    public static WireReply text(int status, String text) {
        return new WireReply(status, "text/plain", text);
    }

    public static WireReply json(int status, JsonNode node) {
        return new WireReply(status, "application/json", Json.write(node));
    }
}
