package in.sauda.broker.upstox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.RateUse;
import in.sauda.core.broker.support.RateLimiter;
import in.sauda.core.broker.support.Reply;
import in.sauda.core.broker.support.Sleeper;
import in.sauda.core.broker.support.Urgency;
import in.sauda.core.time.TimeSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls that respect the broker's allowances. Readings are tried again, whatever changes something is sent
/// once. Safe
/// from any thread.
public final class RestClient {
    private static final Logger LOG = LoggerFactory.getLogger(RestClient.class);
    private static final int READ_ATTEMPTS = 4;
    private static final long FIRST_BACKOFF_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
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

    /// Exchanges a login code for a token. Sent once: the code is worthless afterwards, whatever came of it.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    public JsonNode forToken(Map<String, String> form) throws BrokerException {
        return switch (transport.exchangeForm(Endpoint.TOKEN, form)) {
            case Reply.Success success -> success.data();
            case Reply.Failure failure -> throw new BrokerException(failure.failure());
        };
    }

    /// Reads with retries: network faults, server errors and refusals for speed are tried again with growing
    /// pauses, an expired login is renewed once.
    ///
    /// @throws BrokerException when the broker refuses, or still fails after the last attempt
    public JsonNode read(Request request) throws BrokerException {
        Endpoint endpoint = request.endpoint();
        if (!endpoint.read()) {
            throw new IllegalArgumentException(endpoint + " changes something and must be sent with writeOnce");
        }
        boolean renewed = false;
        int attempt = 1;
        while (true) {
            if (!reserve(endpoint, Urgency.USUAL, Long.MAX_VALUE)) {
                throw new BrokerException(UpstoxErrors.notSent());
            }
            String token = tokens.token();
            Reply reply = transport.exchange(request, token);
            if (reply instanceof Reply.Success success) {
                return success.data();
            }
            BrokerFailure failure = ((Reply.Failure) reply).failure();
            if (failure instanceof BrokerFailure.SessionExpired && !renewed) {
                renewed = true;
                tokens.renew(token);
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
        return endpoint.groups().stream().allMatch(group -> limiter(group).await(urgency, maxWaitNanos, sleeper));
    }

    /// Sends one request that changes something, exactly once, whatever comes of it; {@link #reserve} comes
    /// first. An expired login is renewed for the next call, but this request is not repeated: who confirmed
    /// it, confirmed once.
    public Reply writeOnce(Request request) {
        String token = tokens.token();
        Reply reply = transport.exchange(request, token);
        if (reply instanceof Reply.Failure lost) {
            BrokerFailure failure = lost.failure();
            if (failure instanceof BrokerFailure.SessionExpired) {
                Thread.ofVirtual().name("login-upstox").start(() -> renewForNextCall(token));
            } else if (UpstoxErrors.rateLimited(failure)) {
                limiter(request.endpoint().group()).backOff(FIRST_BACKOFF_NANOS);
            }
        }
        return reply;
    }

    /// Like {@link #writeOnce}, and an expired login is left as it is.
    public Reply sendOnce(Request request) {
        return transport.exchange(request, tokens.token());
    }

    /// How much of each allowance is used now.
    public List<RateUse> rates() {
        List<RateUse> rates = new ArrayList<>();
        limiters.forEach((group, limiter) -> rates.add(limiter.use(group.words())));
        return rates;
    }

    private void renewForNextCall(String token) {
        try {
            tokens.renew(token);
        } catch (BrokerException refused) {
            LOG.warn("the Upstox login could not be renewed: {}", refused.getMessage());
        }
    }

    private void pause(Endpoint endpoint, BrokerFailure failure, int attempt) {
        long nanos = (long) ((FIRST_BACKOFF_NANOS << (attempt - 1)) * random.nextDouble(1 - JITTER, 1 + JITTER));
        LOG.info(
                "{} failed with {}, attempt {} of {}; trying again in {} ms",
                endpoint,
                failure.code(),
                attempt,
                READ_ATTEMPTS,
                TimeUnit.NANOSECONDS.toMillis(nanos));
        if (UpstoxErrors.rateLimited(failure)) {
            limiter(endpoint.group()).backOff(nanos);
        } else {
            sleeper.sleep(nanos);
        }
    }

    private RateLimiter limiter(RateGroup group) {
        return Objects.requireNonNull(limiters.get(group));
    }
}
