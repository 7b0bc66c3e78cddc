package in.sauda.simulator.upstox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.angel.RateLimiter;
import in.sauda.simulator.angel.WireReply;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultInjector;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything a REST call goes through before its endpoint: route, token, rate limit; and the envelopes after.
final class RestRouter {
    private static final Logger LOG = LoggerFactory.getLogger(RestRouter.class);
    static final WireReply TOO_FAST = ApiError.reply(429, "UDAPI10005", "Too Many Request Sent");

    /// @param path still percent-encoded
    record Incoming(
            String method, String path, Map<String, String> query, Optional<String> authorization, String body) {}

    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private final Logins logins;
    private final RateLimiter limiter;
    private final FaultInjector faults;

    RestRouter(List<Endpoint> all, Logins logins, RateLimiter limiter, FaultInjector faults) {
        all.forEach(endpoint -> endpoints.put(endpoint.method() + endpoint.path(), endpoint));
        this.logins = logins;
        this.limiter = limiter;
        this.faults = faults;
    }

    WireReply handle(Incoming request) {
        try {
            Endpoint endpoint =
                    find(request).orElseThrow(() -> new ApiError(404, "UDAPI100060", "Resource not Found."));
            return answer(request, endpoint);
        } catch (ApiError refused) {
            return refused.reply();
        } catch (RuntimeException broken) {
            LOG.error("{} failed", request.path(), broken);
            return ApiError.reply(500, "UDAPI100500", "Something went wrong, please contact support");
        }
    }

    private Optional<Endpoint> find(Incoming request) {
        Endpoint exact = endpoints.get(request.method() + request.path());
        if (exact != null) {
            return Optional.of(exact);
        }
        return endpoints.values().stream()
                .filter(endpoint -> endpoint.path().endsWith("/")
                        && endpoint.method().equals(request.method())
                        && request.path().startsWith(endpoint.path()))
                .findFirst();
    }

    private WireReply answer(Incoming request, Endpoint endpoint) throws ApiError {
        String token = logins.authorised(request.authorization());
        if (!limiter.allows(logins.app().userId(), endpoint.group(), endpoint.limit())) {
            return TOO_FAST;
        }
        if (endpoint.order()
                && faults.hit(Fault.UnregisteredIp.class, fault -> true).isPresent()) {
            throw new ApiError(
                    403, "UDAPI1154", "Access to this API is restricted to the registered static IP address");
        }
        List<String> rest = Arrays.stream(request.path()
                        .substring(Math.min(
                                request.path().length(), endpoint.path().length()))
                        .split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        JsonNode data = endpoint.handler().handle(new Endpoint.Call(token, request.query(), rest, body(request)));
        if (endpoint.whole()) {
            boolean partly = data.path("status").asText().equals("partial_success");
            boolean refused = data.path("status").asText().equals("error");
            return WireReply.json(partly ? 207 : refused ? 400 : 200, data);
        }
        ObjectNode envelope = Json.object().put("status", "success");
        envelope.set("data", data);
        if (endpoint.order()) {
            envelope.putObject("metadata").put("latency", 3);
        }
        return WireReply.json(200, envelope);
    }

    private static JsonNode body(Incoming request) throws ApiError {
        if (request.body().isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return Json.parse(request.body());
        } catch (JsonProcessingException notJson) {
            throw ApiError.bad("UDAPI100036", "Invalid input");
        }
    }
}
