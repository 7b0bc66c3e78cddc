package in.sauda.broker.angelone.stream;

import in.sauda.broker.angelone.stream.SubscriptionBook.Change;
import in.sauda.broker.angelone.timer.TaskTimer;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.MarketFeed;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The market-data feed: keeps one socket alive and its subscriptions complete.
///
/// State changes happen under one lock and are reported in order from inside it, so the consumer must only pass
/// them
/// on.
/// Frames are decoded on the socket's own thread without that lock. A connection that is no longer the current
/// one is
/// ignored, whatever it still delivers.
public final class SmartStreamFeed implements MarketFeed {
    private static final Logger LOG = LoggerFactory.getLogger(SmartStreamFeed.class);
    private static final long PING_MILLIS = 10_000;
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int NORMAL_CLOSURE = 1000;

    private final SocketOpener opener;
    private final FeedLogin login;
    private final TaskTimer timer;
    private final TimeSource time;
    private final Consumer<FeedState> states;
    private final ReconnectDelays delays;
    private final FeedCounters counters = new FeedCounters();
    private final FrameDecoder decoder = new FrameDecoder(counters);
    private final MarketEventPublisher publisher;
    private final SubscriptionMessages messages = new SubscriptionMessages("sauda");
    private final SubscriptionBook book;

    private @Nullable FeedConnection current;
    private @Nullable WebSocket open;
    private boolean started;
    private boolean closed;
    private boolean connected;
    private boolean everConnected;
    private int attempt;

    /// @param url the stream's address
    /// @param limit instruments one socket may carry
    public SmartStreamFeed(
            String url,
            int limit,
            FeedLogin login,
            MarketEventPublisher publisher,
            Consumer<FeedState> states,
            TaskTimer timer,
            TimeSource time,
            RandomGenerator random) {
        this.opener = new SocketOpener(url);
        this.book = new SubscriptionBook(limit);
        this.login = login;
        this.publisher = publisher;
        this.states = states;
        this.timer = timer;
        this.time = time;
        this.delays = new ReconnectDelays(random);
    }

    @Override
    public synchronized void connect() {
        if (!started && !closed) {
            started = true;
            startAttempt("");
        }
    }

    /// @param staleJwt token the broker no longer takes and that has to be renewed first, or empty
    private synchronized void startAttempt(String staleJwt) {
        if (closed) {
            return;
        }
        attempt++;
        FeedConnection connection = new FeedConnection(this, decoder, publisher, time);
        current = connection;
        states.accept(new FeedState.Connecting(attempt));
        Thread.ofVirtual().name("feed-angelone-connect").start(() -> openSocket(connection, staleJwt));
    }

    private void openSocket(FeedConnection connection, String staleJwt) {
        try {
            if (!staleJwt.isEmpty()) {
                login.renew(staleJwt);
            }
        } catch (BrokerException failed) {
            loginFailed(connection, failed.failure(), staleJwt);
            return;
        }
        connection.useToken(login.jwt());
        synchronized (this) {
            if (connection == current && !closed) {
                open = opener.open(login, connection);
            }
        }
    }

    private synchronized void loginFailed(FeedConnection connection, BrokerFailure failure, String staleJwt) {
        if (connection != current || closed) {
            return;
        }
        if (failure instanceof BrokerFailure.Retryable) {
            retry(failure.sentence(), delays.nextMillis(), staleJwt);
            return;
        }
        LOG.warn("Angel One feed stops: {} {}", failure.code(), failure.sentence());
        current = null;
        started = false;
        attempt = 0;
        states.accept(new FeedState.Disconnected(failure.sentence() + " " + failure.nextStep(), -1));
    }

    /// @return false when nobody wants this connection any more
    synchronized boolean opened(FeedConnection connection) {
        if (connection != current || closed) {
            return false;
        }
        connected = true;
        if (everConnected) {
            counters.reconnect();
        }
        everConnected = true;
        timer.schedule(() -> beat(connection), PING_MILLIS);
        send(SubscriptionMessages.SUBSCRIBE, book.all());
        reportConnected();
        return true;
    }

    private void reportConnected() {
        int leftOut = book.leftOut();
        states.accept(
                leftOut == 0
                        ? new FeedState.Connected()
                        : new FeedState.Limited(
                                "Angel One streams " + book.size() + " instruments at once (limit " + book.limit()
                                        + "); " + leftOut + " more are not streamed.",
                                leftOut));
    }

    /// The first sign of life after a connection shows that the server means it.
    synchronized void alive(FeedConnection connection) {
        if (connection == current) {
            attempt = 0;
            delays.reset();
        }
    }

    private synchronized void beat(FeedConnection connection) {
        if (connection != current || closed || open == null) {
            return;
        }
        if (time.nanos() - connection.lastHeardNanos() >= SILENCE_NANOS) {
            open.cancel();
            lost(connection, "The feed has been silent for 30 seconds.", 0);
            return;
        }
        open.send("ping");
        timer.schedule(() -> beat(connection), PING_MILLIS);
    }

    synchronized void text(FeedConnection connection, String frame) {
        if (connection != current) {
            return;
        }
        counters.errorFrame();
        String sentence = FeedErrors.sentence(frame);
        LOG.warn("{}", sentence);
        states.accept(new FeedState.Limited(sentence, book.leftOut()));
    }

    /// @param httpStatus status of a refused handshake, or 0
    synchronized void lost(FeedConnection connection, String reason, int httpStatus) {
        if (connection != current || closed) {
            return;
        }
        boolean refusedLogin = httpStatus == 401 || httpStatus == 403;
        long delay = httpStatus == 429 ? delays.longestMillis() : delays.nextMillis();
        retry(reason, delay, refusedLogin ? connection.token() : "");
    }

    private void retry(String reason, long delayMillis, String staleJwt) {
        abandon();
        LOG.info("Angel One feed disconnected: {} Trying again in {} ms.", reason, delayMillis);
        timer.schedule(() -> startAttempt(staleJwt), delayMillis);
        states.accept(new FeedState.Disconnected(reason, delayMillis));
    }

    @Override
    public synchronized void subscribe(Collection<Subscription> subscriptions) {
        Change change = book.add(subscriptions);
        counters.refuse(change.refused());
        apply(change);
        if (change.refused() > 0) {
            LOG.warn("Angel One feed: {} of {} subscriptions refused", change.refused(), subscriptions.size());
            if (connected) {
                reportConnected();
            }
        }
    }

    @Override
    public synchronized void unsubscribe(Collection<Subscription> subscriptions) {
        int before = book.leftOut();
        apply(book.remove(subscriptions));
        if (before != book.leftOut() && connected) {
            reportConnected();
        }
    }

    private void apply(Change change) {
        List<Subscription> touched = new ArrayList<>(change.drop());
        touched.addAll(change.add());
        if (!touched.isEmpty()) {
            decoder.use(book.tokens());
            send(SubscriptionMessages.UNSUBSCRIBE, change.drop());
            send(SubscriptionMessages.SUBSCRIBE, change.add());
        }
    }

    /// Messages that cannot be sent now are not lost: a new connection subscribes the whole book.
    private void send(int action, Collection<Subscription> subscriptions) {
        WebSocket socket = open;
        if (socket != null && connected) {
            messages.messages(action, subscriptions).forEach(socket::send);
        }
    }

    @Override
    public synchronized FeedStatistics statistics() {
        return new FeedStatistics(
                counters.frames(),
                counters.bytes(),
                counters.malformed(),
                counters.faults(FrameFault.UNKNOWN_TOKEN),
                counters.errorFrames(),
                counters.reconnects(),
                counters.lastFrameNanos(),
                book.size(),
                counters.refused(),
                List.of());
    }

    @Override
    public Placements placements() {
        return Placements.NONE;
    }

    @Override
    public synchronized void disconnect() {
        if (closed) {
            return;
        }
        closed = true;
        WebSocket socket = open;
        if (socket != null) {
            socket.close(NORMAL_CLOSURE, null);
        }
        abandon();
        opener.close();
        states.accept(new FeedState.Closed());
    }

    private void abandon() {
        FeedConnection connection = current;
        if (connection != null) {
            connection.abandon();
        }
        current = null;
        open = null;
        connected = false;
    }
}
