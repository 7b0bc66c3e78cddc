package in.sauda.broker.angelone.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// The feed's text frames other than "pong": {@code {"correlationID", "errorCode", "errorMessage"}}.
final class FeedErrors {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_QUOTE = 200;

    private FeedErrors() {}

    /// One plain sentence for the user.
    static String sentence(String frame) {
        String detail = frame;
        try {
            JsonNode error = JSON.readTree(frame);
            String code = error.path("errorCode").asText("");
            if (code.equals("E1002")) {
                return "Angel One's feed says that its subscription limit is exceeded (E1002).";
            }
            if (!code.isEmpty()) {
                detail = code + " " + error.path("errorMessage").asText("");
            }
        } catch (JsonProcessingException notJson) {
            detail = frame;
        }
        return "Angel One's feed reports an error: " + detail.substring(0, Math.min(MAX_QUOTE, detail.length()));
    }
}
