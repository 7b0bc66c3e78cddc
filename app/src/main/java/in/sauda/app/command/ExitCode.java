package in.sauda.app.command;

/// What the process tells the shell.
public final class ExitCode {
    public static final int OK = 0;
    /// The command ran and failed; the reason is on standard error.
    public static final int FAILED = 1;
    /// The command line was wrong; picocli uses the same number.
    public static final int USAGE = 2;
    /// A window was asked for and there is no display.
    public static final int NO_DISPLAY = 3;

    private ExitCode() {}
}
