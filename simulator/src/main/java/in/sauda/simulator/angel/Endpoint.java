package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;

/// One REST endpoint.
///
/// @param path normalised path; one ending in a slash takes an id behind it
/// @param group calls of one group share a rate limit
/// @param open true when no login is needed
record Endpoint(String method, String path, String group, RateLimiter.Limit limit, boolean open, Handler handler) {
    static final String ORDERS = "orders";
    static final String GTT = "gtt";

    /// Orders and rules are taken only from the registered address, everything else from anywhere.
    boolean fromRegisteredAddressOnly() {
        return group.equals(ORDERS) || group.equals(GTT);
    }

    /// Answers with the {@code data} of the success envelope.
    @FunctionalInterface
    interface Handler {
        JsonNode handle(Call call) throws ApiFailure;
    }
}
