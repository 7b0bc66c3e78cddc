package in.sauda.core.timeline;

/// One run of a job, as the log keeps it.
///
/// @param job its id
/// @param startedMillis market time, epoch milliseconds
/// @param tookMillis by this computer's clock
/// @param done false when it failed
/// @param byHand the user asked for it
/// @param words what it came to, one sentence
public record JobRun(
        String job, String title, long startedMillis, long tookMillis, boolean done, boolean byHand, String words) {}
