package in.sauda.core.timeline;

/// A job of the day could not be done; the message is one plain sentence for people.
public final class JobFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    public JobFailedException(String sentence) {
        super(sentence);
    }

    public JobFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
