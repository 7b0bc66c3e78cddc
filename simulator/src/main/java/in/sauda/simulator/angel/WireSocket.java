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
    private volatile @Nullable FaultyLine line;

    protected WireSocket(Connections connections, String clientCode) {
        this.connections = connections;
        this.clientCode = clientCode;
    }

    public final String clientCode() {
        return clientCode;
    }

    /// The connection stands.
    protected abstract void opened();

    /// The client said something that is no heartbeat.
    protected abstract void received(String message);

    /// The connection is gone, for whatever reason.
    protected abstract void closed();

    @Override
    public final void onWebSocketOpen(Session opened) {
        session = opened;
        FrameSender frames = new FrameSender(opened, connections.dropped());
        sender = frames;
        line = new FaultyLine(connections, frames);
        opened();
    }

    @Override
    public final void onWebSocketText(String message) {
        if (message.equals("ping")) {
            send("pong", true);
        } else {
            received(message);
        }
    }

    /// Overridden because the library's own answer could not be silenced.
    @Override
    public final void onWebSocketPing(ByteBuffer payload) {
        Session open = session;
        FaultyLine way = line;
        if (open != null && way != null && !way.silent(true)) {
            ByteBuffer copy =
                    ByteBuffer.allocate(payload.remaining()).put(payload).flip();
            open.sendPong(copy, Callback.NOOP);
        }
    }

    /// A ping is as much of a sign of life as the answer to one.
    final void ping() {
        Session opened = session;
        FaultyLine way = line;
        if (opened != null && way != null && !way.silent(true)) {
            opened.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
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

    public final void sendText(String text) {
        send(text, false);
    }

    public final void sendBinary(byte[] frame) {
        send(frame, false);
    }

    private void send(Object frame, boolean answer) {
        FaultyLine way = line;
        if (way != null) {
            way.send(frame, answer);
        }
    }

    final void allow(double frames) {
        FrameSender open = sender;
        if (open != null) {
            open.allow(frames);
        }
    }

    /// The counters of this connection.
    public final SocketTruth truth() {
        FrameSender open = sender;
        return open == null
                ? new SocketTruth(connections.line(), clientCode, 0, 0, 0)
                : new SocketTruth(
                        connections.line(), clientCode, open.sentFrames(), open.droppedFrames(), open.waitingFrames());
    }

    /// Ends the connection with a close frame, after what has been sent.
    public final void close(int status, String reason) {
        Session open = session;
        if (open != null) {
            open.close(status, reason, Callback.NOOP);
        }
    }

    /// Cuts the connection without a close frame.
    public final void cut() {
        Session open = session;
        if (open != null) {
            open.disconnect();
        }
    }
}
