package in.sauda.core.feed;

/// What a feed's connection is doing; adapters report every change, the engine passes it on to the user.
public sealed interface FeedState {
    /// @param attempt 1 for the first try since the feed was last connected
    record Connecting(int attempt) implements FeedState {}

    record Connected() implements FeedState {}

    /// Connected, but not everything asked for is streamed.
    ///
    /// @param reason one plain sentence for the user
    /// @param refused instruments left out
    record Limited(String reason, int refused) implements FeedState {}

    /// The sockets are away or switched off; prices are asked for over REST every few seconds.
    ///
    /// @param reason one plain sentence for the user
    /// @param intervalMillis time from one round of questions to the next
    record Polling(String reason, long intervalMillis) implements FeedState {}

    /// @param reason one plain sentence for the user
    /// @param retryInMillis how long until the next attempt, or -1 when there will be none
    record Disconnected(String reason, long retryInMillis) implements FeedState {}

    /// Closed on request.
    record Closed() implements FeedState {}

    /// True while data flows, be it slowly.
    default boolean connected() {
        return switch (this) {
            case Connected _, Limited _, Polling _ -> true;
            case Connecting _, Disconnected _, Closed _ -> false;
        };
    }
}
