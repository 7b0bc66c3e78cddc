package in.sauda.broker.angelone.mapping;

/// A value of the wire that has no meaning in the domain. Callers turn it into a broker failure.
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
        super(message);
    }

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
