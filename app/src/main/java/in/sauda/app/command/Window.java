package in.sauda.app.command;

import picocli.CommandLine.Model.CommandSpec;

/// Opens a window where there is a display, and says so where there is none.
final class Window {
    private Window() {}

    @FunctionalInterface
    interface Body {
        void run() throws InterruptedException;
    }

    static int open(CommandSpec spec, Body body) throws InterruptedException {
        if (!Display.available()) {
            spec.commandLine().getErr().println("sauda: " + Display.MISSING);
            return ExitCode.NO_DISPLAY;
        }
        try {
            body.run();
        } catch (UnsupportedOperationException e) {
            throw new CommandFailure(
                    "The window toolkit cannot start (" + e.getMessage()
                            + "); on Linux install GTK 3, for example the package libgtk-3-0.",
                    e);
        }
        return ExitCode.OK;
    }
}
