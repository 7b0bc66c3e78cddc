package in.sauda.core.storage;

/// The database could not be opened or used. Carries what a user needs: one sentence and a next step.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final String nextStep;

    public StorageException(String sentence, String nextStep) {
        super(sentence + " " + nextStep);
        this.sentence = sentence;
        this.nextStep = nextStep;
    }

    public StorageException(String sentence, String nextStep, Throwable cause) {
        super(sentence + " " + nextStep, cause);
        this.sentence = sentence;
        this.nextStep = nextStep;
    }

    /// What went wrong, in one plain sentence.
    public String sentence() {
        return sentence;
    }

    /// What the user can do about it.
    public String nextStep() {
        return nextStep;
    }
}
