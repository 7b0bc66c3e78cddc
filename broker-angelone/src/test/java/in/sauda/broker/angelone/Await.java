package in.sauda.broker.angelone;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for something other threads bring about, with a bound, instead of sleeping and hoping.
public final class Await {
    private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(40);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private Await() {}

    /// @throws AssertionError when it does not happen in time
    public static void until(String what, BooleanSupplier happened) {
        until(what, BOUND_NANOS, happened);
    }

    /// For what takes its time even on an idle computer, such as an hour of the exchange.
    ///
    /// @throws AssertionError when it does not happen in time
    public static void patiently(String what, BooleanSupplier happened) {
        until(what, 4 * BOUND_NANOS, happened);
    }

    private static void until(String what, long boundNanos, BooleanSupplier happened) {
        long deadline = System.nanoTime() + boundNanos;
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("did not happen in time: " + what);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
