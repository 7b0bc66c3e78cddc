package in.sauda.core.feed;

import in.sauda.core.instruments.InstrumentCategory;
import java.util.List;
import java.util.Map;

/// The audit of everything asked of the feed at one moment. Immutable.
///
/// @param atNanos monotonic time at which it was made, 0 for the empty one: ages count from here
/// @param rows in the order in which they were first asked for
/// @param total over all rows
/// @param kinds the same per category; categories without a row are absent
/// @param connections the feed's sockets, the first first
/// @param malformed frames of the feed that could not be read
/// @param gaps times the whole feed was away since start
/// @param gapNanos how long it was away altogether
/// @param source where the user wants prices to come from
public record SubscriptionReport(
        long atNanos,
        List<SubscriptionRow> rows,
        SubscriptionCounts total,
        Map<InstrumentCategory, SubscriptionCounts> kinds,
        List<ConnectionStatistics> connections,
        long malformed,
        long gaps,
        long gapNanos,
        FeedSource source) {
    public static final SubscriptionReport EMPTY = new SubscriptionReport(
            0, List.of(), SubscriptionCounts.NONE, Map.of(), List.of(), 0, 0, 0, FeedSource.STREAM);

    public SubscriptionReport {
        rows = List.copyOf(rows);
        kinds = Map.copyOf(kinds);
        connections = List.copyOf(connections);
    }

    /// Instruments the feed carries over all connections.
    public int used() {
        return connections.stream().mapToInt(ConnectionStatistics::used).sum();
    }

    /// Most instruments the feed can carry over all connections.
    public int limit() {
        return connections.stream().mapToInt(ConnectionStatistics::limit).sum();
    }
}
