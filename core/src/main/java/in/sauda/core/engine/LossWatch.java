package in.sauda.core.engine;

import in.sauda.core.candles.CandleBuilder;
import in.sauda.core.time.ExchangeClock;

/// Notices losses that concern nobody in particular and has the minutes they touched read again: frames that came but
/// could not be read, and a jump of the exchange's clock, which puts ticks into the wrong minute. Engine thread only.
///
/// A frame that never came and left no trace cannot be noticed here; the re-read after the close finds it.
final class LossWatch {
    private static final long JUMP_MILLIS = 1_000L;

    private final ExchangeClock clock;
    private final Backfill backfill;
    private final CandleBuilder candles;
    private EngineRecorder recorder = EngineRecorder.NONE;
    private long malformed;
    private long lookedMillis;
    private long skewMillis = ClockSkew.UNKNOWN;
    private long measuredMillis;
    private long measuredBeforeMillis;

    LossWatch(ExchangeClock clock, Backfill backfill, CandleBuilder candles) {
        this.clock = clock;
        this.backfill = backfill;
        this.candles = candles;
        lookedMillis = clock.now();
        measuredMillis = lookedMillis;
        measuredBeforeMillis = lookedMillis;
    }

    /// A jump of the clock shows in the events themselves; what the feed counts does not.
    void record(EngineRecorder with) {
        recorder = with;
    }

    /// Looks at the feed's count of unreadable frames, about once a second. A smaller count is another feed's.
    void frames(long count) {
        if (count > malformed) {
            recorder.suspect(since(lookedMillis));
            lost(lookedMillis);
        }
        malformed = count;
        lookedMillis = clock.now();
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
