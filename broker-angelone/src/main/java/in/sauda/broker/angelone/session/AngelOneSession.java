package in.sauda.broker.angelone.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sauda.broker.angelone.mapping.AccountMapping;
import in.sauda.broker.angelone.orders.AngelOneOrderGateway;
import in.sauda.broker.angelone.orders.ModeGuard;
import in.sauda.broker.angelone.rest.AngelOneEndpoints;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.rest.HttpTransport;
import in.sauda.broker.angelone.rest.HttpTransport.Patience;
import in.sauda.broker.angelone.rest.Reply;
import in.sauda.broker.angelone.rest.RestClient;
import in.sauda.broker.angelone.rest.Sleeper;
import in.sauda.broker.angelone.stream.SmartStreamFeed;
import in.sauda.broker.angelone.timer.TaskTimer;
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
import in.sauda.core.broker.OrderGateway;
import in.sauda.core.broker.Portfolio;
import in.sauda.core.broker.Quotes;
import in.sauda.core.broker.RateUse;
import in.sauda.core.broker.TriggerOrders;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One logged-in account: owns its sockets, threads and tokens.
public final class AngelOneSession implements BrokerSession {
    private static final Logger LOG = LoggerFactory.getLogger(AngelOneSession.class);
    private static final long LOGOUT_QUEUE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HttpTransport transport;
    private final Login login;
    private final RestClient client;
    private final TaskTimer timer;
    private final AccountProfile profile;
    private final SmartStreamFeed feed;
    private final AngelOneHistory history;
    private final AngelOnePortfolio portfolio;
    private final AngelOneOrderGateway orders;
    private final AtomicBoolean closed = new AtomicBoolean();

    private AngelOneSession(Parts parts, AccountProfile profile, BrokerContext context) {
        this.transport = parts.transport();
        this.login = parts.login();
        this.client = parts.client();
        this.timer = parts.timer();
        this.profile = profile;
        AngelOneEndpoints endpoints = parts.endpoints();
        this.feed = new SmartStreamFeed(
                endpoints.stream(),
                parts.subscriptionLimit(),
                new HandshakeLogin(login, parts.apiKey()),
                context.publishers().get(),
                context.feedStates(),
                timer,
                context.time(),
                context.random());
        this.history = new AngelOneHistory(client);
        ModeGuard modes = new ModeGuard(endpoints.overridden(), endpoints.loopback());
        this.portfolio = new AngelOnePortfolio(new Calls(client), modes, context.time());
        this.orders = new AngelOneOrderGateway(client, modes, context.orderEvents(), timer, context.time());
    }

    /// What a session is built from before it knows whose account it is.
    private record Parts(
            AngelOneEndpoints endpoints,
            String apiKey,
            int subscriptionLimit,
            HttpTransport transport,
            Login login,
            RestClient client,
            TaskTimer timer) {}

    /// Logs in and reads the profile. The timer belongs to the session from then on.
    ///
    /// @param subscriptionLimit instruments one socket may carry
    /// @throws BrokerException when the login is refused or the broker cannot be reached; nothing stays open
    ///     then
    public static AngelOneSession open(
            AngelOneEndpoints endpoints,
            Credentials credentials,
            BrokerContext context,
            int subscriptionLimit,
            TaskTimer timer,
            Sleeper sleeper,
            Patience patience)
            throws BrokerException {
        String apiKey = credentials.get(CredentialNames.API_KEY).strip();
        HttpTransport transport = new HttpTransport(endpoints.rest(), apiKey, patience);
        try {
            Login login = new Login(transport, credentials, context.time(), sleeper, context.random());
            login.renew("");
            RestClient client = new RestClient(transport, login, context.time(), sleeper, context.random());
            AccountProfile profile = AccountMapping.profile(client.read(Endpoint.PROFILE), login.clientCode());
            Parts parts = new Parts(endpoints, apiKey, subscriptionLimit, transport, login, client, timer);
            return new AngelOneSession(parts, profile, context);
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
        return portfolio;
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
        return Optional.empty();
    }

    @Override
    public Optional<DerivativesData> derivatives() {
        return Optional.empty();
    }

    @Override
    public Optional<Costs> costs() {
        return Optional.empty();
    }

    @Override
    public Optional<TriggerOrders> triggers() {
        return Optional.empty();
    }

    @Override
    public Optional<InstrumentLookup> lookup() {
        return Optional.empty();
    }

    @Override
    public Optional<AddressCheck> address() {
        return Optional.empty();
    }

    @Override
    public List<RateUse> rates() {
        return client.rates();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            feed.disconnect();
            orders.close();
            timer.close();
            logOut();
            login.forget();
            transport.close();
        }
    }

    private void logOut() {
        if (client.reserve(Endpoint.LOGOUT, LOGOUT_QUEUE_NANOS)) {
            Reply reply = client.sendOnce(
                    Endpoint.LOGOUT, JsonNodeFactory.instance.objectNode().put("clientcode", login.clientCode()));
            if (reply instanceof Reply.Failure failure) {
                LOG.info("logout from Angel One failed: {}", failure.failure().sentence());
            }
        }
    }
}
