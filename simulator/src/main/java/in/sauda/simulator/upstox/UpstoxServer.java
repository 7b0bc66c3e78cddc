package in.sauda.simulator.upstox;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.time.TimeSource;
import in.sauda.simulator.angel.Connections;
import in.sauda.simulator.angel.RateLimiter;
import in.sauda.simulator.angel.SocketTruth;
import in.sauda.simulator.angel.WireSocket;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.exchange.GttBook;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.faults.FaultTarget;
import in.sauda.simulator.faults.Line;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.ContractCatalog;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The Upstox wire on one loopback port: every host of the broker is this one.
public final class UpstoxServer implements FaultTarget, AutoCloseable {
    /// The interval is our own choice; the broker documents none (protocol 4.10).
    static final Duration PING = Duration.ofSeconds(15);

    private static final String LOOPBACK = "127.0.0.1";

    private final Server server;
    private final ServerConnector connector;
    private final Logins logins;
    private final RateLimiter limiter;
    private final FeedHub feed;
    private final PortfolioHub portfolio;
    private final Exchange exchange;
    private final ContractCatalog catalog;

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
        this.exchange = exchange;
        this.catalog = catalog;
        QueuedThreadPool threads = new QueuedThreadPool(32, 4);
        threads.setName("simulator-upstox");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
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
        KillSwitches switches = new KillSwitches(market.clock());
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
        server.setHandler(
                new UpstoxHandler(server, router, logins, new InstrumentFiles(keys), feed, portfolio, faults));
        faults.attach(this);
    }

    /// @throws IOException with one clear sentence when the port is taken
    public void start() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw explained(e);
        }
    }

    private IOException explained(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new IOException(
                        "Port " + connector.getPort() + " on " + LOOPBACK
                                + " is already in use; choose another port, or 0 for any free one",
                        failure);
            }
        }
        return new IOException("The simulator's server could not start: " + failure.getMessage(), failure);
    }

    /// Root of every REST call, orders included.
    public URI rest() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
    }

    private String socketRoot() {
        return "ws://" + LOOPBACK + ":" + connector.getLocalPort();
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
    public void cut(Line line) {
        connections(line).forEach(Connections::cutAll);
    }

    @Override
    public void send(Line line, byte[] frame) {
        connections(line).forEach(kind -> kind.all().forEach(socket -> socket.sendBinary(frame)));
    }

    @Override
    public void endLogins() {
        logins.endAll();
    }

    @Override
    public void tick(long nanos) {
        connections(Line.BOTH).forEach(kind -> kind.tick(nanos));
    }

    private List<Connections> connections(Line line) {
        return Stream.of(feed.connections(), portfolio.connections())
                .filter(kind -> line.covers(kind.line()))
                .toList();
    }

    /// Counters of every open connection.
    public List<SocketTruth> sockets() {
        return connections(Line.BOTH).stream()
                .flatMap(kind -> kind.all().stream())
                .map(WireSocket::truth)
                .toList();
    }

    /// Frames of the feed encoded since the start.
    public long frames() {
        return feed.frames();
    }

    /// Switches the rate limits off and on again.
    public void setRateLimits(boolean enabled) {
        limiter.setEnabled(enabled);
    }

    @Override
    public void close() {
        try {
            server.setStopTimeout(0);
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The simulator's server did not stop cleanly", e);
        }
    }
}
