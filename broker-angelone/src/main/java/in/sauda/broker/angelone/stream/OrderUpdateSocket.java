package in.sauda.broker.angelone.stream;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.support.ReconnectDelays;
import in.sauda.core.broker.support.TaskTimer;
import in.sauda.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The broker's socket of order updates (protocol 5). Needs no subscription; keeps itself connected for ever with
/// the feed's schedule, beats every ten seconds and gives a connection up that has been silent for thirty.
///
/// Safe from any thread. Frames come one after the other on a thread of its own.
public final class OrderUpdateSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderUpdateSocket.class);
    private static final String THREAD = "order-updates-angelone";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PING_MILLIS = 10_000;
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int NORMAL_CLOSURE = 1000;

    private final String url;
    private final FeedLogin login;
    private final Listener listener;
    private final TaskTimer timer;
    private final TimeSource time;
    private final ReconnectDelays delays;
    private final ExecutorService thread;
    private final OkHttpClient client;
    private @Nullable Connection current;
    private boolean closed;

    public OrderUpdateSocket(
            String url, FeedLogin login, Listener listener, TaskTimer timer, TimeSource time, RandomGenerator random) {
        this.url = url;
        this.login = login;
        this.listener = listener;
        this.timer = timer;
        this.time = time;
        this.delays = new ReconnectDelays(random);
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(THREAD).factory());
        this.client = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(thread))
                .connectTimeout(PATIENCE)
                .readTimeout(PATIENCE)
                .retryOnConnectionFailure(false)
                .build();
    }

    /// Who reads the frames.
    public interface Listener {
        /// @return what the frame means for the connection
        Verdict frame(String text);

        /// The connection is gone; updates are missed until the next greeting.
        void lost();
    }

    /// What a frame says about its connection.
    public enum Verdict {
        FINE,
        /// The token is no longer taken.
        LOGIN_EXPIRED,
        /// The account has as many connections as it may.
        TOO_MANY
    }

    public void connect() {
        startAttempt("");
    }

    private synchronized void startAttempt(String staleJwt) {
        if (!closed) {
            Connection connection = new Connection();
            current = connection;
            Thread.ofVirtual().name(THREAD + "-connect").start(() -> open(connection, staleJwt));
        }
    }

    private void open(Connection connection, String staleJwt) {
        try {
            if (!staleJwt.isEmpty()) {
                login.renew(staleJwt);
            }
        } catch (BrokerException failed) {
            loginFailed(connection, failed.failure(), staleJwt);
            return;
        }
        connection.jwt = login.jwt();
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + connection.jwt)
                .header("x-api-key", login.apiKey())
                .header("x-client-code", login.clientCode())
                .header("x-feed-token", login.feedToken())
                .build();
        synchronized (this) {
            if (connection == current) {
                connection.socket = client.newWebSocket(request, connection);
            }
        }
    }

    private synchronized void loginFailed(Connection connection, BrokerFailure failure, String staleJwt) {
        if (connection != current) {
            return;
        }
        if (failure instanceof BrokerFailure.Retryable) {
            retry(failure.sentence(), delays.nextMillis(), staleJwt);
        } else {
            LOG.warn("order updates stop, the order book is read instead: {}", failure.sentence());
            current = null;
            listener.lost();
        }
    }

    private synchronized void beat(Connection connection) {
        WebSocket socket = connection.socket;
        if (connection != current || socket == null) {
            return;
        }
        if (time.nanos() - connection.heardNanos >= SILENCE_NANOS) {
            socket.cancel();
            lost(connection, "it has been silent for 30 seconds", Verdict.FINE);
            return;
        }
        socket.send("ping");
        timer.schedule(() -> beat(connection), PING_MILLIS);
    }

    private synchronized boolean opened(Connection connection) {
        connection.heardNanos = time.nanos();
        if (connection == current) {
            timer.schedule(() -> beat(connection), PING_MILLIS);
        }
        return connection == current;
    }

    /// The listener is called outside the lock: it may take its own.
    private void received(Connection connection, String text) {
        synchronized (this) {
            connection.heardNanos = time.nanos();
            if (connection != current || text.equals("pong")) {
                return;
            }
        }
        Verdict verdict = listener.frame(text);
        if (verdict == Verdict.FINE) {
            synchronized (this) {
                delays.reset();
            }
        } else {
            connection.cancel();
            lost(connection, "the broker turned it away: " + verdict, verdict);
        }
    }

    private synchronized void lost(Connection connection, String reason, Verdict verdict) {
        if (connection == current) {
            long delay = verdict == Verdict.TOO_MANY ? delays.tooManyMillis() : delays.nextMillis();
            retry(reason, delay, verdict == Verdict.LOGIN_EXPIRED ? connection.jwt : "");
        }
    }

    private void retry(String reason, long delayMillis, String staleJwt) {
        current = null;
        LOG.info("order updates of Angel One are interrupted ({}); trying again in {} ms", reason, delayMillis);
        timer.schedule(() -> startAttempt(staleJwt), delayMillis);
        listener.lost();
    }

    /// Closes for good; safe to call twice.
    @Override
    public synchronized void close() {
        closed = true;
        Connection connection = current;
        current = null;
        if (connection != null && connection.socket != null) {
            connection.socket.close(NORMAL_CLOSURE, null);
        }
        thread.shutdown();
        client.connectionPool().evictAll();
    }

    private final class Connection extends WebSocketListener {
        private volatile String jwt = "";
        private volatile @Nullable WebSocket socket;
        private volatile long heardNanos;

        private void cancel() {
            WebSocket open = socket;
            if (open != null) {
                open.cancel();
            }
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            Thread.currentThread().setName(THREAD);
            if (!opened(this)) {
                webSocket.cancel();
            }
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            received(this, text);
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(NORMAL_CLOSURE, null);
            lost(this, "closed with " + code + (reason.isEmpty() ? "" : " " + reason), Verdict.FINE);
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
            int status = response == null ? 0 : response.code();
            lost(this, status > 101 ? "HTTP " + status : String.valueOf(failure.getMessage()), verdict(status));
        }

        private static Verdict verdict(int httpStatus) {
            return switch (httpStatus) {
                case 401, 403 -> Verdict.LOGIN_EXPIRED;
                case 429 -> Verdict.TOO_MANY;
                default -> Verdict.FINE;
            };
        }
    }
}
