package in.sauda.broker.angelone.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.broker.angelone.rest.AngelOneErrors;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.rest.HttpTransport;
import in.sauda.broker.angelone.rest.RestClient;
import in.sauda.broker.angelone.rest.TokenSource;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.support.Sleeper;
import in.sauda.core.secrets.Redaction;
import in.sauda.core.secrets.Totp;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs in and holds the tokens. However many calls find the login expired at once, one of them logs in again
/// and the
/// others wait for it.
///
/// After a refused renewal nothing is sent for a minute: repeated wrong logins can block the account.
final class Login implements TokenSource {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final long REFUSAL_HOLDS_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final RestClient client;
    private final TimeSource time;
    private final String clientCode;
    private final String pin;
    private final @Nullable Totp totp;
    private String typedCode;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Tokens tokens = Tokens.NONE;
    private volatile long validUntilMillis;
    private @Nullable BrokerException refusal;
    private long refusedNanos;
    private boolean over;

    Login(HttpTransport transport, Credentials credentials, TimeSource time, Sleeper sleeper, RandomGenerator random)
            throws BrokerException {
        this.client = new RestClient(transport, TokenSource.none(), time, sleeper, random);
        this.time = time;
        this.clientCode = credentials.get(CredentialNames.CLIENT_CODE).strip();
        this.pin = credentials.get(CredentialNames.PASSWORD).strip();
        String secret = credentials.get(CredentialNames.TOTP_SECRET);
        this.totp = secret.isBlank() ? null : Totp.of(secret).orElseThrow(Login::notBase32);
        this.typedCode = credentials.get(CredentialNames.TOTP).strip();
        if (totp == null && typedCode.isEmpty()) {
            throw codeNeeded();
        }
        List.of(pin, secret, credentials.get(CredentialNames.API_KEY)).forEach(Redaction::know);
    }

    private static BrokerException notBase32() {
        return new BrokerException(new BrokerFailure.Refused(
                AngelOneErrors.WRONG_SECRET,
                "The TOTP secret is not valid: it consists of the letters A to Z and the digits 2 to 7.",
                "Copy the text shown below the QR code on SmartAPI's enable-totp page."));
    }

    private static BrokerException codeNeeded() {
        return new BrokerException(new BrokerFailure.Refused(
                AngelOneErrors.CODE_NEEDED,
                "This login needs the six digits of your authenticator app.",
                "Log in again and type them."));
    }

    /// Computed where the secret is known; else the typed digits, which are good for one login.
    private String code() throws BrokerException {
        String code = totp == null ? typedCode : totp.at(time.wallMillis());
        typedCode = "";
        if (code.isEmpty()) {
            throw codeNeeded();
        }
        Redaction.knowForAWhile(code);
        return code;
    }

    String clientCode() {
        return clientCode;
    }

    String feedToken() {
        return tokens.feed();
    }

    /// The broker ends every login at midnight in India; the token's own expiry says something else and is wrong.
    long validUntilMillis() {
        return validUntilMillis;
    }

    @Override
    public String jwt() {
        return tokens.jwt();
    }

    @Override
    public void renew(String staleJwt) throws BrokerException {
        lock.lock();
        try {
            if (over) {
                throw new BrokerException(AngelOneErrors.loggedOut());
            }
            if (!tokens.jwt().equals(staleJwt)) {
                return;
            }
            if (refusal != null && time.nanos() - refusedNanos < REFUSAL_HOLDS_NANOS) {
                throw refusal;
            }
            if (!refresh()) {
                logIn();
                LOG.info("logged in to Angel One");
            }
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

    /// Renews the tokens of a login that is still good for today, or for which there is no other code than the one
    /// that was typed. Whatever comes of a failure, a full login follows.
    private boolean refresh() {
        Tokens old = tokens;
        boolean nextDay = time.wallMillis() >= validUntilMillis;
        if (old.refresh().isEmpty() || (nextDay && totp != null)) {
            return false;
        }
        try {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("refreshToken", old.refresh());
            Tokens fresh = tokens(client.forLogin(Endpoint.GENERATE_TOKENS, body, old.jwt()), old);
            if (fresh.jwt().isEmpty() || fresh.jwt().equals(old.jwt())) {
                return false;
            }
            use(fresh, IndiaTime.nextMidnight(time.wallMillis()));
            LOG.info("renewed the tokens of the Angel One login");
            return true;
        } catch (BrokerException refused) {
            LOG.info("Angel One did not renew the tokens; logging in: {}", refused.getMessage());
            return false;
        }
    }

    private void logIn() throws BrokerException {
        long begun = time.wallMillis();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("clientcode", clientCode)
                .put("password", pin)
                .put("totp", code());
        Tokens fresh = tokens(client.forLogin(Endpoint.LOGIN, body, ""), Tokens.NONE);
        if (fresh.jwt().isEmpty() || fresh.feed().isEmpty()) {
            throw new BrokerException(AngelOneErrors.unreadable("the login has no token"));
        }
        use(fresh, IndiaTime.nextMidnight(begun));
        refusal = null;
    }

    private void use(Tokens fresh, long untilMillis) {
        List.of(fresh.jwt(), fresh.refresh(), fresh.feed()).forEach(Redaction::know);
        tokens = fresh;
        validUntilMillis = untilMillis;
    }

    /// @param old where the reply leaves one out
    private static Tokens tokens(JsonNode data, Tokens old) {
        return new Tokens(
                data.path("jwtToken").asText(""),
                data.path("refreshToken").asText(old.refresh()),
                data.path("feedToken").asText(old.feed()));
    }

    /// Forgets the tokens for good, so that nothing can be sent in this session's name any more.
    void forget() {
        lock.lock();
        try {
            over = true;
            tokens = Tokens.NONE;
        } finally {
            lock.unlock();
        }
    }
}
