package in.sauda.core.timeline;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A job as it stands; immutable.
///
/// @param at its time of the day
/// @param last its newest run, null before the first
/// @param nextMillis when it runs next, 0 when it is off
public record JobRow(
        DayJob job, LocalTime at, State state, @Nullable JobRun last, long nextMillis) {
    /// What a job is doing today.
    public enum State {
        /// Its time is still to come.
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        /// Its time passed before the terminal was opened, and it does not catch up.
        PASSED,
        /// The user switched it off.
        OFF,
        /// No trading today.
        REST
    }

    public boolean on() {
        return state != State.OFF;
    }
}
