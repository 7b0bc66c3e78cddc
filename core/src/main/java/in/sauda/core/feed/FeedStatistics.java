package in.sauda.core.feed;

import java.util.List;

/// Counters of one feed since it was opened; nothing is dropped without being in here.
///
/// @param frames binary frames received
/// @param bytes payload bytes received
/// @param malformed frames that were not packets of a known length and layout
/// @param unknownTokens packets for instruments nobody subscribed to
/// @param errorFrames error messages the broker sent over the feed
/// @param reconnects successful connections after the first
/// @param lastFrameNanos monotonic time of the last frame, 0 if none
/// @param subscribed instruments currently asked for
/// @param refused wishes that could not be taken: over the broker's limit or not expressible on its feed
/// @param connections one for each socket the broker allows, the first first
public record FeedStatistics(
        long frames,
        long bytes,
        long malformed,
        long unknownTokens,
        long errorFrames,
        long reconnects,
        long lastFrameNanos,
        int subscribed,
        long refused,
        List<ConnectionStatistics> connections) {
    public FeedStatistics {
        connections = List.copyOf(connections);
    }
}
