package in.sauda.core.broker.support;

/// Runs work later. Tests drive one by hand.
public interface TaskTimer extends AutoCloseable {
    /// Runs the task once after the delay, on the timer's thread; tasks must not block.
    Task schedule(Runnable task, long delayMillis);

    /// Drops everything that has not run; later tasks are ignored.
    @Override
    void close();

    /// Work that has been scheduled.
    interface Task {
        /// Has no effect once the work has begun.
        void cancel();
    }
}
