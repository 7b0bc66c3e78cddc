package in.sauda.broker.angelone.stream;

import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.time.TimeSource;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// One socket's callbacks, on its connection's thread. Frames are copied into one buffer and decoded in place.
final class FeedConnection extends WebSocketListener {
    static final String THREAD = "feed-angelone-";
    private static final String PONG = "pong";
    private static final int NORMAL_CLOSURE = 1000;
    /// Larger than any packet; a frame that does not fit is malformed anyway.
    private static final int BUFFER_LENGTH = 512;

    private final Shard shard;
    private final String threadName;
    private final FrameDecoder decoder;
    private final MarketEventPublisher publisher;
    private final TimeSource time;
    private final byte[] buffer = new byte[BUFFER_LENGTH];
    private volatile String token = "";
    private volatile long lastHeardNanos;
    private volatile long lastFrameNanos;
    private volatile boolean over;
    private boolean alive;

    /// @param number of the connection, counted from 1
    FeedConnection(Shard shard, int number, FrameDecoder decoder, MarketEventPublisher publisher, TimeSource time) {
        this.shard = shard;
        this.threadName = THREAD + number;
        this.decoder = decoder;
        this.publisher = publisher;
        this.time = time;
    }

    void useToken(String jwt) {
        token = jwt;
    }

    /// The token this connection was opened with.
    String token() {
        return token;
    }

    /// Since then nothing at all has come.
    long lastHeardNanos() {
        return lastHeardNanos;
    }

    /// Since then no packet has come; the opening counts as one.
    long lastFrameNanos() {
        return lastFrameNanos;
    }

    /// Stops decoding; called when the shard gives this socket up.
    void abandon() {
        over = true;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        Thread.currentThread().setName(threadName);
        long openedNanos = time.nanos();
        decoder.connected(openedNanos);
        lastHeardNanos = openedNanos;
        lastFrameNanos = openedNanos;
        if (!shard.opened(this)) {
            webSocket.cancel();
        }
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString frame) {
        if (over) {
            return;
        }
        long nanos = heard();
        lastFrameNanos = nanos;
        int length = frame.size();
        frame.copyInto(0, buffer, 0, Math.min(length, BUFFER_LENGTH));
        decoder.decode(buffer, length, nanos, time.wallMillis(), publisher);
    }

    @Override
    public void onMessage(WebSocket webSocket, String frame) {
        heard();
        if (!frame.equals(PONG)) {
            shard.text(this, frame);
        }
    }

    private long heard() {
        long nanos = time.nanos();
        lastHeardNanos = nanos;
        if (!alive) {
            alive = true;
            shard.alive(this);
        }
        return nanos;
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.close(NORMAL_CLOSURE, null);
        shard.lost(this, "Angel One closed the feed (" + code + (reason.isEmpty() ? "" : " " + reason) + ").", 0);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        int status = response == null ? 0 : response.code();
        shard.lost(this, sentence(failure, status), status);
    }

    private static String sentence(Throwable failure, int status) {
        return switch (status) {
            case 401, 403 -> "Angel One's feed did not accept the login.";
            case 429 -> "Angel One's feed has too many connections of this account.";
            case 0, 101 -> "The connection to Angel One's feed was lost (" + failure.getMessage() + ").";
            default -> "Angel One's feed refused the connection (HTTP " + status + ").";
        };
    }
}
