package in.sauda.broker.upstox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One call: where, with what behind the path, in the query and in the body.
///
/// @param segments further parts of the path, each to be percent-encoded
/// @param body null for none
public record Request(
        Endpoint endpoint,
        List<String> segments,
        Map<String, String> query,
        @Nullable JsonNode body) {
    public static Request of(Endpoint endpoint) {
        return new Request(endpoint, List.of(), Map.of(), null);
    }

    public static Request of(Endpoint endpoint, JsonNode body) {
        return new Request(endpoint, List.of(), Map.of(), body);
    }

    public static Request path(Endpoint endpoint, List<String> segments) {
        return new Request(endpoint, segments, Map.of(), null);
    }

    public Request with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new Request(endpoint, segments, more, body);
    }
}
