package in.sauda.broker.upstox.session;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.upstox.mapping.AccountMapping;
import in.sauda.broker.upstox.mapping.KeyBook;
import in.sauda.broker.upstox.orders.UpstoxOrderGateway;
import in.sauda.broker.upstox.rest.Endpoint;
import in.sauda.broker.upstox.rest.HttpTransport;
import in.sauda.broker.upstox.rest.HttpTransport.Patience;
import in.sauda.broker.upstox.rest.Request;
import in.sauda.broker.upstox.rest.RestClient;
import in.sauda.broker.upstox.rest.UpstoxEndpoints;
import in.sauda.broker.upstox.rest.UpstoxErrors;
import in.sauda.broker.upstox.stream.FeedWiring;
import in.sauda.broker.upstox.stream.PortfolioStream;
import in.sauda.broker.upstox.stream.UpstoxFeed;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One logged-in account: owns its sockets, threads and token.
public final class UpstoxSession implements BrokerSession {
    private static final Logger LOG = LoggerFactory.getLogger(UpstoxSession.class);
    private static final long LOGOUT_QUEUE_NANOS = TimeUnit.SECONDS.toNanos(1);
    /// Both spellings are sent at the moment; the second is going to disappear.
    private static final List<String> ADDRESS_NAMES = List.of("authorized_redirect_uri", "authorizedRedirectUri");

    private final HttpTransport transport;
    private final Login login;
    private final RestClient client;
    private final TaskTimer timer;
    private final AccountProfile profile;
    private final UpstoxFeed feed;
    private final UpstoxHistory history;
    private final UpstoxOrderGateway orders;
    private final PortfolioStream updates;
    private final UpstoxPortfolio portfolio;
    private final UpstoxQuotes quotes;
    private final UpstoxOptions options;
    private final UpstoxDerivatives derivatives;
    private final UpstoxAddressCheck address;
    private final UpstoxCosts costs;
    private final UpstoxTriggers triggers;
    private final UpstoxDesk desk;
    private final UpstoxMarket market;
    private final AtomicBoolean closed = new AtomicBoolean();

    private UpstoxSession(
            UpstoxEndpoints endpoints,
            HttpTransport transport,
            Login login,
            AccountProfile profile,
            Credentials credentials,
            BrokerContext context,
            TaskTimer timer) {
        this.transport = transport;
        this.login = login;
        this.client = login.client();
        this.timer = timer;
        this.profile = profile;
        KeyBook keys = new KeyBook(context.instruments());
        Calls calls = new Calls(client);
        ModeGuard modes = new ModeGuard("Upstox", endpoints.overridden(), endpoints.loopback());
        this.feed = new UpstoxFeed(new FeedWiring(
                () -> signed(Request.of(Endpoint.FEED_AUTHORIZE)),
                CredentialNames.budgets(credentials),
                CredentialNames.connections(credentials),
                keys::wireKey,
                context.publishers(),
                context.feedStates(),
                context.phases(),
                timer,
                context.time(),
                context.random()));
        this.history = new UpstoxHistory(calls, keys);
        this.portfolio = new UpstoxPortfolio(calls, modes, keys);
        this.quotes = new UpstoxQuotes(calls, keys, context.time());
        this.options = new UpstoxOptions(calls, keys, context.time());
        this.derivatives = new UpstoxDerivatives(options, history, keys);
        this.costs = new UpstoxCosts(calls, keys);
        this.triggers = new UpstoxTriggers(calls, modes, keys, quotes);
        this.address = new UpstoxAddressCheck(endpoints, transport, calls);
        this.orders = new UpstoxOrderGateway(
                client, modes, keys, login::readOnly, context.orderEvents(), timer, context.time());
        this.desk = new UpstoxDesk(calls, modes, keys, orders);
        this.market = new UpstoxMarket(calls);
        this.updates = new PortfolioStream(
                () -> signed(Request.of(Endpoint.PORTFOLIO_AUTHORIZE)
                        .with("update_types", "order,position,holding,gtt_order")),
                orders.updates(),
                timer,
                context.time(),
                context.random());
        updates.connect();
    }

    /// Logs in and reads the profile. The timer belongs to the session from then on.
    ///
    /// @throws BrokerException when the login is refused or the broker cannot be reached; nothing stays open then
    public static UpstoxSession open(
            UpstoxEndpoints endpoints,
            Credentials credentials,
            BrokerContext context,
            TaskTimer timer,
            Sleeper sleeper,
            Patience patience)
            throws BrokerException {
        HttpTransport transport = new HttpTransport(endpoints, patience, CredentialNames.algo(credentials));
        try {
            Login login = new Login(
                    endpoints,
                    credentials,
                    context.time(),
                    context.browser(),
                    tokens -> new RestClient(transport, tokens, context.time(), sleeper, context.random()));
            login.begin();
            AccountProfile profile =
                    new Calls(login.client()).read(Request.of(Endpoint.PROFILE), AccountMapping::profile);
            return new UpstoxSession(endpoints, transport, login, profile, credentials, context, timer);
        } catch (BrokerException refused) {
            transport.close();
            timer.close();
            throw refused;
        }
    }

    private String signed(Request request) throws BrokerException {
        JsonNode data = client.read(request);
        return ADDRESS_NAMES.stream()
                .map(name -> data.path(name).asText(""))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseThrow(() -> new BrokerException(UpstoxErrors.unreadable("there is no address of the socket")));
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
        return Optional.of(quotes);
    }

    @Override
    public Optional<DerivativesData> derivatives() {
        return Optional.of(derivatives);
    }

    @Override
    public Optional<OptionData> options() {
        return Optional.of(options);
    }

    @Override
    public Optional<Costs> costs() {
        return Optional.of(costs);
    }

    @Override
    public Optional<TriggerOrders> triggers() {
        return Optional.of(triggers);
    }

    @Override
    public Optional<OrderDesk> desk() {
        return Optional.of(desk);
    }

    @Override
    public Optional<MarketInformation> market() {
        return Optional.of(market);
    }

    @Override
    public Optional<InstrumentLookup> lookup() {
        return Optional.empty();
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
            updates.close();
            orders.close();
            timer.close();
            logOut();
            login.forget();
            transport.close();
        }
    }

    private void logOut() {
        if (client.reserve(Endpoint.LOGOUT, Urgency.USUAL, LOGOUT_QUEUE_NANOS)
                && client.sendOnce(Request.of(Endpoint.LOGOUT)) instanceof Reply.Failure failure) {
            LOG.info("logout from Upstox failed: {}", failure.failure().sentence());
        }
    }
}
