package in.sauda.broker.upstox.stream;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.support.ReconnectDelays;
import in.sauda.core.broker.support.TaskTimer;
import in.sauda.core.feed.ConnectionState;
import in.sauda.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one of the broker's sockets open. Every connection needs a signed address of its own, which is asked
/// for over
/// REST (protocol 4.1, 5); what is lost is opened again for ever, with growing pauses.
///
/// The broker has no heartbeat of its own, so pings of the web-socket protocol tell a dead line from a quiet
/// one. State
/// changes happen under the owner's lock and are told to the owner with it held; frames are told on the
/// socket's one
/// thread without it. A connection that is no longer the current one is ignored, whatever it still delivers.
final class SignedSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SignedSocket.class);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration PING_EVERY = Duration.ofSeconds(10);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);
    private static final long BEAT_MILLIS = 10_000;
    private static final int NORMAL_CLOSURE = 1000;
    private static final int HTTP_TOO_MANY = 429;

    /// Tells where to connect this time. Blocks.
    interface Authorizer {
        /// @throws BrokerException when the broker gives no address
        String address() throws BrokerException;
    }

    /// Whom the socket serves.
    interface Owner {
        /// A state changed. With the lock held.
        void changed();

        /// Connected: say what is wanted. With the lock held.
        void opened(long nanos);

        /// The connection is gone, or could not be made. With the lock held.
        void away();

        /// Neither waiting nor trying again will help. With the lock held.
        void refused(BrokerFailure failure);

        /// Looks at a quiet connection every ten seconds. With the lock held.
        ///
        /// @return why it has to go, or an empty text
        String judge(long nowNanos, long frameNanos);

        /// On the socket's thread.
        void binary(ByteString frame, long nanos);

        /// On the socket's thread.
        void text(String frame);
    }

    private final String name;
    private final Authorizer authorizer;
    private final TaskTimer timer;
    private final TimeSource time;
    private final Object lock;
    private final Owner owner;
    private final ReconnectDelays delays;
    private final ExecutorService thread;
    private final OkHttpClient client;

    private volatile @Nullable Connection current;
    private int attempt;
    private long retryInMillis = -1;
    private volatile ConnectionState state = ConnectionState.UNUSED;
    private volatile String detail = "";

    /// @param name of the socket's thread
    /// @param lock the owner's
    SignedSocket(
            String name,
            Authorizer authorizer,
            TaskTimer timer,
            TimeSource time,
            RandomGenerator random,
            Object lock,
            Owner owner) {
        this.name = name;
        this.authorizer = authorizer;
        this.timer = timer;
        this.time = time;
        this.lock = lock;
        this.owner = owner;
        delays = new ReconnectDelays(random);
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        client = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(thread))
                .connectTimeout(CONNECT_PATIENCE)
                .readTimeout(CONNECT_PATIENCE)
                .pingInterval(PING_EVERY)
                .webSocketCloseTimeout(CLOSE_PATIENCE)
                .retryOnConnectionFailure(false)
                .build();
    }

    ConnectionState state() {
        return state;
    }

    boolean connected() {
        return state == ConnectionState.CONNECTED;
    }

    /// Why it waits, or empty.
    String detail() {
        return detail;
    }

    int attempt() {
        return attempt;
    }

    /// How long until the next attempt, or -1 when there will be none.
    long retryInMillis() {
        return retryInMillis;
    }

    /// Connects unless it has begun to.
    void start() {
        synchronized (lock) {
            if (state == ConnectionState.UNUSED) {
                begin();
            }
        }
    }

    private void begin() {
        if (state == ConnectionState.CLOSED) {
            return;
        }
        attempt++;
        Connection connection = new Connection();
        current = connection;
        state = ConnectionState.CONNECTING;
        owner.changed();
        Thread.ofVirtual().name(name + "-connect").start(() -> connect(connection));
    }

    private void connect(Connection connection) {
        try {
            Request request = new Request.Builder()
                    .url(authorizer.address())
                    .header("User-Agent", "Sauda")
                    .build();
            synchronized (lock) {
                if (isCurrent(connection)) {
                    connection.socket = client.newWebSocket(request, connection);
                }
            }
        } catch (BrokerException failed) {
            notAuthorised(connection, failed.failure());
        } catch (IllegalArgumentException noAddress) {
            lost(connection, "The broker gave an address that is none (" + noAddress.getMessage() + ").", 0);
        }
    }

    private void notAuthorised(Connection connection, BrokerFailure failure) {
        if (failure instanceof BrokerFailure.Retryable) {
            lost(connection, failure.sentence(), 0);
            return;
        }
        synchronized (lock) {
            if (isCurrent(connection)) {
                LOG.warn("{} stops: {} {}", name, failure.code(), failure.sentence());
                rest();
                detail = failure.sentence();
                owner.refused(failure);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // a connection is itself
    private boolean isCurrent(Connection connection) {
        return connection == current;
    }

    private void beat(Connection connection) {
        synchronized (lock) {
            if (isCurrent(connection)) {
                String silent = owner.judge(time.nanos(), connection.frameNanos);
                if (silent.isEmpty()) {
                    timer.schedule(() -> beat(connection), BEAT_MILLIS);
                } else {
                    connection.cancel();
                    lost(connection, silent, 0);
                }
            }
        }
    }

    /// @param httpStatus status of a refused handshake, or 0
    private void lost(Connection connection, String reason, int httpStatus) {
        synchronized (lock) {
            if (!isCurrent(connection)) {
                return;
            }
            current = null;
            retryInMillis = httpStatus == HTTP_TOO_MANY ? delays.tooManyMillis() : delays.nextMillis();
            LOG.info("{} is away: {} Trying again in {} ms.", name, reason, retryInMillis);
            state = ConnectionState.WAITING;
            detail = reason;
            timer.schedule(this::again, retryInMillis);
            owner.away();
            owner.changed();
        }
    }

    private void again() {
        synchronized (lock) {
            if (state == ConnectionState.WAITING) {
                begin();
            }
        }
    }

    /// Requests go as binary frames; the broker takes no others. A frame that cannot be sent is not lost: a new
    /// connection says everything again.
    void send(ByteString frame) {
        Connection connection = current;
        WebSocket socket = connection == null ? null : connection.socket;
        if (socket != null && connected()) {
            socket.send(frame);
        }
    }

    /// Closes the socket; {@link #start} may open another one later. With the lock held.
    void rest() {
        Connection connection = current;
        current = null;
        if (connection != null && connection.socket != null) {
            connection.socket.close(NORMAL_CLOSURE, null);
        }
        attempt = 0;
        retryInMillis = -1;
        delays.reset();
        state = ConnectionState.UNUSED;
        detail = "";
    }

    /// Closes for good; safe to call twice.
    @Override
    public void close() {
        synchronized (lock) {
            rest();
            state = ConnectionState.CLOSED;
        }
        thread.shutdown();
        client.connectionPool().evictAll();
    }

    private final class Connection extends WebSocketListener {
        private volatile @Nullable WebSocket socket;
        private volatile long frameNanos;
        private volatile boolean alive;

        private void cancel() {
            WebSocket open = socket;
            if (open != null) {
                open.cancel();
            }
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            Thread.currentThread().setName(name);
            synchronized (lock) {
                if (!isCurrent(this)) {
                    webSocket.cancel();
                    return;
                }
                socket = webSocket;
                frameNanos = time.nanos();
                state = ConnectionState.CONNECTED;
                detail = "";
                timer.schedule(() -> beat(this), BEAT_MILLIS);
                owner.opened(frameNanos);
                owner.changed();
            }
        }

        /// The first sign of life after a connection shows that the server means it.
        private boolean heard() {
            synchronized (lock) {
                if (!isCurrent(this)) {
                    return false;
                }
                if (!alive) {
                    alive = true;
                    attempt = 0;
                    delays.reset();
                }
                return true;
            }
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // a connection is itself
        public void onMessage(WebSocket webSocket, ByteString frame) {
            long nanos = time.nanos();
            if (alive ? this == current : heard()) {
                frameNanos = nanos;
                owner.binary(frame, nanos);
            }
        }

        @Override
        public void onMessage(WebSocket webSocket, String frame) {
            if (heard()) {
                frameNanos = time.nanos();
                owner.text(frame);
            }
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(NORMAL_CLOSURE, null);
            lost(this, "Upstox closed the connection (" + code + (reason.isEmpty() ? "" : " " + reason) + ").", 0);
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
            int status = response == null ? 0 : response.code();
            lost(
                    this,
                    status > 101
                            ? "Upstox refused the connection (HTTP " + status + ")."
                            : "The connection to Upstox was lost (" + failure.getMessage() + ").",
                    status);
        }
    }
}
