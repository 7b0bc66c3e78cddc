package in.sauda.core.timeline;

import java.time.LocalDate;
import java.time.LocalTime;

/// Something that is done once on every trading day.
///
/// @param id stable name, lower case: the settings and the log know the job by it
/// @param title for people
/// @param meaning one sentence
/// @param usual time of the day in India unless the user says otherwise
/// @param catchesUp done at once where its time passed before the terminal was opened; others wait for the next day
public record DayJob(String id, String title, String meaning, LocalTime usual, boolean catchesUp, Work work) {
    /// What is to be done.
    @FunctionalInterface
    public interface Work {
        /// Does it for a day. May block: jobs run one after the other on a thread of their own.
        ///
        /// @return what it came to, one plain sentence
        /// @throws JobFailedException when it could not be done, with a sentence
        String run(LocalDate day) throws JobFailedException, InterruptedException;
    }
}
