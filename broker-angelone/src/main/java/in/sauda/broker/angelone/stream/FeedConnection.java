package in.sauda.broker.angelone.stream;

import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.time.TimeSource;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// One socket's callbacks, on the feed's thread. Frames are copied into one buffer and decoded in place.
final class FeedConnection extends WebSocketListener {
    private static final String PONG = "pong";
    private static final int NORMAL_CLOSURE = 1000;
    /// Larger than any packet; a frame that does not fit is malformed anyway.
    private static final int BUFFER_LENGTH = 512;

    private final SmartStreamFeed feed;
    private final FrameDecoder decoder;
    private final MarketEventPublisher publisher;
    private final TimeSource time;
    private final byte[] buffer = new byte[BUFFER_LENGTH];
    private volatile String token = "";
    private volatile long lastHeardNanos;
    private volatile boolean over;
    private boolean alive;

    FeedConnection(SmartStreamFeed feed, FrameDecoder decoder, MarketEventPublisher publisher, TimeSource time) {
        this.feed = feed;
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

    long lastHeardNanos() {
        return lastHeardNanos;
    }

    /// Stops decoding; called when the feed gives this connection up.
    void abandon() {
        over = true;
    }

    @Override
    public void onOpen(WebSocket webSocket, Response response) {
        Thread.currentThread().setName(SocketOpener.THREAD);
        lastHeardNanos = time.nanos();
        if (!feed.opened(this)) {
            webSocket.cancel();
        }
    }

    @Override
    public void onMessage(WebSocket webSocket, ByteString frame) {
        if (over) {
            return;
        }
        long nanos = heard();
        int length = frame.size();
        frame.copyInto(0, buffer, 0, Math.min(length, BUFFER_LENGTH));
        decoder.decode(buffer, length, nanos, time.wallMillis(), publisher);
    }

    @Override
    public void onMessage(WebSocket webSocket, String frame) {
        heard();
        if (!frame.equals(PONG)) {
            feed.text(this, frame);
        }
    }

    private long heard() {
        long nanos = time.nanos();
        lastHeardNanos = nanos;
        if (!alive) {
            alive = true;
            feed.alive(this);
        }
        return nanos;
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        webSocket.close(NORMAL_CLOSURE, null);
        feed.lost(this, "Angel One closed the feed (" + code + (reason.isEmpty() ? "" : " " + reason) + ").", 0);
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
        int status = response == null ? 0 : response.code();
        feed.lost(this, sentence(failure, status), status);
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
