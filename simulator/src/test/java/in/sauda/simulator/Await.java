package in.sauda.simulator;

import java.util.concurrent.Callable;

/// Bounded waiting for something another thread brings about.
public final class Await {
    private static final long LIMIT_NANOS = 15_000_000_000L;
    private static final long POLL_MILLIS = 20;

    private Await() {}

    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new AssertionError("never happened: " + what);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
