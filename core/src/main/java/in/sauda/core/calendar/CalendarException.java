package in.sauda.core.calendar;

/// A calendar file cannot be used; the message is a sentence that names the line and the reason.
public final class CalendarException extends Exception {
    private static final long serialVersionUID = 1L;

    public CalendarException(int line, String reason) {
        super("Line " + line + " of the calendar " + reason + ".");
    }

    public CalendarException(String sentence) {
        super(sentence);
    }
}
