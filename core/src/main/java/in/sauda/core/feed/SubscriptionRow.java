package in.sauda.core.feed;

import in.sauda.core.instruments.Instrument;
import java.util.List;

/// One instrument asked of the feed, and what came of it.
///
/// @param index registry index
/// @param interest the most important reason for which anybody wants it
/// @param connection number of the connection it is on, 0 when it is on none
/// @param askedNanos monotonic time at which the feed was asked for it in this mode
/// @param lastTickNanos monotonic time of the last update, 0 when there was none
/// @param ticks updates since start
/// @param gaps times it came back after having been stale
/// @param owners who wants it, by name
public record SubscriptionRow(
        int index,
        Instrument instrument,
        FeedMode mode,
        Interest interest,
        SubscriptionState state,
        int connection,
        long askedNanos,
        long lastTickNanos,
        long ticks,
        long gaps,
        List<String> owners) {
    public SubscriptionRow {
        owners = List.copyOf(owners);
    }

    /// Since the last update, -1 when there was none.
    public long ageNanos(long nowNanos) {
        return lastTickNanos == 0 ? -1 : Math.max(0, nowNanos - lastTickNanos);
    }
}
