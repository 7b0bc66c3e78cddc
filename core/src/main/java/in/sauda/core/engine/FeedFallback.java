package in.sauda.core.engine;

/// When and how prices are polled over REST (note 002, S2-24).
///
/// @param afterMillis how long the stream has to be away in trading hours before polling begins
/// @param pollMillis time from the beginning of one round of questions to the next
public record FeedFallback(long afterMillis, long pollMillis) {
    public static final FeedFallback USUAL = new FeedFallback(60_000, 5_000);
}
