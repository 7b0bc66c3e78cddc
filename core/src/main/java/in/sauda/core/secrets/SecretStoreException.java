package in.sauda.core.secrets;

/// A store could not do what was asked. Never carries a secret.
public final class SecretStoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String nextStep;

    /// Why, as far as it decides what to do next.
    public enum Reason {
        /// There is no such store on this computer, or it does not answer.
        UNAVAILABLE("SECRETS-1"),
        /// The passphrase has not been given yet.
        LOCKED("SECRETS-2"),
        WRONG_PASSPHRASE("SECRETS-3"),
        /// The file is not what was written; no passphrase helps.
        DAMAGED("SECRETS-4"),
        /// Written by a newer version.
        NEWER("SECRETS-5"),
        NOT_WRITTEN("SECRETS-6");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public SecretStoreException(Reason reason, String sentence, String nextStep) {
        super(sentence);
        this.reason = reason;
        this.nextStep = nextStep;
    }

    public SecretStoreException(Reason reason, String sentence, String nextStep, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
        this.nextStep = nextStep;
    }

    public Reason reason() {
        return reason;
    }

    /// One plain sentence for the user.
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /// What the user can do next.
    public String nextStep() {
        return nextStep;
    }
}
