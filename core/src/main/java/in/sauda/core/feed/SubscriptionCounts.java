package in.sauda.core.feed;

/// How many subscriptions are in which state.
///
/// @param asked all of them
/// @param trading those whose market is in continuous trading now
public record SubscriptionCounts(
        int asked, int trading, int ticking, int stale, int silent, int idle, int waiting, int refused) {
    public static final SubscriptionCounts NONE = new SubscriptionCounts(0, 0, 0, 0, 0, 0, 0, 0);

    /// Instruments the feed was told to stream.
    public int placed() {
        return asked - waiting - refused;
    }
}
