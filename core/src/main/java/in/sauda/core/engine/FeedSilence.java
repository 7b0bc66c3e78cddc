package in.sauda.core.engine;

/// Notices that nothing came for a while although the line stood: a socket that only seemed to live, or a sender that
/// gave frames up. What a few instruments do not say for five seconds means nothing; forty frames that did not come do.
final class FeedSilence {
    private static final double NANOS = 1e9;
    private static final double SHORTEST_SECONDS = 5;
    private static final double MISSING_FRAMES = 40;
    private static final double AVERAGED_SECONDS = 20;

    private long frames;
    private long heardNanos;
    private double perSecond;

    /// Looks at the count of frames, about once a second.
    ///
    /// @param flowing connected, and something that is wanted trades now
    /// @return true when frames come again after such a silence
    boolean ended(long count, boolean flowing, long nowNanos) {
        if (!flowing || count < frames) {
            perSecond = 0;
        } else if (count == frames) {
            return false;
        }
        double seconds = (nowNanos - heardNanos) / NANOS;
        boolean silent = seconds >= SHORTEST_SECONDS && perSecond * seconds >= MISSING_FRAMES;
        if (!silent && flowing && count > frames && seconds > 0) {
            perSecond += ((count - frames) / seconds - perSecond) * Math.min(1, seconds / AVERAGED_SECONDS);
        }
        frames = count;
        heardNanos = nowNanos;
        return silent;
    }
}
