package in.sauda.broker.angelone.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.RateUse;
import in.sauda.core.broker.support.RateLimiter;
import in.sauda.core.broker.support.Reply;
import in.sauda.core.broker.support.Sleeper;
import in.sauda.core.broker.support.Urgency;
import in.sauda.core.time.TimeSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls the broker within its limits. Reads are retried and survive an expired login; writes are sent once.
///
/// Blocks the calling thread, which should be virtual. Safe from any thread.
public final class RestClient {
    private static final Logger LOG = LoggerFactory.getLogger(RestClient.class);
    private static final int READ_ATTEMPTS = 4;
    private static final long FIRST_BACKOFF_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double JITTER = 0.2;

    private final HttpTransport transport;
    private final TokenSource tokens;
    private final Sleeper sleeper;
    private final RandomGenerator random;
    private final Map<RateGroup, RateLimiter> limiters = new EnumMap<>(RateGroup.class);

    public RestClient(
            HttpTransport transport, TokenSource tokens, TimeSource time, Sleeper sleeper, RandomGenerator random) {
        this.transport = transport;
        this.tokens = tokens;
        this.sleeper = sleeper;
        this.random = random;
        for (RateGroup group : RateGroup.values()) {
            limiters.put(group, new RateLimiter(time, group.windows()));
        }
    }

    /// For the login itself and its renewal. Only a refusal for speed is tried again: it says that nothing was
    /// looked at, whereas repeating a wrong password can block an account.
    ///
    /// @param jwt the token to renew, empty when there is none
    public JsonNode forLogin(Endpoint endpoint, JsonNode body, String jwt) throws BrokerException {
        int attempt = 1;
        while (true) {
            waitForSlot(endpoint);
            Reply reply = transport.exchange(endpoint, endpoint.path(), body, jwt);
            if (reply instanceof Reply.Success success) {
                return success.data();
            }
            BrokerFailure failure = ((Reply.Failure) reply).failure();
            if (!AngelOneErrors.rateLimited(failure) || attempt == READ_ATTEMPTS) {
                throw new BrokerException(failure);
            }
            pause(endpoint, failure, attempt++);
        }
    }

    public JsonNode read(Endpoint endpoint) throws BrokerException {
        return read(endpoint, JsonNodeFactory.instance.objectNode());
    }

    /// @throws BrokerException when the broker refuses, or still fails after the last attempt
    public JsonNode read(Endpoint endpoint, JsonNode body) throws BrokerException {
        return read(endpoint, endpoint.path(), body);
    }

    /// Reads one thing by the id that ends the path.
    ///
    /// @throws BrokerException when the broker refuses, or still fails after the last attempt
    public JsonNode readById(Endpoint endpoint, String id) throws BrokerException {
        return read(
                endpoint,
                endpoint.path() + URLEncoder.encode(id, StandardCharsets.UTF_8),
                JsonNodeFactory.instance.objectNode());
    }

    /// Reads with retries: network faults, server errors and refusals for speed are tried again with growing
    /// pauses, an expired login is renewed once.
    private JsonNode read(Endpoint endpoint, String path, JsonNode body) throws BrokerException {
        if (!endpoint.read()) {
            throw new IllegalArgumentException(endpoint + " changes something and must be sent with writeOnce");
        }
        boolean renewed = false;
        int attempt = 1;
        while (true) {
            waitForSlot(endpoint);
            String jwt = tokens.jwt();
            Reply reply = transport.exchange(endpoint, path, body, jwt);
            if (reply instanceof Reply.Success success) {
                return success.data();
            }
            BrokerFailure failure = ((Reply.Failure) reply).failure();
            if (failure instanceof BrokerFailure.SessionExpired && !renewed) {
                renewed = true;
                tokens.renew(jwt);
            } else if (failure instanceof BrokerFailure.Retryable && attempt < READ_ATTEMPTS) {
                pause(endpoint, failure, attempt++);
            } else {
                throw new BrokerException(failure);
            }
        }
    }

    /// Waits until the group's limit lets one more call through.
    ///
    /// @param urgency an exit overtakes entries that wait
    /// @return false when that would take longer than allowed; the call must not be made then
    public boolean reserve(Endpoint endpoint, Urgency urgency, long maxWaitNanos) {
        return limiter(endpoint).await(urgency, maxWaitNanos, sleeper);
    }

    /// Sends one request that changes something, exactly once, whatever comes of it; {@link #reserve} comes
    /// first.
    ///
    /// When the login turns out to be expired it is renewed for the next call, but this request is not
    /// repeated: who
    /// confirmed it, confirmed it once.
    public Reply writeOnce(Endpoint endpoint, JsonNode body) {
        String jwt = tokens.jwt();
        Reply reply = sendOnce(endpoint, body);
        if (reply instanceof Reply.Failure(BrokerFailure failure, boolean _)) {
            if (failure instanceof BrokerFailure.SessionExpired) {
                renewForNextCall(jwt);
            } else if (AngelOneErrors.rateLimited(failure)) {
                limiter(endpoint).backOff(FIRST_BACKOFF_NANOS);
            }
        }
        return reply;
    }

    /// Like {@link #writeOnce}, and an expired login is left as it is.
    public Reply sendOnce(Endpoint endpoint, JsonNode body) {
        return transport.exchange(endpoint, endpoint.path(), body, tokens.jwt());
    }

    /// How much of each allowance is used now.
    public List<RateUse> rates() {
        List<RateUse> rates = new ArrayList<>();
        limiters.forEach((group, limiter) -> rates.add(limiter.use(group.words())));
        return rates;
    }

    private void renewForNextCall(String jwt) {
        try {
            tokens.renew(jwt);
        } catch (BrokerException refused) {
            LOG.warn("Angel One login could not be renewed: {}", refused.getMessage());
        }
    }

    private void waitForSlot(Endpoint endpoint) throws BrokerException {
        if (!reserve(endpoint, Urgency.USUAL, Long.MAX_VALUE)) {
            throw new BrokerException(AngelOneErrors.notSent());
        }
    }

    private void pause(Endpoint endpoint, BrokerFailure failure, int attempt) {
        long nanos = jittered(FIRST_BACKOFF_NANOS << (attempt - 1));
        LOG.info(
                "{} failed with {}, attempt {} of {}; trying again in {} ms",
                endpoint,
                failure.code(),
                attempt,
                READ_ATTEMPTS,
                TimeUnit.NANOSECONDS.toMillis(nanos));
        if (AngelOneErrors.rateLimited(failure)) {
            limiter(endpoint).backOff(nanos);
        } else {
            sleeper.sleep(nanos);
        }
    }

    private long jittered(long nanos) {
        return (long) (nanos * random.nextDouble(1 - JITTER, 1 + JITTER));
    }

    private RateLimiter limiter(Endpoint endpoint) {
        return Objects.requireNonNull(limiters.get(endpoint.group()));
    }
}
