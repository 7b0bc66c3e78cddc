package in.sauda.core.truth;

import in.sauda.core.domain.InstrumentKey;
import java.time.LocalDate;

/// What the comparison of one instrument's day with the broker's history found (rules 7.8).
///
/// @param checkedMillis exchange time of the comparison
/// @param whole false while the session was still going on, so that nothing is final yet
/// @param ours minutes we had
/// @param theirs minutes the broker has
/// @param compared minutes both have, of which ours was made from ticks and complete
/// @param prices of these, with a price more than a tick apart
/// @param volumes of these, with a volume more than 2 % apart
/// @param mended minutes that were missing or incomplete and came from the broker
/// @param extra minutes the broker does not have
/// @param worstPrice largest distance of a price, fixed-point
/// @param worstVolumePercent largest distance of a volume in percent of the broker's
/// @param failure why the broker's minutes could not be read, empty when they could
public record DayParity(
        InstrumentKey key,
        String symbol,
        LocalDate date,
        long checkedMillis,
        boolean whole,
        int ours,
        int theirs,
        int compared,
        int prices,
        int volumes,
        int mended,
        int extra,
        long worstPrice,
        double worstVolumePercent,
        String failure) {
    /// The whole in one word.
    public enum State {
        /// Every minute is the broker's.
        AGREES,
        /// What we had agrees; minutes known to be missing came from the broker.
        MENDED,
        /// Minutes we took for right are not the broker's.
        DIFFERS,
        /// The broker's minutes could not be read.
        UNREAD
    }

    /// A day of which the broker told nothing.
    public static DayParity unread(
            InstrumentKey key, String symbol, LocalDate date, long checkedMillis, int ours, String failure) {
        return new DayParity(key, symbol, date, checkedMillis, false, ours, 0, 0, 0, 0, 0, 0, 0, 0, failure);
    }

    public State state() {
        if (!failure.isEmpty()) {
            return State.UNREAD;
        }
        if (prices > 0 || volumes > 0 || extra > 0) {
            return State.DIFFERS;
        }
        return mended > 0 ? State.MENDED : State.AGREES;
    }
}
