package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.simulator.angel.RateLimiter.Limit;
import java.util.List;
import java.util.Map;

/// One REST endpoint.
///
/// @param path as the client writes it; one ending in a slash takes more parts behind it
/// @param group calls of one group share a rate limit
record Endpoint(String method, String path, String group, Handler handler) {
    static final String ORDERS = "orders";
    private static final int PER_MINUTE = 500;
    /// The limiter counts by the hour; two thousand in thirty minutes are four thousand there.
    private static final int PER_HOUR = 4_000;

    Limit limit() {
        return new Limit(group.equals(ORDERS) ? 10 : 50, PER_MINUTE, PER_HOUR);
    }

    boolean order() {
        return group.equals(ORDERS);
    }

    /// One authorised call.
    ///
    /// @param rest decoded parts behind the endpoint's path
    record Call(String token, Map<String, String> query, List<String> rest, JsonNode body) {
        String query(String name) {
            return query.getOrDefault(name, "");
        }
    }

    /// Answers with the {@code data} of the success envelope.
    @FunctionalInterface
    interface Handler {
        JsonNode handle(Call call) throws ApiError;
    }
}
