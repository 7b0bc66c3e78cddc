package in.sauda.broker.upstox.stream;

import in.sauda.broker.upstox.stream.FeedPlan.Change;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.MarketFeed;
import in.sauda.core.broker.support.SilenceRule;
import in.sauda.core.feed.ConnectionState;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The market data feed V3 on one connection, which carries as much as an account may stream.
///
/// Wishes, state changes and requests happen under one lock; frames are decoded on the socket's thread without
/// it.
public final class UpstoxFeed implements MarketFeed {
    private static final Logger LOG = LoggerFactory.getLogger(UpstoxFeed.class);
    private static final int MAX_QUOTE = 200;

    private final Object lock = new Object();
    private final FeedWiring wiring;
    private final FeedPlan plan;
    private final FeedCounters counters = new FeedCounters();
    private final FrameDecoder decoder = new FrameDecoder(counters);
    private final SubscriptionMessages messages = new SubscriptionMessages();
    private final SilenceRule silence;
    private final MarketEventPublisher publisher;
    private final SignedSocket socket;
    private final AtomicLong refusedWishes = new AtomicLong();
    private boolean started;
    private boolean closed;
    private boolean everConnected;
    private @Nullable FeedState told;
    private volatile Placements placements = Placements.NONE;
    private volatile int placed;

    public UpstoxFeed(FeedWiring wiring) {
        this.wiring = wiring;
        plan = new FeedPlan(wiring.budgets(), wiring.keys());
        silence = new SilenceRule(wiring.phases());
        publisher = wiring.publishers().get();
        socket = new SignedSocket(
                "feed-upstox-1",
                wiring.address()::ask,
                wiring.timer(),
                wiring.time(),
                wiring.random(),
                lock,
                new Seat());
    }

    @Override
    public void connect() {
        synchronized (lock) {
            if (!started && !closed) {
                started = true;
                socket.start();
            }
        }
    }

    @Override
    public void pause() {
        synchronized (lock) {
            if (started) {
                started = false;
                socket.rest();
            }
        }
    }

    @Override
    public void subscribe(Collection<Subscription> subscriptions) {
        synchronized (lock) {
            int before = plan.leftOut();
            List<Change> changes = plan.add(subscriptions);
            int more = plan.leftOut() - before;
            if (more > 0) {
                refusedWishes.addAndGet(more);
                LOG.warn("Upstox feed: {} of {} subscriptions find no place", more, subscriptions.size());
            }
            apply(changes);
        }
    }

    @Override
    public void unsubscribe(Collection<Subscription> subscriptions) {
        synchronized (lock) {
            apply(plan.remove(subscriptions));
        }
    }

    /// The decoder knows the new set before the broker does.
    private void apply(List<Change> changes) {
        placements = plan.placements();
        placed = plan.placed();
        decoder.use(plan.index());
        messages.of(changes).forEach(socket::send);
        report();
    }

    private void report() {
        FeedState state = state();
        if (state != null && !state.equals(told)) {
            told = state;
            wiring.states().accept(state);
        }
    }

    private @Nullable FeedState state() {
        return switch (socket.state()) {
            case UNUSED, CLOSED -> null;
            case CONNECTING -> new FeedState.Connecting(socket.attempt());
            case WAITING -> new FeedState.Disconnected(socket.detail(), socket.retryInMillis());
            case CONNECTED ->
                plan.leftOut() == 0
                        ? new FeedState.Connected()
                        : new FeedState.Limited(
                                "Upstox streams " + plan.placed() + " instruments; " + plan.leftOut()
                                        + " more are over its limits or unknown to it.",
                                plan.leftOut());
        };
    }

    /// What the connection asks of the feed.
    private final class Seat implements SignedSocket.Owner {
        @Override
        public void changed() {
            report();
        }

        @Override
        public void opened(long nanos) {
            if (everConnected) {
                counters.reconnect();
            }
            everConnected = true;
            decoder.connected(nanos);
            silence.opened(nanos);
            messages.of(plan.all()).forEach(socket::send);
        }

        @Override
        public void away() {
            // Everything is asked for again on the next connection.
        }

        @Override
        public void refused(BrokerFailure failure) {
            started = false;
            told = new FeedState.Disconnected(failure.sentence() + " " + failure.nextStep(), -1);
            wiring.states().accept(told);
        }

        /// Pings tell whether the line lives, so only missing prices are judged here.
        @Override
        public String judge(long nowNanos, long frameNanos) {
            return silence.judge(nowNanos, nowNanos, frameNanos, plan.streamed());
        }

        @Override
        public void binary(ByteString frame, long nanos) {
            int length = frame.size();
            if (length > FrameReader.LARGEST_FRAME) {
                decoder.tooLong(length, nanos);
                return;
            }
            byte[] room = decoder.room(length);
            frame.copyInto(0, room, 0, length);
            decoder.decode(room, length, nanos, wiring.time().wallMillis(), publisher);
        }

        /// The broker documents no text frames; one that comes says that something was not taken (protocol 4.2).
        @Override
        public void text(String frame) {
            counters.errorFrame();
            String words = frame.substring(0, Math.min(MAX_QUOTE, frame.length()));
            LOG.warn("Upstox feed: {}", words);
            synchronized (lock) {
                told = new FeedState.Limited("Upstox' feed reports an error: " + words, plan.leftOut());
                wiring.states().accept(told);
            }
        }
    }

    @Override
    public Placements placements() {
        return placements;
    }

    @Override
    public FeedStatistics statistics() {
        ConnectionState state = socket.state();
        ConnectionStatistics connection = new ConnectionStatistics(
                1,
                state,
                placed,
                wiring.budgets().full(true),
                counters.frames(),
                counters.bytes(),
                counters.lastFrameNanos(),
                counters.reconnects(),
                socket.detail());
        return new FeedStatistics(
                counters.frames(),
                counters.bytes(),
                counters.malformed(),
                counters.faults(FeedFault.UNKNOWN_KEY),
                counters.errorFrames(),
                counters.reconnects(),
                counters.lastFrameNanos(),
                placed,
                refusedWishes.get(),
                List.of(connection));
    }

    @Override
    public void disconnect() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            started = false;
        }
        socket.close();
        wiring.states().accept(new FeedState.Closed());
    }
}
