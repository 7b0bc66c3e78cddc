package in.sauda.core.feed;

/// Where live prices come from.
public enum FeedSource {
    /// The broker's sockets, with polling as a stopgap while they are away for long.
    STREAM,
    /// Batch quotes over REST only.
    POLL,
    /// Nowhere: the user disconnected the feed. Subscriptions are kept.
    OFF
}
