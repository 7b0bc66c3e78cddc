package in.sauda.simulator.faults;

/// A fault script that cannot be understood; the message names the line and the field.
public final class FaultScriptException extends Exception {
    private static final long serialVersionUID = 1L;

    FaultScriptException(int line, String message) {
        super("line " + line + ": " + message, null, false, false);
    }
}
