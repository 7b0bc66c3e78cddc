package in.sauda.core.strategy;

/// The same symbol may signal again only after a pause or after it left the band (rules 2.2).
final class RepeatRule {
    private static final long NEVER = Long.MIN_VALUE;

    private final long pauseMillis;
    private long lastMillis = NEVER;
    private boolean leftBand = true;

    RepeatRule(long pauseMillis) {
        this.pauseMillis = pauseMillis;
    }

    /// The price is no longer near the day's extreme.
    void leftBand() {
        leftBand = true;
    }

    /// True when a signal of that candle would be a repeat.
    boolean holdsBack(long candleMillis) {
        return lastMillis != NEVER && !leftBand && candleMillis - lastMillis < pauseMillis;
    }

    void raised(long candleMillis) {
        lastMillis = candleMillis;
        leftBand = false;
    }

    /// Start of the candle that signalled last, or {@link Long#MIN_VALUE}.
    long lastMillis() {
        return lastMillis;
    }
}
