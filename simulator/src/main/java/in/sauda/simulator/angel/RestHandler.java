package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultInjector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything a REST call goes through before its endpoint: route, API key, token, rate limit; and the envelopes after.
final class RestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RestHandler.class);
    static final String RATE_LIMITED = "Access denied because of exceeding access rate";

    /// The parts of a request that matter.
    ///
    /// @param path normalised
    /// @param address where it really came from, whatever its headers say
    record Incoming(
            String method,
            String path,
            Optional<String> apiKey,
            Optional<String> authorization,
            String address,
            String body) {}

    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private final Logins logins;
    private final RateLimiter limiter;
    private final FaultInjector faults;
    private volatile Optional<String> registeredAddress = Optional.empty();

    RestHandler(List<Endpoint> all, Logins logins, RateLimiter limiter, FaultInjector faults) {
        all.forEach(endpoint -> endpoints.put(endpoint.path(), endpoint));
        this.logins = logins;
        this.limiter = limiter;
        this.faults = faults;
    }

    /// Orders and rules are then taken only from this address.
    void register(Optional<String> address) {
        registeredAddress = address;
    }

    private void checkAddress(Incoming request, Endpoint endpoint) throws ApiFailure {
        boolean known = registeredAddress.map(request.address()::equals).orElse(true);
        if (endpoint.fromRegisteredAddressOnly()
                && (!known
                        || faults.hit(Fault.UnregisteredIp.class, fault -> true).isPresent())) {
            throw AngelError.AG7002.failure();
        }
    }

    /// Documentation and SDKs put a service name in front or a slash behind; all spellings reach the same endpoint.
    static String normalised(String path) {
        String plain = path.replaceFirst("^/[a-z]+-service(?=/)", "").replaceAll("/{2,}", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    WireReply handle(Incoming request) {
        String path = request.path();
        Endpoint endpoint = find(path);
        if (endpoint == null) {
            return WireReply.text(404, "Not Found");
        }
        if (!endpoint.method().equals(request.method())) {
            return WireReply.text(405, "Method Not Allowed");
        }
        try {
            return answer(request, endpoint, path);
        } catch (ApiFailure e) {
            return WireReply.json(200, Json.failure(e));
        } catch (RuntimeException e) {
            LOG.error("{} failed", endpoint.path(), e);
            return WireReply.json(500, Json.failure(AngelError.AB2001.failure()));
        }
    }

    private @Nullable Endpoint find(String path) {
        Endpoint exact = endpoints.get(path);
        return exact != null ? exact : endpoints.get(path.substring(0, path.lastIndexOf('/') + 1));
    }

    private WireReply answer(Incoming request, Endpoint endpoint, String path) throws ApiFailure {
        if (!request.apiKey().orElse("").equals(logins.account().apiKey())) {
            throw AngelError.AG8004.failure();
        }
        Logins.Login login = endpoint.open() ? Call.NOBODY : logins.authorised(request.authorization());
        JsonNode body = request.method().equals("GET") ? MissingNode.getInstance() : Json.read(request.body());
        String client = endpoint.open() ? Json.text(body, "clientcode") : login.clientCode();
        if (!limiter.allows(client, endpoint.group(), endpoint.limit())) {
            return WireReply.text(403, RATE_LIMITED);
        }
        checkAddress(request, endpoint);
        String rest = path.length() > endpoint.path().length()
                ? path.substring(endpoint.path().length())
                : "";
        return WireReply.json(200, Json.success(endpoint.handler().handle(new Call(login, body, rest))));
    }
}
