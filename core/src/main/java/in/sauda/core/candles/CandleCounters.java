package in.sauda.core.candles;

/// What became of ticks on their way into candles; nothing is dropped without being counted here. Engine thread only.
@SuppressWarnings("EnumOrdinal") // an index into counters of this run, never stored
public final class CandleCounters {
    long closed;
    long revised;
    long tooLate;
    long implausibleTimes;
    long untracked;
    private final long[] verdicts = new long[VolumeTracker.Verdict.values().length];

    CandleCounters() {}

    void count(VolumeTracker.Verdict verdict) {
        verdicts[verdict.ordinal()]++;
    }

    long of(VolumeTracker.Verdict verdict) {
        return verdicts[verdict.ordinal()];
    }

    /// One-minute candles closed.
    public long closed() {
        return closed;
    }

    /// Closed candles amended by late ticks.
    public long revised() {
        return revised;
    }

    /// Late ticks dropped because their minute was too old.
    public long tooLate() {
        return tooLate;
    }

    /// Ticks dropped because their exchange time lay too far in the future.
    public long implausibleTimes() {
        return implausibleTimes;
    }

    /// Ticks of instruments nobody watches.
    public long untracked() {
        return untracked;
    }

    public long duplicates() {
        return of(VolumeTracker.Verdict.DUPLICATE);
    }

    public long outOfOrder() {
        return of(VolumeTracker.Verdict.OUT_OF_ORDER);
    }

    public long corrections() {
        return of(VolumeTracker.Verdict.CORRECTION) + of(VolumeTracker.Verdict.FEED_RESET);
    }
}
