package in.sauda.broker.upstox.stream;

import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.support.SilenceRule;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.feed.ModeUse;
import in.sauda.core.feed.Subscription;
import java.util.List;
import okio.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection of the feed: its socket, its decoder and its counters. State changes happen under the feed's lock,
/// frames are decoded on the socket's thread without it.
final class FeedLine {
    private static final Logger LOG = LoggerFactory.getLogger(FeedLine.class);
    private static final int MAX_QUOTE = 200;

    /// What a connection asks of the feed it belongs to.
    interface Owner {
        /// A state changed. With the lock held.
        void changed();

        /// Connected: what has to be asked for. With the lock held.
        List<FeedPlan.Change> opened(FeedLine line);

        /// Away after so many attempts. With the lock held.
        void away(FeedLine line);

        /// Neither waiting nor trying again will help. With the lock held.
        void refused(BrokerFailure failure);

        /// What this connection carries. With the lock held.
        List<Subscription> streamed(FeedLine line);

        /// The broker sent a text, which it documents for nothing. Without the lock.
        void error(String words);
    }

    private final int index;
    private final FeedWiring wiring;
    private final Owner owner;
    private final FeedCounters counters = new FeedCounters();
    private final FrameDecoder decoder = new FrameDecoder(counters);
    private final SubscriptionMessages messages = new SubscriptionMessages();
    private final SilenceRule silence;
    private final MarketEventPublisher publisher;
    private final SignedSocket socket;
    private boolean everConnected;

    /// @param index counted from 0
    /// @param lock the feed's
    FeedLine(int index, FeedWiring wiring, Object lock, Owner owner) {
        this.index = index;
        this.wiring = wiring;
        this.owner = owner;
        silence = new SilenceRule(wiring.phases());
        publisher = wiring.publishers().get();
        socket = new SignedSocket(
                "feed-upstox-" + (index + 1),
                wiring.address()::ask,
                wiring.timer(),
                wiring.time(),
                wiring.random(),
                lock,
                new Seat());
    }

    int index() {
        return index;
    }

    SignedSocket socket() {
        return socket;
    }

    boolean connected() {
        return socket.connected();
    }

    FeedCounters counters() {
        return counters;
    }

    /// When a frame of the deep mode came last, 0 for never.
    long deepNanos() {
        return decoder.deepNanos();
    }

    void use(KeyIndex keys) {
        decoder.use(keys);
    }

    /// Tells the broker; what cannot be sent now is asked for when the connection is back.
    void send(List<FeedPlan.Change> changes) {
        messages.of(changes).forEach(socket::send);
    }

    ConnectionStatistics statistics(int used, int limit, List<ModeUse> modes) {
        return new ConnectionStatistics(
                index + 1,
                socket.state(),
                used,
                limit,
                counters.frames(),
                counters.bytes(),
                counters.lastFrameNanos(),
                counters.reconnects(),
                socket.detail(),
                modes);
    }

    /// True when it was lost, or could not be made at once.
    boolean away() {
        return switch (socket.state()) {
            case WAITING -> true;
            case CONNECTING -> socket.attempt() > 1;
            case UNUSED, CONNECTED, CLOSED -> false;
        };
    }

    private final class Seat implements SignedSocket.Owner {
        @Override
        public void changed() {
            owner.changed();
        }

        @Override
        public void opened(long nanos) {
            if (everConnected) {
                counters.reconnect();
            }
            everConnected = true;
            decoder.connected(nanos);
            silence.opened(nanos);
            send(owner.opened(FeedLine.this));
        }

        @Override
        public void away() {
            owner.away(FeedLine.this);
        }

        @Override
        public void refused(BrokerFailure failure) {
            owner.refused(failure);
        }

        /// Pings tell whether the line lives, so only missing prices are judged here.
        @Override
        public String judge(long nowNanos, long frameNanos) {
            return silence.judge(nowNanos, nowNanos, frameNanos, owner.streamed(FeedLine.this));
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
            owner.error(words);
        }
    }
}
