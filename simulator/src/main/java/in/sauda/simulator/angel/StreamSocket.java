package in.sauda.simulator.angel;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jetty.websocket.api.Callback;

/// One smart-stream connection and its subscriptions.
///
/// Public only because the server library calls it by method handle.
public final class StreamSocket extends WireSocket {
    private static final int SUBSCRIPTION_LIMIT = 1_000;
    private static final int DEPTH20_LIMIT = 50;

    /// A token in one mode, the unit of the quota.
    record TokenMode(int exchangeType, String token, int mode) {}

    private final StreamHub hub;
    private final Set<TokenMode> subscriptions = new HashSet<>();

    StreamSocket(StreamHub hub, String clientCode) {
        super(hub.connections(), clientCode);
        this.hub = hub;
    }

    /// Touched only under the market's lock.
    Set<TokenMode> subscriptions() {
        return subscriptions;
    }

    /// Nothing is sent before the first request.
    @Override
    protected void opened() {}

    @Override
    protected void received(String message) {
        try {
            StreamRequest request = StreamRequest.parse(message);
            if (request.mode() == PacketEncoder.DEPTH20 && !hub.servesDepth20()) {
                error(request.correlationId(), "E1001", "Mode 4 (DEPTH) was discontinued on 25 Apr 2025");
            } else if (request.mode() == PacketEncoder.DEPTH20 && !deepEnough(request)) {
                error(request.correlationId(), "E1001", "Mode 4 (DEPTH) is for at most 50 tokens of nse_cm");
            } else if (request.subscribe()) {
                subscribe(request);
            } else {
                hub.unsubscribe(this, request);
            }
        } catch (StreamRequest.Malformed e) {
            error(e.correlationId(), "E1001", String.valueOf(e.getMessage()));
        }
    }

    private static boolean deepEnough(StreamRequest request) {
        return request.tokens().size() <= DEPTH20_LIMIT
                && request.tokens().stream().allMatch(wanted -> wanted.exchangeType() == 1);
    }

    private void subscribe(StreamRequest request) {
        if (!hub.subscribe(this, request, SUBSCRIPTION_LIMIT)) {
            error(request.correlationId(), "E1002", "Subscription limit of " + SUBSCRIPTION_LIMIT + " tokens exceeded");
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        error("", "E1001", "Invalid request payload: binary frame");
    }

    @Override
    protected void closed() {
        hub.closed(this);
    }

    private void error(String correlationId, String code, String message) {
        sendText(Json.object()
                .put("correlationID", correlationId)
                .put("errorCode", code)
                .put("errorMessage", message)
                .toString());
    }
}
