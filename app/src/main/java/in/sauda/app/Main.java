package in.sauda.app;

import in.sauda.app.command.SaudaCommand;

/// Entry of the launcher: opens the terminal or runs a command.
///
/// Not a JavaFX {@code Application}: on the class path the launcher refuses a main class that is one.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(SaudaCommand.run(args));
    }
}
