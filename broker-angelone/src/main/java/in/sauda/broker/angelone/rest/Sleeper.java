package in.sauda.broker.angelone.rest;

import java.util.concurrent.locks.LockSupport;

/// Waiting, injected so that tests do not.
@FunctionalInterface
public interface Sleeper {
    /// Blocks the calling thread, which must be a virtual or background one.
    void sleep(long nanos);

    /// Waits on the computer's clock; an interrupt ends the wait early and stays set.
    static Sleeper real() {
        return nanos -> {
            long deadline = System.nanoTime() + nanos;
            long left = nanos;
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(left);
                left = deadline - System.nanoTime();
            }
        };
    }
}
