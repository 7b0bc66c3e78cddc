package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.simulator.angel.Json;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/// Signed addresses of the sockets, in both spellings (protocol 4.1, 5).
final class SocketEndpoints {
    static final String FEED = "/market-data-feeder/v3/upstox-developer-api/feeds";
    static final String PORTFOLIO = "/upstox-developer-api/order-updates/feed";
    static final String FEED_DIRECT = "/v3/feed/market-data-feed";
    static final String PORTFOLIO_DIRECT = "/v2/feed/portfolio-stream-feed";

    private SocketEndpoints() {}

    /// @param root {@code ws://host:port}
    static List<Endpoint> all(Logins logins, Supplier<String> root) {
        return List.of(
                new Endpoint(
                        "GET", FEED_DIRECT + "/authorize", "feed", call -> both(root.get() + signed(logins, FEED))),
                new Endpoint(
                        "GET",
                        PORTFOLIO_DIRECT + "/authorize",
                        "portfolio",
                        call -> both(root.get() + signed(logins, PORTFOLIO))));
    }

    /// Path and query of an address that is good for one connection.
    static String signed(Logins logins, String path) {
        return path + "?requestId=" + UUID.randomUUID() + "&code=" + logins.sign(path);
    }

    private static JsonNode both(String address) {
        return Json.object().put("authorized_redirect_uri", address).put("authorizedRedirectUri", address);
    }
}
