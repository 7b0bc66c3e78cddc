package in.sauda.core.broker.contract;

/// What can go wrong with one REST call.
public enum CallFault {
    RATE_LIMIT(false),
    HTTP_429(false),
    HTTP_503(false),
    /// The call is carried out, the answer is an error of the infrastructure.
    HTTP_502_AFTERWARDS(true),
    EMPTY_BODY(true),
    HTML(true),
    HALF_BODY(true),
    /// The call is carried out, the answer never comes.
    LOST_REPLY(true),
    LOST_REQUEST(false),
    SLOW_REPLY(true),
    LOGGED_OUT(false);

    private final boolean carriedOut;

    CallFault(boolean carriedOut) {
        this.carriedOut = carriedOut;
    }

    /// True when the broker does what it was asked in spite of the fault.
    public boolean carriedOut() {
        return carriedOut;
    }
}
