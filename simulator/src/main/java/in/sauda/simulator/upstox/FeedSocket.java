package in.sauda.simulator.upstox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.angel.WireSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Callback;

/// One connection of the feed and its subscriptions. Requests are JSON in binary frames; text is answered with an
/// error, which is our own choice (protocol 4.2, unverified).
///
/// Public only because the server library calls it by method handle.
public final class FeedSocket extends WireSocket {
    private final FeedHub hub;
    private final Map<String, FeedMode> subscriptions = new HashMap<>();

    FeedSocket(FeedHub hub, String userId) {
        super(hub.connections(), userId);
        this.hub = hub;
    }

    /// Touched only under the market's lock.
    Map<String, FeedMode> subscriptions() {
        return subscriptions;
    }

    @Override
    protected void opened() {
        hub.opened(this);
    }

    @Override
    protected void received(String message) {
        error("", "requests must be binary frames");
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        String text = StandardCharsets.UTF_8.decode(payload).toString();
        callback.succeed();
        try {
            request(Json.parse(text));
        } catch (JsonProcessingException notJson) {
            error("", "the request is not JSON");
        }
    }

    private void request(JsonNode request) {
        String method = request.path("method").asText("");
        List<String> keys = new ArrayList<>();
        request.path("data").path("instrumentKeys").forEach(key -> keys.add(key.asText()));
        switch (method) {
            case "sub", "change_mode" -> {
                Optional<FeedMode> mode =
                        FeedMode.of(request.path("data").path("mode").asText("ltpc"));
                int refused =
                        mode.map(wanted -> hub.subscribe(this, keys, wanted)).orElse(keys.size());
                if (refused > 0) {
                    error(method, refused + " keys over the limit or without a known mode");
                }
            }
            case "unsub" -> hub.unsubscribe(this, keys);
            default -> error(method, "unknown method");
        }
    }

    private void error(String method, String message) {
        sendText(Json.object()
                .put("status", "failed")
                .put("method", method)
                .put("error", message)
                .toString());
    }

    @Override
    protected void closed() {
        hub.closed(this);
    }
}
