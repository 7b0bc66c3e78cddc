package in.sauda.broker.upstox.session;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.upstox.rest.RestClient;
import in.sauda.broker.upstox.rest.TokenSource;
import in.sauda.broker.upstox.rest.UpstoxEndpoints;
import in.sauda.broker.upstox.rest.UpstoxErrors;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.Credentials;
import in.sauda.core.secrets.Redaction;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs in through the system's browser, or takes a pasted token, and holds the token. However many calls find
/// the login ended at once, the browser is opened once and the others wait.
///
/// After a refused login nothing is opened for a minute, so that a wrong secret does not fill the screen with
/// pages.
final class Login implements TokenSource {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final long REFUSAL_HOLDS_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int STATE_BYTES = 16;
    private static final String DIALOG = "/v2/login/authorization/dialog";

    private final UpstoxEndpoints endpoints;
    private final TimeSource time;
    private final Consumer<URI> browser;
    private final RestClient client;
    private final String apiKey;
    private final String apiSecret;
    private final String redirectUri;
    private final boolean pasted;
    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile String token;
    private volatile long validUntilMillis;
    private volatile boolean readOnly;
    private @Nullable BrokerException refusal;
    private long refusedNanos;
    private boolean over;

    /// @param clients makes the client that exchanges codes, over this login
    /// @throws BrokerException when the form lacks what a login needs
    Login(
            UpstoxEndpoints endpoints,
            Credentials credentials,
            TimeSource time,
            Consumer<URI> browser,
            Function<TokenSource, RestClient> clients)
            throws BrokerException {
        this.endpoints = endpoints;
        this.time = time;
        this.browser = browser;
        apiKey = credentials.get(CredentialNames.API_KEY).strip();
        apiSecret = credentials.get(CredentialNames.API_SECRET).strip();
        redirectUri = credentials.get(CredentialNames.REDIRECT).strip();
        token = credentials.get(CredentialNames.TOKEN).strip();
        pasted = !token.isEmpty();
        if (!pasted && List.of(apiKey, apiSecret, redirectUri).contains("")) {
            throw new BrokerException(new BrokerFailure.Refused(
                    "UDAPI100016",
                    "A login needs the API key, the secret and the redirect address of your app, or a token.",
                    "Fill in the three, or paste a token."));
        }
        List.of(apiSecret, token).forEach(Redaction::know);
        if (pasted) {
            use(token);
        }
        client = clients.apply(this);
    }

    RestClient client() {
        return client;
    }

    boolean readOnly() {
        return readOnly;
    }

    long validUntilMillis() {
        return validUntilMillis;
    }

    @Override
    public String token() {
        return token;
    }

    /// Logs in for the first time.
    ///
    /// @throws BrokerException when the login is refused or nobody comes back from the browser
    void begin() throws BrokerException {
        if (!pasted) {
            renew("");
        }
    }

    @Override
    public void renew(String staleToken) throws BrokerException {
        lock.lock();
        try {
            if (over) {
                throw new BrokerException(UpstoxErrors.loggedOut());
            }
            if (!token.equals(staleToken)) {
                return;
            }
            if (pasted) {
                throw new BrokerException(new BrokerFailure.SessionExpired(
                        "UDAPI100050",
                        "The pasted Upstox token is no longer valid; Upstox ends every login at 03:30.",
                        "Paste a new token, or log in in the browser."));
            }
            if (refusal != null && time.nanos() - refusedNanos < REFUSAL_HOLDS_NANOS) {
                throw refusal;
            }
            logIn();
            refusal = null;
            LOG.info("logged in to Upstox");
        } catch (BrokerException failed) {
            remember(failed);
            throw failed;
        } finally {
            lock.unlock();
        }
    }

    private void remember(BrokerException failed) {
        if (failed.failure() instanceof BrokerFailure.Refused && failed != refusal) {
            refusal = failed;
            refusedNanos = time.nanos();
        }
    }

    private void logIn() throws BrokerException {
        byte[] noise = new byte[STATE_BYTES];
        random.nextBytes(noise);
        String state = HexFormat.of().formatHex(noise);
        try (LoopbackReceiver receiver = LoopbackReceiver.open(redirectUri)) {
            String redirect = receiver.redirect().toString();
            browser.accept(dialog(redirect, state));
            Optional<String> code = receiver.await(state, PATIENCE_NANOS);
            exchange(code.orElseThrow(Login::nobodyCame), redirect);
        } catch (IOException broken) {
            throw new BrokerException(
                    new BrokerFailure.Retryable(
                            "REDIRECT",
                            "The login page could not come back to Sauda (" + broken.getMessage() + ").",
                            "Log in again.",
                            0),
                    broken);
        }
    }

    private static BrokerException nobodyCame() {
        return new BrokerException(new BrokerFailure.Refused(
                "LOGIN_TIMEOUT",
                "Nobody logged in on Upstox' page within five minutes.",
                "Log in again and finish on the page in the browser."));
    }

    private URI dialog(String redirect, String state) {
        return URI.create(endpoints.rest() + DIALOG + "?response_type=code&client_id=" + encoded(apiKey)
                + "&redirect_uri=" + encoded(redirect) + "&state=" + state);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void exchange(String code, String redirect) throws BrokerException {
        Redaction.knowForAWhile(code);
        JsonNode reply = client.forToken(Map.of(
                "code", code,
                "client_id", apiKey,
                "client_secret", apiSecret,
                "redirect_uri", redirect,
                "grant_type", "authorization_code"));
        String fresh = reply.path("access_token").asText("");
        if (fresh.isEmpty()) {
            throw new BrokerException(UpstoxErrors.unreadable("the login has no token"));
        }
        Redaction.know(fresh);
        use(fresh);
    }

    private void use(String fresh) {
        long now = time.wallMillis();
        readOnly = TokenEnd.readOnly(fresh, now);
        validUntilMillis = TokenEnd.of(fresh, now);
        token = fresh;
    }

    /// Forgets the token for good, so that nothing can be sent in this session's name any more.
    void forget() {
        lock.lock();
        try {
            over = true;
            token = "";
        } finally {
            lock.unlock();
        }
    }
}
