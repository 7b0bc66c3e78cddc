package in.sauda.simulator.angel;

/// A request that is answered with an error envelope.
final class ApiFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean gateway;

    ApiFailure(String code, String message, boolean gateway) {
        super(message, null, false, false);
        this.code = code;
        this.gateway = gateway;
    }

    String code() {
        return code;
    }

    /// True for the envelope with {@code success} and {@code errorCode}.
    boolean gateway() {
        return gateway;
    }
}
