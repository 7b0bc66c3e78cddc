package in.sauda.simulator.angel;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.time.TimeSource;
import in.sauda.simulator.SimulatedCredentials;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.exchange.GttBook;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.faults.FaultTarget;
import in.sauda.simulator.faults.Line;
import in.sauda.simulator.market.CandleHistory;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import in.sauda.simulator.master.MasterFile;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The Angel One wire on one loopback port.
public final class AngelServer implements FaultTarget, AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Server server;
    private final ServerConnector connector;
    private final StreamHub hub;
    private final OrderHub orderHub;
    private final RateLimiter limiter;
    private final OrderReader orders;
    private final RestHandler rest;
    private final Logins logins;

    /// @param master the file to serve, made on first use
    public AngelServer(
            int port,
            SimulatedCredentials account,
            TimeSource time,
            Market market,
            ContractCatalog catalog,
            Exchange exchange,
            GttBook rules,
            Supplier<MasterFile> master,
            FaultInjector faults) {
        QueuedThreadPool threads = new QueuedThreadPool(32, 4);
        threads.setName("simulator-http");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        logins = new Logins(account, time, market.clock(), faults);
        limiter = new RateLimiter(time);
        hub = new StreamHub(market, catalog, new PacketMapper(market.date(), exchange, faults::skewMillis), faults);
        OrderJson json = new OrderJson(faults::skewMillis);
        orderHub = new OrderHub(market, account.clientcode(), json, faults);
        exchange.addOrderListener(orderHub);
        orders = new OrderReader(catalog);
        List<Endpoint> endpoints = new ArrayList<>(new AccountEndpoints(logins, faults).all());
        endpoints.addAll(
                new QuoteEndpoints(market, catalog, new QuoteJson(market.date(), exchange, faults::skewMillis)).all());
        endpoints.addAll(new HistoryEndpoints(market, catalog, new CandleHistory(market.tapes())).all());
        endpoints.addAll(new OrderEndpoints(market, exchange, orders, json).all());
        endpoints.addAll(new PortfolioEndpoints(market, catalog, exchange).all());
        endpoints.addAll(new GttEndpoints(market, catalog, rules, account).all());
        endpoints.addAll(new CostEndpoints(catalog).all());
        endpoints.addAll(new DerivativeEndpoints(market, catalog).all());
        endpoints.addAll(new EdisEndpoints().all());
        rest = new RestHandler(endpoints, logins, limiter, faults);
        server.setHandler(new WireHandler(server, rest, new MasterDownload(master), hub, orderHub, logins, faults));
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

    public URI rest() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
    }

    public URI stream() {
        return socket(WireHandler.STREAM);
    }

    public URI orderUpdates() {
        return socket(WireHandler.ORDER_UPDATES);
    }

    private URI socket(String path) {
        return URI.create("ws://" + LOOPBACK + ":" + connector.getLocalPort() + path);
    }

    public URI master() {
        return rest().resolve(MasterDownload.PATH);
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
        return Stream.of(hub.connections(), orderHub.connections())
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

    /// What anybody listens to. Call it inside {@link Market#locked}.
    public List<Contract> subscribed() {
        return hub.subscribed();
    }

    /// Takes orders and rules only from this address, as the broker does since 1 Apr 2026; empty: from anywhere.
    public void registerAddress(Optional<String> address) {
        rest.register(address);
    }

    /// Serves the twenty-level mode, which the broker switched off on 25 Apr 2025.
    public void serveDepth20(boolean wanted) {
        hub.serveDepth20(wanted);
    }

    /// Switches the rate limits of protocol 1.23 off and on again.
    public void setRateLimits(boolean enabled) {
        limiter.setEnabled(enabled);
    }

    /// Lets MARKET and IOC orders through, which the broker has refused from the API since 1 Apr 2026.
    public void allowMarketOrders(boolean allowed) {
        orders.allowMarketOrders(allowed);
    }

    /// Open stream connections.
    public int connections() {
        return hub.connections().count();
    }

    /// Open order-update connections.
    public int orderConnections() {
        return orderHub.connections().count();
    }

    /// Starts of the minutes in which packets of that instrument vanished without a trace, oldest first.
    public Set<Long> vanishedMinutes(InstrumentKey key) {
        return hub.connections().vanished().minutes(key);
    }

    /// Frames given up because a client read too slowly.
    public long droppedFrames() {
        return hub.connections().dropped().get();
    }

    /// Packets encoded since the start.
    public long packets() {
        return hub.packets();
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
