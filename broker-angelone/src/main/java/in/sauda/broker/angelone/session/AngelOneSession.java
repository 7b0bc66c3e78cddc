package in.sauda.broker.angelone.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sauda.broker.angelone.mapping.AccountMapping;
import in.sauda.broker.angelone.orders.AngelOneOrderGateway;
import in.sauda.broker.angelone.rest.AngelOneEndpoints;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.rest.HttpTransport;
import in.sauda.broker.angelone.rest.HttpTransport.Patience;
import in.sauda.broker.angelone.rest.RestClient;
import in.sauda.broker.angelone.stream.FeedLimits;
import in.sauda.broker.angelone.stream.FeedWiring;
import in.sauda.broker.angelone.stream.OrderUpdateSocket;
import in.sauda.broker.angelone.stream.SmartStreamFeed;
import in.sauda.core.broker.AccountProfile;
import in.sauda.core.broker.AddressCheck;
import in.sauda.core.broker.BrokerContext;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.Costs;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.broker.History;
import in.sauda.core.broker.InstrumentLookup;
import in.sauda.core.broker.MarketFeed;
import in.sauda.core.broker.MarketInformation;
import in.sauda.core.broker.OptionData;
import in.sauda.core.broker.OrderDesk;
import in.sauda.core.broker.OrderGateway;
import in.sauda.core.broker.Portfolio;
import in.sauda.core.broker.Quotes;
import in.sauda.core.broker.RateUse;
import in.sauda.core.broker.TriggerOrders;
import in.sauda.core.broker.support.ModeGuard;
import in.sauda.core.broker.support.Reply;
import in.sauda.core.broker.support.Sleeper;
import in.sauda.core.broker.support.TaskTimer;
import in.sauda.core.broker.support.Urgency;
import in.sauda.core.time.TimeSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One logged-in account: owns its sockets, threads and tokens.
public final class AngelOneSession implements BrokerSession {
    private static final Logger LOG = LoggerFactory.getLogger(AngelOneSession.class);
    public static final TriggerOrders.Limits TRIGGER_LIMITS = AngelOneTriggers.LIMITS;

    private static final long LOGOUT_QUEUE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HttpTransport transport;
    private final Login login;
    private final RestClient client;
    private final TaskTimer timer;
    private final AccountProfile profile;
    private final SmartStreamFeed feed;
    private final AngelOneHistory history;
    private final AngelOneOrderGateway orders;
    private final Optional<OrderUpdateSocket> updates;
    private final SessionParts parts;
    private final AngelOneAddressCheck address;
    private final AtomicBoolean closed = new AtomicBoolean();

    private AngelOneSession(Base base, AccountProfile profile, BrokerContext context) {
        this.transport = base.transport();
        this.login = base.login();
        this.client = base.client();
        this.timer = base.timer();
        this.profile = profile;
        AngelOneEndpoints endpoints = base.endpoints();
        HandshakeLogin handshake = new HandshakeLogin(login, base.apiKey());
        this.feed = new SmartStreamFeed(new FeedWiring(
                endpoints.stream(),
                base.feedLimits(),
                handshake,
                context.publishers(),
                context.feedStates(),
                context.phases(),
                timer,
                context.time(),
                context.random()));
        this.history = new AngelOneHistory(client);
        ModeGuard modes = new ModeGuard("Angel One", endpoints.overridden(), endpoints.loopback());
        this.parts = SessionParts.of(new Calls(client), modes, context.time());
        this.address = new AngelOneAddressCheck(endpoints, transport, base.registeredIp());
        this.orders = new AngelOneOrderGateway(client, modes, context.orderEvents(), timer, context.time());
        this.updates = endpoints.orderUpdates().isEmpty()
                ? Optional.empty()
                : Optional.of(new OrderUpdateSocket(
                        endpoints.orderUpdates(),
                        handshake,
                        orders.updates(),
                        timer,
                        context.time(),
                        context.random()));
        updates.ifPresent(OrderUpdateSocket::connect);
        new MidnightRenewal(login, timer, context.time(), context.random()).start();
    }

    /// What a session is built from before it knows whose account it is.
    private record Base(
            AngelOneEndpoints endpoints,
            String apiKey,
            String registeredIp,
            FeedLimits feedLimits,
            HttpTransport transport,
            Login login,
            RestClient client,
            TaskTimer timer) {}

    /// Everything that only asks the broker something.
    private record SessionParts(
            AngelOnePortfolio portfolio,
            AngelOneQuotes quotes,
            AngelOneDerivatives derivatives,
            AngelOneCosts costs,
            AngelOneTriggers triggers,
            AngelOneLookup lookup) {
        static SessionParts of(Calls calls, ModeGuard modes, TimeSource time) {
            return new SessionParts(
                    new AngelOnePortfolio(calls, modes, time),
                    new AngelOneQuotes(calls, time),
                    new AngelOneDerivatives(calls),
                    new AngelOneCosts(calls),
                    new AngelOneTriggers(calls, modes),
                    new AngelOneLookup(calls));
        }
    }

    /// Logs in and reads the profile. The timer belongs to the session from then on.
    ///
    /// @param feedLimits how many sockets, and how much on each
    /// @throws BrokerException when the login is refused or the broker cannot be reached; nothing stays open
    ///     then
    public static AngelOneSession open(
            AngelOneEndpoints endpoints,
            Credentials credentials,
            BrokerContext context,
            FeedLimits feedLimits,
            TaskTimer timer,
            Sleeper sleeper,
            Patience patience)
            throws BrokerException {
        String apiKey = credentials.get(CredentialNames.API_KEY).strip();
        HttpTransport transport = new HttpTransport(endpoints, apiKey, patience);
        try {
            Login login = new Login(transport, credentials, context.time(), sleeper, context.random());
            login.renew("");
            RestClient client = new RestClient(transport, login, context.time(), sleeper, context.random());
            AccountProfile profile = AccountMapping.profile(client.read(Endpoint.PROFILE), login.clientCode());
            String registeredIp = credentials.get(CredentialNames.REGISTERED_IP).strip();
            Base base = new Base(endpoints, apiKey, registeredIp, feedLimits, transport, login, client, timer);
            return new AngelOneSession(base, profile, context);
        } catch (BrokerException refused) {
            transport.close();
            timer.close();
            throw refused;
        }
    }

    @Override
    public AccountProfile profile() {
        return profile;
    }

    @Override
    public long validUntilMillis() {
        return login.validUntilMillis();
    }

    @Override
    public Portfolio portfolio() {
        return parts.portfolio();
    }

    @Override
    public MarketFeed feed() {
        return feed;
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public OrderGateway orders() {
        return orders;
    }

    @Override
    public Optional<Quotes> quotes() {
        return Optional.of(parts.quotes());
    }

    @Override
    public Optional<DerivativesData> derivatives() {
        return Optional.of(parts.derivatives());
    }

    @Override
    public Optional<OptionData> options() {
        return Optional.empty();
    }

    @Override
    public Optional<Costs> costs() {
        return Optional.of(parts.costs());
    }

    @Override
    public Optional<TriggerOrders> triggers() {
        return Optional.of(parts.triggers());
    }

    @Override
    public Optional<OrderDesk> desk() {
        return Optional.empty();
    }

    @Override
    public Optional<MarketInformation> market() {
        return Optional.empty();
    }

    @Override
    public Optional<InstrumentLookup> lookup() {
        return Optional.of(parts.lookup());
    }

    @Override
    public Optional<AddressCheck> address() {
        return Optional.of(address);
    }

    @Override
    public List<RateUse> rates() {
        return client.rates();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            feed.disconnect();
            updates.ifPresent(OrderUpdateSocket::close);
            orders.close();
            timer.close();
            logOut();
            login.forget();
            transport.close();
        }
    }

    private void logOut() {
        if (client.reserve(Endpoint.LOGOUT, Urgency.USUAL, LOGOUT_QUEUE_NANOS)) {
            Reply reply = client.sendOnce(
                    Endpoint.LOGOUT, JsonNodeFactory.instance.objectNode().put("clientcode", login.clientCode()));
            if (reply instanceof Reply.Failure failure) {
                LOG.info("logout from Angel One failed: {}", failure.failure().sentence());
            }
        }
    }
}
