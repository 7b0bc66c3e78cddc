package in.sauda.core.feed;

/// One socket of a feed.
///
/// @param number 1 for the first
/// @param used instruments placed on it
/// @param limit most instruments it may carry
/// @param frames binary frames received since the feed was opened, over all its connections one after the other
/// @param bytes payload bytes of these
/// @param lastFrameNanos monotonic time of the last frame, 0 if none
/// @param reconnects successful connections after the first
/// @param detail why it waits, or empty
public record ConnectionStatistics(
        int number,
        ConnectionState state,
        int used,
        int limit,
        long frames,
        long bytes,
        long lastFrameNanos,
        long reconnects,
        String detail) {

    /// Since the last frame, -1 when there was none.
    public long ageNanos(long nowNanos) {
        return lastFrameNanos == 0 ? -1 : Math.max(0, nowNanos - lastFrameNanos);
    }
}
