package in.sauda.core.feed;

import java.util.List;

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
/// @param modes the same by the broker's own modes where it limits these over all connections; empty elsewhere
public record ConnectionStatistics(
        int number,
        ConnectionState state,
        int used,
        int limit,
        long frames,
        long bytes,
        long lastFrameNanos,
        long reconnects,
        String detail,
        List<ModeUse> modes) {
    public ConnectionStatistics {
        modes = List.copyOf(modes);
    }

    /// Of a broker that limits instruments, not modes.
    public ConnectionStatistics(
            int number,
            ConnectionState state,
            int used,
            int limit,
            long frames,
            long bytes,
            long lastFrameNanos,
            long reconnects,
            String detail) {
        this(number, state, used, limit, frames, bytes, lastFrameNanos, reconnects, detail, List.of());
    }

    /// Since the last frame, -1 when there was none.
    public long ageNanos(long nowNanos) {
        return lastFrameNanos == 0 ? -1 : Math.max(0, nowNanos - lastFrameNanos);
    }
}
