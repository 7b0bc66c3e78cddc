package in.sauda.simulator.angel;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import in.sauda.simulator.SimulatedCredentials;
import in.sauda.simulator.faults.FaultInjector;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// Who is logged in, with which tokens, until when: a login ends at midnight India time. Safe from any thread.
final class Logins {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final long YEARS_AWAY = 94_608_000;

    /// One login.
    ///
    /// @param day India date on which it was made, as epoch day
    record Login(String clientCode, String jwtToken, String refreshToken, String feedToken, long day) {}

    private final SimulatedCredentials account;
    private final TimeSource time;
    private final MarketClock market;
    private final FaultInjector faults;
    private final TimeBasedOneTimePasswordGenerator oneTimePasswords = new TimeBasedOneTimePasswordGenerator(STEP, 6);
    private final Map<String, Login> byJwt = new HashMap<>();
    private final Map<String, Login> byRefresh = new HashMap<>();
    private final Map<String, Login> byFeed = new HashMap<>();

    /// @param time the computer's clock, by which one-time passwords are made
    /// @param market the exchange's clock, at whose midnight every login ends
    Logins(SimulatedCredentials account, TimeSource time, MarketClock market, FaultInjector faults) {
        this.account = account;
        this.time = time;
        this.market = market;
        this.faults = faults;
    }

    long wallMillis() {
        return time.wallMillis();
    }

    SimulatedCredentials account() {
        return account;
    }

    Login login(String clientCode, String password, String totp) throws ApiFailure {
        if (!clientCode.equalsIgnoreCase(account.clientcode()) || !password.equals(account.password())) {
            throw AngelError.AB1007.failure();
        }
        if (!validTotp(totp)) {
            throw AngelError.AB1050.failure();
        }
        return create();
    }

    /// Accepts the present code and its neighbours, for clocks that differ.
    private boolean validTotp(String totp) {
        byte[] secret = new Base32().decode(account.totpSecret());
        Instant now = Instant.ofEpochMilli(time.wallMillis() + faults.skewMillis());
        try {
            SecretKeySpec key = new SecretKeySpec(secret, oneTimePasswords.getAlgorithm());
            for (int step = -1; step <= 1; step++) {
                Instant at = now.plus(STEP.multipliedBy(step));
                if (oneTimePasswords.generateOneTimePasswordString(key, at).equals(totp)) {
                    return true;
                }
            }
            return false;
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the simulator's own secret must be valid", e);
        }
    }

    /// Replaces all three tokens; the old ones are dead from then on.
    synchronized Login refresh(String refreshToken) throws ApiFailure {
        Login old = byRefresh.get(refreshToken);
        if (old == null) {
            throw AngelError.AB8050.failure();
        }
        if (old.day() != today()) {
            throw AngelError.AB8051.failure();
        }
        logout(old);
        return create();
    }

    private synchronized Login create() {
        Login login = new Login(account.clientcode(), jwt(), jwt(), jwt(), today());
        byJwt.put(login.jwtToken(), login);
        byRefresh.put(login.refreshToken(), login);
        byFeed.put(login.feedToken(), login);
        return login;
    }

    /// A token in the broker's anatomy (protocol 1.5): another token inside, and an end years away that means nothing.
    private String jwt() {
        long second = time.wallMillis() / 1000;
        String inner = token(
                "{\"alg\":\"RS256\",\"typ\":\"JWT\"}",
                "{\"user_type\":\"client\",\"token_type\":\"trade_access_token\",\"iat\":" + second + "}");
        return token(
                "{\"alg\":\"HS512\"}",
                "{\"username\":\"" + account.clientcode() + "\",\"roles\":0,\"usertype\":\"USER\",\"token\":\"" + inner
                        + "\",\"iat\":" + second + ",\"exp\":" + (second + YEARS_AWAY) + "}");
    }

    private static String token(String header, String payload) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + '.'
                + encoder.encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + '.'
                + UUID.randomUUID().toString().replace("-", "");
    }

    /// The login behind an {@code Authorization} header.
    synchronized Login authorised(Optional<String> header) throws ApiFailure {
        String value = header.orElse("").strip();
        if (value.isEmpty()) {
            throw AngelError.AG8003.failure();
        }
        if (!value.startsWith("Bearer ")) {
            throw AngelError.AG8001.failure();
        }
        Login login = byJwt.get(value.substring(7).strip());
        if (login == null) {
            throw AngelError.AG8001.failure();
        }
        if (login.day() != today()) {
            throw AngelError.AG8002.failure();
        }
        return login;
    }

    /// The login that may open a stream: the feed token decides, a JWT sent along must be one of ours.
    synchronized Optional<Login> streaming(String clientCode, String feedToken, String authorization) {
        String jwt = raw(authorization);
        return Optional.ofNullable(byFeed.get(feedToken))
                .filter(login -> login.day() == today())
                .filter(login -> login.clientCode().equalsIgnoreCase(clientCode))
                .filter(login -> jwt.isEmpty() || byJwt.containsKey(jwt));
    }

    /// Whether an {@code Authorization} header may hear of orders.
    synchronized OrderHub.Admission orderUpdates(String authorization) {
        Login login = byJwt.get(raw(authorization));
        if (login == null) {
            return OrderHub.Admission.INVALID_TOKEN;
        }
        return login.day() == today() ? OrderHub.Admission.WELCOME : OrderHub.Admission.EXPIRED_TOKEN;
    }

    /// SDKs send the token with or without the scheme before it.
    private static String raw(String authorization) {
        String value = authorization.strip();
        return value.startsWith("Bearer ") ? value.substring(7).strip() : value;
    }

    synchronized void logout(Login login) {
        byJwt.remove(login.jwtToken());
        byRefresh.remove(login.refreshToken());
        byFeed.remove(login.feedToken());
    }

    /// Ends every login.
    synchronized void endAll() {
        byJwt.clear();
        byRefresh.clear();
        byFeed.clear();
    }

    private long today() {
        return IndiaTime.date(market.millis()).toEpochDay();
    }
}
