package in.sauda.simulator.angel;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.time.TimeSource;
import in.sauda.simulator.SimulatedCredentials;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.exchange.GttBook;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.market.CandleHistory;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import in.sauda.simulator.master.MasterFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The Angel One wire on one loopback port.
public final class AngelServer extends LoopbackServer {
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
        super(port, "simulator-http");
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
        server().setHandler(new WireHandler(server(), rest, new MasterDownload(master), hub, orderHub, logins, faults));
        faults.attach(this);
    }

    public URI stream() {
        return socket(WireHandler.STREAM);
    }

    public URI orderUpdates() {
        return socket(WireHandler.ORDER_UPDATES);
    }

    private URI socket(String path) {
        return address("ws", path);
    }

    public URI master() {
        return rest().resolve(MasterDownload.PATH);
    }

    @Override
    protected List<Connections> kinds() {
        return List.of(hub.connections(), orderHub.connections());
    }

    @Override
    public void endLogins() {
        logins.endAll();
    }

    @Override
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

    @Override
    public long packets() {
        return hub.packets();
    }
}
