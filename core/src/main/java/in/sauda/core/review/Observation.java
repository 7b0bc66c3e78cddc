package in.sauda.core.review;

import in.sauda.core.candles.Candle;
import in.sauda.core.signals.Signal;
import org.jspecify.annotations.Nullable;

/// One row of the observation log: a signal and what came after it (rules 2.4, 2.5).
///
/// @param after5 the candle that shows the price five minutes later, null without data
/// @param after15 the same after fifteen minutes
/// @param notes what the reviewer wrote
public record Observation(
        Signal signal, @Nullable Candle after5, @Nullable Candle after15, ReviewerNotes notes) {
    private static final double SURGE_PERCENT = 50;

    /// What a person adds; kept when the log is written again.
    public record ReviewerNotes(String classification, String notes, String screenshot) {
        public static final ReviewerNotes NONE = new ReviewerNotes("", "", "");
    }

    /// The same with other words of the reviewer.
    public Observation withNotes(ReviewerNotes wanted) {
        return new Observation(signal, after5, after15, wanted);
    }

    /// Change of the candle's volume after five minutes in percent, NaN without data.
    public double volumeChangePercent() {
        return after5 == null || signal.volume() <= 0
                ? Double.NaN
                : (double) (after5.volume() - signal.volume()) / signal.volume() * 100;
    }

    /// True when the volume five minutes later was half as much again.
    public boolean surge() {
        return volumeChangePercent() > SURGE_PERCENT;
    }

    /// Change of the price after fifteen minutes in the signal's direction, NaN without data.
    public double changePercent() {
        if (after15 == null) {
            return Double.NaN;
        }
        double change = (double) (after15.close() - signal.price()) / signal.price() * 100;
        return signal.type().endsWith("SHORT") ? -change : change;
    }

    public Outcome outcome() {
        return after15 == null ? Outcome.NO_DATA : Outcome.of(changePercent());
    }

    public Bucket bucket() {
        return Bucket.of(this);
    }
}
