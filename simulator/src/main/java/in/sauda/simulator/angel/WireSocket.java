package in.sauda.simulator.angel;

import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One WebSocket of a client: its heartbeat, its sender and its end.
///
/// Public only because the server library calls it by method handle.
public abstract class WireSocket implements Session.Listener.AutoDemanding {
    private static final Logger LOG = LoggerFactory.getLogger(WireSocket.class);

    private final Connections connections;
    private final String clientCode;
    private volatile @Nullable Session session;
    private volatile @Nullable FrameSender sender;

    WireSocket(Connections connections, String clientCode) {
        this.connections = connections;
        this.clientCode = clientCode;
    }

    final String clientCode() {
        return clientCode;
    }

    /// The connection stands.
    abstract void opened();

    /// The client said something that is no heartbeat.
    abstract void received(String message);

    /// The connection is gone, for whatever reason.
    abstract void closed();

    @Override
    public final void onWebSocketOpen(Session opened) {
        session = opened;
        sender = new FrameSender(opened, connections.dropped());
        opened();
    }

    @Override
    public final void onWebSocketText(String message) {
        if (message.equals("ping")) {
            sendText("pong");
        } else {
            received(message);
        }
    }

    /// Overridden because the library's own answer could not be silenced.
    @Override
    public final void onWebSocketPing(ByteBuffer payload) {
        Session open = session;
        if (open != null && !connections.silent()) {
            ByteBuffer copy =
                    ByteBuffer.allocate(payload.remaining()).put(payload).flip();
            open.sendPong(copy, Callback.NOOP);
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        callback.succeed();
    }

    @Override
    public final void onWebSocketError(Throwable cause) {
        LOG.debug("Socket of {} failed: {}", clientCode, cause.toString());
    }

    @Override
    public final void onWebSocketClose(int statusCode, String reason, Callback callback) {
        closed();
        callback.succeed();
    }

    final void sendText(String text) {
        FrameSender open = sender;
        if (open != null && !connections.silent()) {
            open.text(text);
        }
    }

    final void sendBinary(byte[] frame) {
        FrameSender open = sender;
        if (open != null && !connections.silent()) {
            open.binary(frame);
        }
    }

    /// Ends the connection with a close frame, after what has been sent.
    final void close(int status, String reason) {
        Session open = session;
        if (open != null) {
            open.close(status, reason, Callback.NOOP);
        }
    }

    /// Cuts the connection without a close frame.
    final void cut() {
        Session open = session;
        if (open != null) {
            open.disconnect();
        }
    }
}
