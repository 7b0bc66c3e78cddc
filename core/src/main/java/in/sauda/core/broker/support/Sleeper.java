package in.sauda.core.broker.support;

import in.sauda.core.time.SystemTime;
import in.sauda.core.time.TimeSource;
import java.util.concurrent.locks.LockSupport;

/// Waiting, injected so that tests do not.
@FunctionalInterface
public interface Sleeper {
    /// Blocks the calling thread, which must be a virtual or background one.
    void sleep(long nanos);

    /// Waits on the computer's clock; an interrupt ends the wait early and stays set.
    static Sleeper real() {
        TimeSource clock = new SystemTime();
        return nanos -> {
            long deadline = clock.nanos() + nanos;
            long left = nanos;
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(left);
                left = deadline - clock.nanos();
            }
        };
    }
}
