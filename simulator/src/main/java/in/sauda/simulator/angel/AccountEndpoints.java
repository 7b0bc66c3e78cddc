package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.simulator.angel.RateLimiter.Limit;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultInjector;
import java.util.List;
import java.util.Optional;

/// Login, tokens, profile and logout (protocol 1.5 to 1.8).
final class AccountEndpoints {
    private static final String AUTH = "/rest/auth/angelbroking/";
    private static final String USER = "/rest/secure/angelbroking/user/v1/";

    private final Logins logins;
    private final FaultInjector faults;

    AccountEndpoints(Logins logins, FaultInjector faults) {
        this.logins = logins;
        this.faults = faults;
    }

    List<Endpoint> all() {
        return List.of(
                new Endpoint("POST", AUTH + "user/v1/loginByPassword", "login", Limit.ofSecond(1), true, this::login),
                new Endpoint(
                        "POST",
                        AUTH + "jwt/v1/generateTokens",
                        "tokens",
                        new Limit(1, Integer.MAX_VALUE, 1_000),
                        true,
                        this::refresh),
                new Endpoint(
                        "GET",
                        USER + "getProfile",
                        "profile",
                        new Limit(3, Integer.MAX_VALUE, 1_000),
                        false,
                        this::profile),
                new Endpoint("POST", USER + "logout", "logout", Limit.ofSecond(1), false, this::logout));
    }

    private JsonNode login(Call call) throws ApiFailure {
        Optional<Fault.RejectLogins> rejection = faults.hit(Fault.RejectLogins.class, fault -> true);
        if (rejection.isPresent()) {
            throw new ApiFailure(rejection.get().code(), "Login refused", false);
        }
        JsonNode body = call.body();
        ObjectNode data = tokens(
                logins.login(Json.text(body, "clientcode"), Json.text(body, "password"), Json.text(body, "totp")));
        if (body.hasNonNull("state")) {
            data.put("state", Json.text(body, "state"));
        }
        return data;
    }

    /// The refresh token alone is enough, so an expired JWT sent along does not hinder.
    private JsonNode refresh(Call call) throws ApiFailure {
        return tokens(logins.refresh(Json.text(call.body(), "refreshToken")));
    }

    private static ObjectNode tokens(Logins.Login login) {
        return Json.object()
                .put("jwtToken", login.jwtToken())
                .put("refreshToken", login.refreshToken())
                .put("feedToken", login.feedToken());
    }

    private JsonNode profile(Call call) {
        ObjectNode data = Json.object()
                .put("clientcode", call.login().clientCode())
                .put("name", "SIMULATED TRADER")
                .put("email", "")
                .put("mobileno", "");
        List.of("NSE", "BSE", "NFO", "BFO", "CDS", "MCX").forEach(data.putArray("exchanges")::add);
        List.of("DELIVERY", "INTRADAY", "CARRYFORWARD", "MARGIN").forEach(data.putArray("products")::add);
        return data.put("lastlogintime", "").put("brokerid", "B2C");
    }

    private JsonNode logout(Call call) {
        logins.logout(call.login());
        return NullNode.getInstance();
    }
}
