package in.sauda.broker.angelone.stream;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.support.ReconnectDelays;
import in.sauda.core.broker.support.SilenceRule;
import in.sauda.core.feed.ConnectionState;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.feed.Subscription;
import java.util.Collection;
import java.util.List;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection of the feed: keeps a socket alive, whatever it carries.
///
/// Everything but decoding happens under the feed's lock, which every method here takes or expects to be held. Frames
/// are decoded on the connection's own thread without that lock. A socket that is no longer the current one is ignored,
/// whatever it still delivers.
final class Shard {
    private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
    private static final long PING_MILLIS = 10_000;
    private static final int NORMAL_CLOSURE = 1000;
    private static final int HTTP_UNAUTHORIZED = 401;
    private static final int HTTP_FORBIDDEN = 403;
    private static final int HTTP_TOO_MANY = 429;

    /// Attempts in vain after which others take over what this connection carried: about seven seconds.
    private static final int PATIENT_ATTEMPTS = 3;

    /// What a connection needs of the feed it belongs to. Called with the feed's lock held.
    interface Owner {
        /// What this connection has to carry.
        List<Subscription> wishes(Shard shard);

        /// A state changed that people should see.
        void changed();

        /// @param forLong others should take over
        void away(Shard shard, boolean forLong);

        void back(Shard shard);

        /// Neither waiting nor another login will help.
        void refused(BrokerFailure failure);

        /// The broker sent an error frame.
        void error(Shard shard, String sentence);
    }

    private final int index;
    private final FeedWiring wiring;
    private final SocketOpener opener;
    private final Owner owner;
    private final Object lock;
    private final FeedCounters counters;
    private final FrameDecoder decoder;
    private final MarketEventPublisher publisher;
    private final ReconnectDelays delays;
    private final SubscriptionMessages messages;
    private final SilenceRule silence;

    private @Nullable FeedConnection current;
    private @Nullable WebSocket open;
    private boolean everConnected;
    private int attempt;
    private long retryInMillis = -1;
    private volatile ConnectionState state = ConnectionState.UNUSED;
    private volatile String detail = "";

    /// @param index counted from 0
    /// @param lock the feed's lock
    Shard(int index, FeedWiring wiring, SocketOpener opener, Owner owner, Object lock) {
        this.index = index;
        this.wiring = wiring;
        this.opener = opener;
        this.owner = owner;
        this.lock = lock;
        counters = new FeedCounters();
        decoder = new FrameDecoder(counters);
        publisher = wiring.publishers().get();
        delays = new ReconnectDelays(wiring.random());
        messages = new SubscriptionMessages("sauda" + number());
        silence = new SilenceRule(wiring.phases());
    }

    /// Counted from 1, for people.
    int number() {
        return index + 1;
    }

    int index() {
        return index;
    }

    ConnectionState state() {
        return state;
    }

    /// When a frame of the twenty-level mode came last, 0 for never.
    long deepNanos() {
        return decoder.deepNanos();
    }

    FeedCounters counters() {
        return counters;
    }

    int attempt() {
        return attempt;
    }

    /// Why it waits, or empty.
    String detail() {
        return detail;
    }

    /// How long until the next attempt, or -1 when there will be none.
    long retryInMillis() {
        return retryInMillis;
    }

    boolean connected() {
        return state == ConnectionState.CONNECTED;
    }

    void use(TokenIndex tokens) {
        decoder.use(tokens);
    }

    /// Connects unless it has begun to.
    void start() {
        if (state == ConnectionState.UNUSED) {
            startAttempt("");
        }
    }

    /// @param staleJwt token the broker no longer takes and that has to be renewed first, or empty
    private void startAttempt(String staleJwt) {
        synchronized (lock) {
            if (state == ConnectionState.CLOSED) {
                return;
            }
            attempt++;
            FeedConnection connection = new FeedConnection(this, number(), decoder, publisher, wiring.time());
            current = connection;
            state = ConnectionState.CONNECTING;
            owner.changed();
            Thread.ofVirtual().name("feed-angelone-connect-" + number()).start(() -> openSocket(connection, staleJwt));
        }
    }

    private void openSocket(FeedConnection connection, String staleJwt) {
        try {
            if (!staleJwt.isEmpty()) {
                wiring.login().renew(staleJwt);
            }
        } catch (BrokerException failed) {
            loginFailed(connection, failed.failure(), staleJwt);
            return;
        }
        connection.useToken(wiring.login().jwt());
        synchronized (lock) {
            if (isCurrent(connection)) {
                open = opener.open(wiring.login(), connection);
            }
        }
    }

    private void loginFailed(FeedConnection connection, BrokerFailure failure, String staleJwt) {
        synchronized (lock) {
            if (!isCurrent(connection)) {
                return;
            }
            if (failure instanceof BrokerFailure.Retryable) {
                retry(failure.sentence(), delays.nextMillis(), staleJwt);
                owner.changed();
            } else {
                LOG.warn("Angel One feed stops: {} {}", failure.code(), failure.sentence());
                owner.refused(failure);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // a connection is itself
    private boolean isCurrent(FeedConnection connection) {
        return connection == current;
    }

    /// @return false when nobody wants this connection any more
    boolean opened(FeedConnection connection) {
        synchronized (lock) {
            if (!isCurrent(connection)) {
                return false;
            }
            if (everConnected) {
                counters.reconnect();
            }
            everConnected = true;
            silence.opened(connection.lastFrameNanos());
            wiring.timer().schedule(() -> beat(connection), PING_MILLIS);
            state = ConnectionState.CONNECTED;
            detail = "";
            send(SubscriptionMessages.SUBSCRIBE, owner.wishes(this));
            owner.back(this);
            owner.changed();
            return true;
        }
    }

    /// The first sign of life after a connection shows that the server means it.
    void alive(FeedConnection connection) {
        synchronized (lock) {
            if (isCurrent(connection)) {
                attempt = 0;
                delays.reset();
            }
        }
    }

    private void beat(FeedConnection connection) {
        synchronized (lock) {
            WebSocket socket = open;
            if (!isCurrent(connection) || socket == null) {
                return;
            }
            String silent = silence.judge(
                    wiring.time().nanos(),
                    connection.lastHeardNanos(),
                    connection.lastFrameNanos(),
                    owner.wishes(this));
            if (silent.isEmpty()) {
                socket.send("ping");
                wiring.timer().schedule(() -> beat(connection), PING_MILLIS);
            } else {
                socket.cancel();
                lost(connection, silent, 0);
            }
        }
    }

    void text(FeedConnection connection, String frame) {
        synchronized (lock) {
            if (isCurrent(connection)) {
                counters.errorFrame();
                String sentence = FeedErrors.sentence(frame);
                LOG.warn("Connection {}: {}", number(), sentence);
                owner.error(this, sentence);
            }
        }
    }

    /// @param httpStatus status of a refused handshake, or 0
    void lost(FeedConnection connection, String reason, int httpStatus) {
        synchronized (lock) {
            if (!isCurrent(connection)) {
                return;
            }
            boolean refusedLogin = httpStatus == HTTP_UNAUTHORIZED || httpStatus == HTTP_FORBIDDEN;
            // Right after a loss it is our own old socket that the server still counts.
            boolean tooMany = httpStatus == HTTP_TOO_MANY && (!everConnected || attempt >= PATIENT_ATTEMPTS);
            long delay = tooMany ? delays.tooManyMillis() : delays.nextMillis();
            retry(reason, delay, refusedLogin ? connection.token() : "");
            owner.away(this, tooMany || attempt >= PATIENT_ATTEMPTS);
            owner.changed();
        }
    }

    private void retry(String reason, long delayMillis, String staleJwt) {
        abandon();
        LOG.info("Angel One feed connection {} is away: {} Trying again in {} ms.", number(), reason, delayMillis);
        retryInMillis = delayMillis;
        state = ConnectionState.WAITING;
        detail = reason;
        wiring.timer().schedule(() -> retryNow(staleJwt), delayMillis);
    }

    private void retryNow(String staleJwt) {
        synchronized (lock) {
            if (state == ConnectionState.WAITING) {
                startAttempt(staleJwt);
            }
        }
    }

    private void abandon() {
        FeedConnection connection = current;
        if (connection != null) {
            connection.abandon();
        }
        current = null;
        open = null;
    }

    /// Messages that cannot be sent now are not lost: a new socket subscribes everything.
    ///
    /// @param action {@link SubscriptionMessages#SUBSCRIBE} or UNSUBSCRIBE
    void send(int action, Collection<Subscription> subscriptions) {
        WebSocket socket = open;
        if (socket != null && connected()) {
            messages.messages(action, subscriptions).forEach(socket::send);
        }
    }

    /// Closes the socket; {@link #start} may open another one later.
    void rest() {
        WebSocket socket = open;
        if (socket != null) {
            socket.close(NORMAL_CLOSURE, null);
        }
        abandon();
        attempt = 0;
        retryInMillis = -1;
        delays.reset();
        state = ConnectionState.UNUSED;
        detail = "";
    }

    void close() {
        rest();
        state = ConnectionState.CLOSED;
        opener.close();
    }

    /// Reads no lock.
    ConnectionStatistics statistics(int used) {
        return new ConnectionStatistics(
                number(),
                state,
                used,
                wiring.limits().perConnection(),
                counters.frames(),
                counters.bytes(),
                counters.lastFrameNanos(),
                counters.reconnects(),
                detail);
    }
}
