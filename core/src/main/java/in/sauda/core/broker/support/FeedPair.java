package in.sauda.core.broker.support;

import in.sauda.core.broker.MarketFeed;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The feed of one broker, or of two as one: a second one may join at any time. Everything is asked of both, and a
/// {@link SourceGate} before the engine lets one through. Safe from any thread.
public final class FeedPair implements MarketFeed {
    private final MarketFeed first;
    private final Map<Integer, Subscription> asked = new LinkedHashMap<>();
    private @Nullable MarketFeed second;
    private boolean running;

    public FeedPair(MarketFeed first) {
        this.first = first;
    }

    /// Lets a second broker's feed in: it is asked for everything the first one was.
    public synchronized void join(MarketFeed next) {
        second = next;
        if (running) {
            next.connect();
        }
        if (!asked.isEmpty()) {
            next.subscribe(List.copyOf(asked.values()));
        }
    }

    private List<MarketFeed> both() {
        MarketFeed other = second;
        return other == null ? List.of(first) : List.of(first, other);
    }

    @Override
    public synchronized void connect() {
        running = true;
        both().forEach(MarketFeed::connect);
    }

    @Override
    public synchronized void pause() {
        running = false;
        both().forEach(MarketFeed::pause);
    }

    @Override
    public synchronized void subscribe(Collection<Subscription> subscriptions) {
        subscriptions.forEach(subscription -> asked.put(subscription.index(), subscription));
        both().forEach(feed -> feed.subscribe(subscriptions));
    }

    @Override
    public synchronized void unsubscribe(Collection<Subscription> subscriptions) {
        subscriptions.forEach(subscription -> asked.remove(subscription.index()));
        both().forEach(feed -> feed.unsubscribe(subscriptions));
    }

    /// Both together; the second's connections are counted on after the first's.
    @Override
    public synchronized FeedStatistics statistics() {
        FeedStatistics one = first.statistics();
        if (second == null) {
            return one;
        }
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
                connection.detail(),
                connection.modes());
    }

    @Override
    public Placements placements() {
        return first.placements();
    }

    @Override
    public synchronized void disconnect() {
        running = false;
        both().forEach(MarketFeed::disconnect);
    }

    /// Makes one state of two. Safe from any thread; the consumer is called under a lock and must only pass it
    /// on.
    public static final class States {
        private final String firstName;
        private String secondName = "";
        private final Consumer<FeedState> told;
        private @Nullable FeedState first;
        private @Nullable FeedState second;
        private @Nullable FeedState last;

        /// @param firstName of the first broker, for people
        public States(String firstName, Consumer<FeedState> told) {
            this.firstName = firstName;
            this.told = told;
        }

        /// @param name of the second broker, for people
        public synchronized void joins(String name) {
            secondName = name;
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
