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
    /// Many orders in one call.
    static final String LISTS = "order lists";
    private static final int HALF_HOUR = 1_800;

    Limit limit() {
        return switch (group) {
            case ORDERS -> new Limit(10, 500, 2_000, HALF_HOUR);
            case LISTS -> new Limit(4, 40, 160, HALF_HOUR);
            default -> new Limit(50, 500, 2_000, HALF_HOUR);
        };
    }

    boolean order() {
        return group.equals(ORDERS) || group.equals(LISTS);
    }

    /// True where the handler writes the whole envelope.
    boolean whole() {
        return group.equals(LISTS);
    }

    /// One authorised call.
    ///
    /// @param rest decoded parts behind the endpoint's path
    record Call(String token, Map<String, String> query, List<String> rest, JsonNode body) {
        String query(String name) {
            return query.getOrDefault(name, "");
        }
    }

    /// Answers with the {@code data} of the success envelope, or with the whole of it.
    @FunctionalInterface
    interface Handler {
        JsonNode handle(Call call) throws ApiError;
    }
}
