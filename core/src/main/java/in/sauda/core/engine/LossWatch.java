package in.sauda.core.engine;

import in.sauda.core.candles.CandleBuilder;
import in.sauda.core.time.ExchangeClock;

/// Notices losses that concern nobody in particular and has the minutes they touched read again: frames that came but
/// could not be read, a silence of the whole feed, and a jump of the exchange's clock, which puts ticks into the wrong
/// minute. Engine thread only.
///
/// A frame that never came and left no trace cannot be noticed here; the re-read after the close finds it.
final class LossWatch {
    private static final long JUMP_MILLIS = 1_000L;

    private final ExchangeClock clock;
    private final Backfill backfill;
    private final CandleBuilder candles;
    private EngineRecorder recorder = EngineRecorder.NONE;
    private final FeedSilence silence = new FeedSilence();
    private long malformed;
    private long frames;
    private long heardMillis;
    private long lookedMillis;
    private long skewMillis = ClockSkew.UNKNOWN;
    private long measuredMillis;
    private long measuredBeforeMillis;

    LossWatch(ExchangeClock clock, Backfill backfill, CandleBuilder candles) {
        this.clock = clock;
        this.backfill = backfill;
        this.candles = candles;
        lookedMillis = clock.now();
        heardMillis = lookedMillis;
        measuredMillis = lookedMillis;
        measuredBeforeMillis = lookedMillis;
    }

    /// A jump of the clock shows in the events themselves; what the feed counts does not.
    void record(EngineRecorder with) {
        recorder = with;
    }

    /// Looks at what the feed has counted, about once a second. Smaller counts are another feed's.
    ///
    /// @param flowing connected, and something that is wanted trades now
    void frames(long unreadable, long all, boolean flowing, long nowNanos) {
        boolean silent = silence.ended(all, flowing, nowNanos);
        if (silent || unreadable > malformed) {
            long since = silent ? heardMillis : lookedMillis;
            recorder.suspect(since(since));
            lost(since);
        }
        malformed = unreadable;
        lookedMillis = clock.now();
        if (all != frames) {
            frames = all;
            heardMillis = lookedMillis;
        }
    }

    /// Takes a new median. A jump shows in it when half of its ticks have jumped, so it may have begun in the
    /// stretch before.
    void skew(long millis) {
        if (skewMillis != ClockSkew.UNKNOWN && Math.abs(millis - skewMillis) > JUMP_MILLIS) {
            lost(measuredBeforeMillis);
        }
        skewMillis = millis;
        measuredBeforeMillis = measuredMillis;
        measuredMillis = clock.now();
    }

    private static long since(long millis) {
        return millis - CandleBuilder.GRACE_MILLIS;
    }

    private void lost(long sinceMillis) {
        candles.suspectAll(since(sinceMillis));
        backfill.afterSpoiltFrames();
    }
}
