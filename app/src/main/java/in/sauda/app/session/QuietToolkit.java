package in.sauda.app.session;

import java.util.logging.Level;
import java.util.logging.Logger;

/// JavaFX complains at every start that it is on the class path, which is our decision and no news to a user.
public final class QuietToolkit {
    // java.util.logging forgets levels of loggers nobody holds.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private QuietToolkit() {}

    public static void silence() {
        JAVAFX.setLevel(Level.SEVERE);
    }
}
