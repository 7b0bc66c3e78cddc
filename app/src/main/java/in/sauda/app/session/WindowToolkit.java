package in.sauda.app.session;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// The window toolkit of this process. It starts once, and needs nothing but time.
public final class WindowToolkit {
    // JavaFX complains at every start that it is on the class path, which is our decision and no news to a user.
    // java.util.logging forgets levels of loggers nobody holds.
    private static final Logger JAVAFX = Logger.getLogger("javafx");
    private static final FutureTask<Boolean> START = new FutureTask<>(WindowToolkit::startUp, true);

    private WindowToolkit() {}

    /// Starts it on a thread of its own, beside what a window waits for anyway.
    public static void begin() {
        Thread.ofPlatform().daemon().name("toolkit").start(START);
    }

    /// Runs something on the FX thread; starts the toolkit first if nobody has.
    ///
    /// @throws UnsupportedOperationException when there is no display
    static void run(Runnable first) throws InterruptedException {
        START.run();
        try {
            START.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException noWindow) {
                throw noWindow;
            }
            throw new CompletionException(failure.getCause());
        }
        Platform.runLater(first);
    }

    private static void startUp() {
        JAVAFX.setLevel(Level.SEVERE);
        Platform.startup(() -> {});
    }
}
