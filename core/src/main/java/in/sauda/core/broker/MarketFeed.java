package in.sauda.core.broker;

import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.feed.Placements;
import in.sauda.core.feed.Subscription;
import java.util.Collection;

/// Streaming market data. Keeps itself connected and resubscribes everything after each reconnect.
public interface MarketFeed {
    /// Connects in the background; progress arrives as feed states.
    void connect();

    /// Closes the sockets until {@link #connect()} is called again; subscriptions are kept.
    void pause();

    /// Adds or replaces subscriptions; an instrument has one mode at a time.
    void subscribe(Collection<Subscription> subscriptions);

    void unsubscribe(Collection<Subscription> subscriptions);

    /// Never blocks: the engine asks once a second.
    FeedStatistics statistics();

    /// On which connection each instrument is. Never blocks.
    Placements placements();

    /// Closes for good.
    void disconnect();
}
