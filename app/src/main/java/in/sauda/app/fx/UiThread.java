package in.sauda.app.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Runs work on the JavaFX application thread. Nothing outside this package may post to it: what arrives per tick goes
/// through the {@link PulseDriver}, and this is for rare answers such as a finished login or search.
public final class UiThread implements Executor {
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }
}
