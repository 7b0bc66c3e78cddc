package in.sauda.simulator.upstox;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.time.TimeSource;
import in.sauda.simulator.angel.Connections;
import in.sauda.simulator.angel.LoopbackServer;
import in.sauda.simulator.angel.RateLimiter;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.exchange.GttBook;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The Upstox wire on one loopback port: every host of the broker is this one.
public final class UpstoxServer extends LoopbackServer {
    /// The interval is our own choice; the broker documents none (protocol 4.10).
    static final Duration PING = Duration.ofSeconds(15);

    private final Logins logins;
    private final RateLimiter limiter;
    private final FeedHub feed;
    private final PortfolioHub portfolio;
    private final Exchange exchange;
    private final ContractCatalog catalog;
    private final GttBook rules;
    private final KillSwitches switches;

    /// @param exchange keeps this broker's account
    public UpstoxServer(
            int port,
            UpstoxApp app,
            TimeSource time,
            Market market,
            ContractCatalog catalog,
            Exchange exchange,
            GttBook rules,
            FaultInjector faults) {
        super(port, "simulator-upstox");
        this.exchange = exchange;
        this.catalog = catalog;
        this.rules = rules;
        logins = new Logins(app, time, market.clock());
        limiter = new RateLimiter(time);
        WireKeys keys = new WireKeys(catalog);
        MinuteBars minutes = new MinuteBars(market);
        feed = new FeedHub(
                market, keys, new FeedEncoder(market, exchange, minutes, faults::skewMillis), minutes, app, faults);
        OrderJson json = new OrderJson(keys);
        portfolio = new PortfolioHub(json, app, faults);
        exchange.addOrderListener(portfolio);
        List<Endpoint> endpoints = new ArrayList<>(new AccountEndpoints(market, exchange, keys, logins).all());
        switches = new KillSwitches(market.clock());
        OrderEndpoints orders = new OrderEndpoints(market, exchange, keys, json, switches);
        endpoints.addAll(orders.all());
        endpoints.addAll(new OrderLists(market, exchange, keys, orders).all());
        endpoints.addAll(switches.all());
        endpoints.addAll(new MarketEndpoints(market, exchange, keys).all());
        endpoints.addAll(new CalendarEndpoints(market.clock()).all());
        endpoints.addAll(new OptionEndpoints(market, exchange, catalog, keys).all());
        endpoints.addAll(new CostEndpoints(keys).all());
        endpoints.addAll(new GttEndpoints(market, rules, keys).all());
        endpoints.addAll(SocketEndpoints.all(logins, this::socketRoot));
        RestRouter router = new RestRouter(endpoints, logins, limiter, faults);
        server().setHandler(new UpstoxHandler(
                server(), router, logins, new InstrumentFiles(keys), feed, portfolio, faults));
        faults.attach(this);
    }

    private String socketRoot() {
        return address("ws", "").toString();
    }

    /// The file of all instruments.
    public URI master() {
        return rest().resolve(InstrumentFiles.ROOT + "complete.json.gz");
    }

    /// A contract's key in this broker's master, which numbers indices as the exchange does.
    public InstrumentKey listed(InstrumentKey key) {
        return catalog.find(key.segment(), key.token())
                .map(contract -> new InstrumentKey(key.segment(), WireKeys.exchangeToken(contract)))
                .orElse(key);
    }

    public UpstoxApp app() {
        return logins.app();
    }

    /// A token that is good at once, for clients that begin with one.
    public String accessToken() {
        return logins.issue();
    }

    /// This broker's account; read it inside {@link Market#locked}.
    public Exchange exchange() {
        return exchange;
    }

    @Override
    protected List<Connections> kinds() {
        return List.of(feed.connections(), portfolio.connections());
    }

    @Override
    public void endLogins() {
        logins.endAll();
    }

    @Override
    public List<Contract> subscribed() {
        return feed.subscribed();
    }

    @Override
    public long packets() {
        return feed.frames();
    }

    /// Forgets orders, rules, positions and the kill switch; logins stay.
    public void reset() {
        rules.reset();
        exchange.reset();
        switches.reset();
    }

    /// Whether the account has the plan Plus, which has thirty levels of depth and more connections.
    public void servePlus(boolean wanted) {
        feed.plus(wanted);
    }

    /// Switches the rate limits off and on again.
    public void setRateLimits(boolean enabled) {
        limiter.setEnabled(enabled);
    }
}
