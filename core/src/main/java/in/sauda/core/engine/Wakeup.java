package in.sauda.core.engine;

import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Lets the engine sleep when there is nothing to do and be woken by whoever brings work.
///
/// A producer publishes first and then calls {@link #signal()}; the engine announces its sleep first and then looks for
/// work once more. The full fences on both sides make sure that one of the two sees the other.
final class Wakeup {
    private volatile boolean parked;
    private volatile @Nullable Thread sleeper;

    /// Called by producers after publishing. Costs a fence and a read unless the engine really sleeps.
    void signal() {
        VarHandle.fullFence();
        if (parked) {
            parked = false;
            LockSupport.unpark(sleeper);
        }
    }

    /// Announces that the calling thread is about to sleep; it must look for work once more before {@link #sleep}.
    void announce() {
        sleeper = Thread.currentThread();
        parked = true;
        VarHandle.fullFence();
    }

    void sleep(long nanos) {
        if (parked) {
            LockSupport.parkNanos(this, nanos);
        }
        parked = false;
    }

    void cancel() {
        parked = false;
    }
}
