package in.sauda.core.engine;

/// How often and how long the whole feed was away. Engine thread only.
final class FeedGaps {
    private boolean away;
    private long sinceNanos;
    private long count;
    private long totalNanos;

    void lost(long nanos) {
        if (!away) {
            away = true;
            sinceNanos = nanos;
            count++;
        }
    }

    void back(long nanos) {
        if (away) {
            away = false;
            totalNanos += nanos - sinceNanos;
        }
    }

    long count() {
        return count;
    }

    long totalNanos(long nowNanos) {
        return away ? totalNanos + nowNanos - sinceNanos : totalNanos;
    }
}
