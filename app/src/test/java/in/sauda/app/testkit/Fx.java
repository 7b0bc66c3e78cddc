package in.sauda.app.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Starts the toolkit once and runs test code on its thread.
public final class Fx {
    private static final long LIMIT_SECONDS = 20;
    private static boolean started;

    private Fx() {}

    public static synchronized void start() throws InterruptedException {
        if (started) {
            return;
        }
        CountDownLatch ready = new CountDownLatch(1);
        try {
            Platform.startup(ready::countDown);
        } catch (IllegalStateException alreadyRunning) {
            ready.countDown();
        }
        if (!ready.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the toolkit did not start");
        }
        Platform.setImplicitExit(false);
        started = true;
    }

    public static <T> T call(Callable<T> task) throws InterruptedException, ExecutionException, TimeoutException {
        FutureTask<T> future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    public static void run(Runnable task) throws InterruptedException, ExecutionException, TimeoutException {
        call(() -> {
            task.run();
            return Boolean.TRUE;
        });
    }

    /// Returns after the toolkit ran one more pulse.
    public static void awaitPulse() throws InterruptedException, ExecutionException, TimeoutException {
        CountDownLatch pulsed = new CountDownLatch(2);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulsed.countDown();
            }
        };
        run(timer::start);
        try {
            if (!pulsed.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new TimeoutException("no pulse");
            }
        } finally {
            run(timer::stop);
        }
    }
}
