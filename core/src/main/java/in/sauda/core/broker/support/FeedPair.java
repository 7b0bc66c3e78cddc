package in.sauda.core.broker.support;

import in.sauda.core.broker.MarketFeed;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Two brokers' feeds as one: everything is asked of both, and a {@link SourceGate} before the engine lets one
/// through.
public final class FeedPair implements MarketFeed {
    private final MarketFeed first;
    private final MarketFeed second;

    public FeedPair(MarketFeed first, MarketFeed second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public void connect() {
        first.connect();
        second.connect();
    }

    @Override
    public void pause() {
        first.pause();
        second.pause();
    }

    @Override
    public void subscribe(Collection<Subscription> subscriptions) {
        first.subscribe(subscriptions);
        second.subscribe(subscriptions);
    }

    @Override
    public void unsubscribe(Collection<Subscription> subscriptions) {
        first.unsubscribe(subscriptions);
        second.unsubscribe(subscriptions);
    }

    /// Both together; the second's connections are counted on after the first's.
    @Override
    public FeedStatistics statistics() {
        FeedStatistics one = first.statistics();
        FeedStatistics two = second.statistics();
        List<ConnectionStatistics> connections = new ArrayList<>(one.connections());
        for (ConnectionStatistics connection : two.connections()) {
            connections.add(numbered(connection, connections.size() + 1));
        }
        return new FeedStatistics(
                one.frames() + two.frames(),
                one.bytes() + two.bytes(),
                one.malformed() + two.malformed(),
                one.unknownTokens() + two.unknownTokens(),
                one.errorFrames() + two.errorFrames(),
                one.reconnects() + two.reconnects(),
                Math.max(one.lastFrameNanos(), two.lastFrameNanos()),
                one.subscribed(),
                one.refused(),
                connections);
    }

    private static ConnectionStatistics numbered(ConnectionStatistics connection, int number) {
        return new ConnectionStatistics(
                number,
                connection.state(),
                connection.used(),
                connection.limit(),
                connection.frames(),
                connection.bytes(),
                connection.lastFrameNanos(),
                connection.reconnects(),
                connection.detail());
    }

    @Override
    public Placements placements() {
        return first.placements();
    }

    @Override
    public void disconnect() {
        first.disconnect();
        second.disconnect();
    }

    /// Makes one state of two. Safe from any thread; the consumer is called under a lock and must only pass it
    /// on.
    public static final class States {
        private final String firstName;
        private final String secondName;
        private final Consumer<FeedState> told;
        private @Nullable FeedState first;
        private @Nullable FeedState second;
        private @Nullable FeedState last;

        /// @param firstName of the first broker, for people
        public States(String firstName, String secondName, Consumer<FeedState> told) {
            this.firstName = firstName;
            this.secondName = secondName;
            this.told = told;
        }

        public synchronized void first(FeedState state) {
            first = state;
            tell();
        }

        public synchronized void second(FeedState state) {
            second = state;
            tell();
        }

        /// What the first feed said last; connecting before it said anything.
        public synchronized FeedState first() {
            return Objects.requireNonNullElse(first, new FeedState.Connecting(1));
        }

        /// What the second feed said last; connecting before it said anything.
        public synchronized FeedState second() {
            return Objects.requireNonNullElse(second, new FeedState.Connecting(1));
        }

        private void tell() {
            FeedState now = together();
            if (!now.equals(last)) {
                last = now;
                told.accept(now);
            }
        }

        private FeedState together() {
            FeedState one = first;
            FeedState two = second;
            if (one == null || two == null) {
                return one == null ? Objects.requireNonNull(two) : one;
            }
            if (one.connected()) {
                return one;
            }
            return two.connected()
                    ? new FeedState.Limited(firstName + "'s feed is away; prices come from " + secondName + ".", 0)
                    : one;
        }
    }
}
