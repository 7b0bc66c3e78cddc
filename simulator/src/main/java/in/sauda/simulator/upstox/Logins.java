package in.sauda.simulator.upstox;

import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Login codes, tokens and signed addresses, each good for as long as the broker's are: a code and an address
/// once, a
/// token until 03:30 (protocol 1, 4.1). Safe from any thread.
final class Logins {
    private static final LocalTime END = LocalTime.of(3, 30);
    private static final int CODE_LENGTH = 6;

    /// @param endMillis on the exchange's clock
    private record Token(long endMillis) {}

    private final UpstoxApp app;
    private final TimeSource time;
    private final MarketClock market;
    private final Map<String, String> redirectsByCode = new HashMap<>();
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, String> signed = new HashMap<>();

    Logins(UpstoxApp app, TimeSource time, MarketClock market) {
        this.app = app;
        this.time = time;
        this.market = market;
    }

    UpstoxApp app() {
        return app;
    }

    long wallMillis() {
        return time.wallMillis();
    }

    /// A code for a redirect address, as if the user had logged in on the page.
    ///
    /// @throws ApiError when the app or the address is another one
    synchronized String code(String clientId, String redirectUri) throws ApiError {
        if (!clientId.equals(app.clientId()) || !registered(redirectUri)) {
            throw ApiError.bad("UDAPI100068", "Check your 'client_id' and 'redirect_uri'; one or both are incorrect.");
        }
        String code = UUID.randomUUID().toString().replace("-", "").substring(0, CODE_LENGTH);
        redirectsByCode.put(code, redirectUri);
        return code;
    }

    /// The registered address, or the same path on another port of this computer.
    private boolean registered(String redirectUri) {
        return redirectUri.equals(app.redirectUri())
                || redirectUri.matches("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?(/.*)?");
    }

    /// Exchanges a code, which is used up whatever comes of it.
    synchronized String exchange(Map<String, String> form) throws ApiError {
        String redirect = redirectsByCode.remove(form.getOrDefault("code", ""));
        boolean app = form.getOrDefault("client_id", "").equals(this.app.clientId())
                && form.getOrDefault("client_secret", "").equals(this.app.clientSecret());
        if (!app) {
            throw new ApiError(
                    401, "UDAPI100069", "Check your 'client_id' and 'client_secret'; one or both are incorrect.");
        }
        if (redirect == null) {
            throw ApiError.bad("UDAPI100057", "Invalid Auth code");
        }
        if (!redirect.equals(form.getOrDefault("redirect_uri", ""))) {
            throw ApiError.bad("UDAPI100070", "Check your 'redirect_uri'; it is incorrect.");
        }
        return issue();
    }

    /// A token without the pages, for clients that start with one.
    synchronized String issue() {
        String token = jwt();
        tokens.put(token, new Token(next(market.millis())));
        return token;
    }

    private static long next(long millis) {
        long today = IndiaTime.epochMillis(IndiaTime.date(millis), END);
        return millis < today
                ? today
                : IndiaTime.epochMillis(IndiaTime.date(millis).plusDays(1), END);
    }

    private String jwt() {
        long second = time.wallMillis() / 1000;
        return encoded("{\"typ\":\"JWT\",\"alg\":\"HS256\"}")
                + '.'
                + encoded("{\"sub\":\"" + app.userId() + "\",\"jti\":\"" + UUID.randomUUID() + "\",\"iat\":" + second
                        + ",\"iss\":\"udapi-gateway-service\",\"exp\":" + next(time.wallMillis()) / 1000 + "}")
                + '.'
                + encoded(UUID.randomUUID().toString());
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws ApiError when the header carries no token that is good now
    synchronized String authorised(Optional<String> header) throws ApiError {
        String value = header.orElse("").strip();
        String token = value.startsWith("Bearer ") ? value.substring(7).strip() : "";
        Token known = tokens.get(token);
        if (known == null || market.millis() >= known.endMillis()) {
            throw ApiError.token();
        }
        return token;
    }

    synchronized void logout(String token) {
        tokens.remove(token);
    }

    synchronized void endAll() {
        tokens.clear();
        signed.clear();
    }

    /// A code for one connection to a socket.
    synchronized String sign(String socket) {
        String code = UUID.randomUUID().toString();
        signed.put(code, socket);
        return code;
    }

    /// True once for every code.
    synchronized boolean admits(String socket, String code) {
        return socket.equals(signed.remove(code));
    }
}
