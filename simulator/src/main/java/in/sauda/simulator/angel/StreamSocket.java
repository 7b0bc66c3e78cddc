package in.sauda.simulator.angel;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One smart-stream connection: its subscriptions, its heartbeat, its sender.
///
/// Public only because the server library calls it by method handle.
public final class StreamSocket implements Session.Listener.AutoDemanding {
    private static final Logger LOG = LoggerFactory.getLogger(StreamSocket.class);
    private static final int SUBSCRIPTION_LIMIT = 1_000;

    /// A token in one mode, the unit of the quota.
    record TokenMode(int exchangeType, String token, int mode) {}

    private final StreamHub hub;
    private final String clientCode;
    private final Set<TokenMode> subscriptions = new HashSet<>();
    private volatile @Nullable Session session;
    private volatile @Nullable FrameSender sender;

    StreamSocket(StreamHub hub, String clientCode) {
        this.hub = hub;
        this.clientCode = clientCode;
    }

    String clientCode() {
        return clientCode;
    }

    /// Touched only under the market's lock.
    Set<TokenMode> subscriptions() {
        return subscriptions;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        sender = new FrameSender(opened, hub.droppedFrames());
    }

    @Override
    public void onWebSocketText(String message) {
        if (message.equals("ping")) {
            sendText("pong");
            return;
        }
        try {
            StreamRequest request = StreamRequest.parse(message);
            if (request.mode() > PacketEncoder.SNAP_QUOTE) {
                error(request.correlationId(), "E1001", "Mode 4 (DEPTH) was discontinued on 25 Apr 2025");
            } else if (request.subscribe()) {
                subscribe(request);
            } else {
                hub.unsubscribe(this, request);
            }
        } catch (StreamRequest.Malformed e) {
            error(e.correlationId(), "E1001", String.valueOf(e.getMessage()));
        }
    }

    private void subscribe(StreamRequest request) {
        if (!hub.subscribe(this, request, SUBSCRIPTION_LIMIT)) {
            error(request.correlationId(), "E1002", "Subscription limit of " + SUBSCRIPTION_LIMIT + " tokens exceeded");
        }
    }

    /// Overridden because the library's own answer could not be silenced.
    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        Session open = session;
        if (open != null && !hub.silent()) {
            ByteBuffer copy =
                    ByteBuffer.allocate(payload.remaining()).put(payload).flip();
            open.sendPong(copy, Callback.NOOP);
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
        error("", "E1001", "Invalid request payload: binary frame");
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("Stream of {} failed: {}", clientCode, cause.toString());
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        hub.closed(this);
        callback.succeed();
    }

    private void error(String correlationId, String code, String message) {
        sendText(Json.object()
                .put("correlationID", correlationId)
                .put("errorCode", code)
                .put("errorMessage", message)
                .toString());
    }

    void sendText(String text) {
        FrameSender open = sender;
        if (open != null && !hub.silent()) {
            open.text(text);
        }
    }

    void sendBinary(byte[] frame) {
        FrameSender open = sender;
        if (open != null && !hub.silent()) {
            open.binary(frame);
        }
    }

    /// Cuts the connection without a close frame.
    void cut() {
        Session open = session;
        if (open != null) {
            open.disconnect();
        }
    }
}
