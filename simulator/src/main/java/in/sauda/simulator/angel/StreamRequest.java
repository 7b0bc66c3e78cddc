package in.sauda.simulator.angel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A parsed subscribe or unsubscribe request of the stream (protocol 4.4).
///
/// @param subscribe false to unsubscribe
record StreamRequest(String correlationId, boolean subscribe, int mode, List<Wanted> tokens) {
    /// One token of the request.
    record Wanted(int exchangeType, String token) {}

    StreamRequest {
        tokens = List.copyOf(tokens);
    }

    /// Why a request was refused.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String correlationId;

        Malformed(String correlationId, String message) {
            super(message, null, false, false);
            this.correlationId = correlationId;
        }

        String correlationId() {
            return correlationId;
        }
    }

    static StreamRequest parse(String text) throws Malformed {
        JsonNode root;
        try {
            root = Json.parse(text);
        } catch (JsonProcessingException e) {
            throw new Malformed("", "Invalid request payload: not JSON");
        }
        String correlationId = Json.text(root, "correlationID");
        int action = root.path("action").asInt(-1);
        JsonNode params = root.path("params");
        int mode = params.path("mode").asInt(-1);
        if (action != 0 && action != 1) {
            throw new Malformed(correlationId, "Invalid request payload: action must be 0 or 1");
        }
        if (mode < 1 || mode > 4) {
            throw new Malformed(correlationId, "Invalid request payload: mode must be 1, 2, 3 or 4");
        }
        if (!params.path("tokenList").isArray()) {
            throw new Malformed(correlationId, "Invalid request payload: tokenList is missing");
        }
        return new StreamRequest(correlationId, action == 1, mode, wanted(params.path("tokenList"), correlationId));
    }

    private static List<Wanted> wanted(JsonNode lists, String correlationId) throws Malformed {
        List<Wanted> tokens = new ArrayList<>();
        for (JsonNode list : lists) {
            int exchangeType = list.path("exchangeType").asInt(-1);
            if (PacketMapper.segment(exchangeType) == null
                    || !list.path("tokens").isArray()) {
                throw new Malformed(correlationId, "Invalid request payload: exchangeType or tokens");
            }
            for (JsonNode token : list.path("tokens")) {
                tokens.add(new Wanted(exchangeType, token.asText()));
            }
        }
        return tokens;
    }
}
