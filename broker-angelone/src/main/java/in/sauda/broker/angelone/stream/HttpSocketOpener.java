package in.sauda.broker.angelone.stream;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/// Opens the broker's sockets. All sockets of one opener read and decode on one thread, one after the other, so a
/// reconnect never has two threads filling events.
final class HttpSocketOpener implements SocketOpener {
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final String url;
    private final ExecutorService thread;
    private final OkHttpClient client;

    /// @param url address with scheme ws or wss
    /// @param threadName name of the thread that reads and decodes
    HttpSocketOpener(String url, String threadName) {
        this.url = url;
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(threadName).factory());
        client = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(thread))
                .connectTimeout(CONNECT_PATIENCE)
                .readTimeout(CONNECT_PATIENCE)
                .webSocketCloseTimeout(CLOSE_PATIENCE)
                .retryOnConnectionFailure(false)
                .build();
    }

    /// Handshake headers as the official clients send them; the token goes raw, without "Bearer ".
    @Override
    public WebSocket open(FeedLogin login, WebSocketListener listener) {
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", login.jwt())
                .header("x-api-key", login.apiKey())
                .header("x-client-code", login.clientCode())
                .header("x-feed-token", login.feedToken())
                .build();
        return client.newWebSocket(request, listener);
    }

    @Override
    public void close() {
        thread.shutdown();
        client.connectionPool().evictAll();
    }
}
