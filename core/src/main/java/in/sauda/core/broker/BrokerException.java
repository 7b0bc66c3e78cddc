package in.sauda.core.broker;

/// A broker call that did not succeed.
public final class BrokerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient BrokerFailure failure;

    public BrokerException(BrokerFailure failure) {
        super(failure.code() + ": " + failure.sentence());
        this.failure = failure;
    }

    public BrokerException(BrokerFailure failure, Throwable cause) {
        super(failure.code() + ": " + failure.sentence(), cause);
        this.failure = failure;
    }

    public BrokerFailure failure() {
        return failure;
    }
}
