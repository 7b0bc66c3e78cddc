package in.sauda.simulator;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.time.TimeSource;
import in.sauda.simulator.angel.AngelServer;
import in.sauda.simulator.exchange.Exchange;
import in.sauda.simulator.exchange.GttBook;
import in.sauda.simulator.faults.FaultInjector;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.master.ContractCatalog;
import in.sauda.simulator.upstox.UpstoxApp;
import in.sauda.simulator.upstox.UpstoxServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A complete market day on loopback that speaks Angel One's wire protocol, and Upstox' beside it when asked:
/// a client
/// built for either broker works against it by changing only host names. Each broker has an account of its own.
///
/// Safe from any thread. Closing frees the port and ends every connection.
public final class Simulator implements AutoCloseable {
    private final SimulatedClock clock;
    private final Market market;
    private final Exchange exchange;
    private final GttBook rules;
    private final MarketThread marketThread;
    private final AngelServer server;
    private final ContractCatalog catalog;
    private final FaultInjector faults;
    private final World world;
    private final TimeSource time;
    private final long seed;
    private @Nullable UpstoxServer upstox;
    private @Nullable FaultInjector upstoxFaults;

    private Simulator(
            SimulatedClock clock,
            Market market,
            Exchange exchange,
            GttBook rules,
            MarketThread marketThread,
            AngelServer server,
            ContractCatalog catalog,
            FaultInjector faults,
            World world,
            TimeSource time,
            long seed) {
        this.world = world;
        this.time = time;
        this.seed = seed;
        this.clock = clock;
        this.market = market;
        this.exchange = exchange;
        this.rules = rules;
        this.marketThread = marketThread;
        this.server = server;
        this.catalog = catalog;
        this.faults = faults;
    }

    /// Starts serving at once.
    ///
    /// @throws IOException in one clear sentence: port in use, unreadable master
    /// @throws IllegalArgumentException when nothing trades on the chosen date
    public static Simulator start(SimulatorOptions options, TimeSource time) throws IOException {
        TradingCalendar calendar = TradingCalendar.bundled();
        if (!calendar.isTradingDay(options.date())) {
            throw new IllegalArgumentException(options.date() + " is not a trading day");
        }
        World world = World.create(options, calendar);
        SimulatedClock clock = new SimulatedClock(time, world.date(), options.start(), options.speed());
        Market market = new Market(world.tapes(), clock);
        Exchange exchange = new Exchange(market, world.holdings());
        GttBook rules = new GttBook(market, exchange);
        FaultInjector faults = new FaultInjector(time, clock, options.seed());
        AngelServer server = new AngelServer(
                options.port(),
                SimulatedCredentials.DEMO,
                time,
                market,
                world.catalog(),
                exchange,
                rules,
                world::masterFile,
                faults);
        server.start();
        MarketThread thread = new MarketThread(market, clock);
        thread.start();
        return new Simulator(
                clock, market, exchange, rules, thread, server, world.catalog(), faults, world, time, options.seed());
    }

    /// Serves the same market on the Upstox wire, too, on a port of its own; always the same server.
    ///
    /// @param port loopback port, 0 for any free one; only the first call decides
    /// @throws IOException in one clear sentence: port in use
    public synchronized UpstoxServer upstox(int port) throws IOException {
        UpstoxServer running = upstox;
        if (running != null) {
            return running;
        }
        FaultInjector injector = new FaultInjector(time, clock, seed);
        Exchange account = new Exchange(market, world.holdings());
        UpstoxServer fresh = new UpstoxServer(
                port, UpstoxApp.DEMO, time, market, catalog, account, new GttBook(market, account), injector);
        fresh.start();
        upstox = fresh;
        upstoxFaults = injector;
        return fresh;
    }

    /// Makes things go wrong on the Upstox wire.
    ///
    /// @throws IllegalStateException when that wire is not served
    public synchronized FaultInjector upstoxFaults() {
        FaultInjector injector = upstoxFaults;
        if (injector == null) {
            throw new IllegalStateException("the Upstox wire is not served");
        }
        return injector;
    }

    /// Root of the REST calls, {@code http://127.0.0.1:port}.
    public URI rest() {
        return server.rest();
    }

    /// The smart-stream.
    public URI stream() {
        return server.stream();
    }

    /// The order-update socket.
    public URI orderUpdates() {
        return server.orderUpdates();
    }

    /// The scrip master file.
    public URI master() {
        return server.master();
    }

    public SimulatedCredentials credentials() {
        return SimulatedCredentials.DEMO;
    }

    public SimulatedClock clock() {
        return clock;
    }

    /// The market itself, for tests that compare what a client saw with what happened.
    public Market market() {
        return market;
    }

    /// The order book and the account; read them inside {@link Market#locked}.
    public Exchange exchange() {
        return exchange;
    }

    public ContractCatalog catalog() {
        return catalog;
    }

    /// Makes things go wrong.
    public FaultInjector faults() {
        return faults;
    }

    /// What really happened, to compare with what a client saw.
    public Truth truth() {
        return new Truth(market, exchange, server, catalog, faults);
    }

    /// The same about the account and the connections of the Upstox wire.
    ///
    /// @throws IllegalStateException when that wire is not served
    public synchronized Truth upstoxTruth() {
        UpstoxServer server = served();
        return new Truth(market, server.exchange(), server, catalog, upstoxFaults());
    }

    /// The Upstox wire where it is served.
    ///
    /// @throws IllegalStateException when it is not
    public synchronized UpstoxServer served() {
        UpstoxServer running = upstox;
        if (running == null) {
            throw new IllegalStateException("the Upstox wire is not served");
        }
        return running;
    }

    /// Forgets orders, rules, positions and faults of every wire; the market goes on and logins stay.
    public synchronized void reset() {
        if (upstox != null) {
            upstoxFaults().clear();
            upstox.reset();
        }
        faults.clear();
        rules.reset();
        exchange.reset();
    }

    public AngelServer server() {
        return server;
    }

    /// Instruments a demo should watch: indices, ten liquid shares, near futures, options at the money.
    public List<InstrumentKey> watchlist() {
        return new DemoSymbols(catalog).watchlist();
    }

    /// About two hundred liquid instruments.
    public List<InstrumentKey> activeSymbols() {
        return new DemoSymbols(catalog).active();
    }

    /// Steps of the market that failed, 0 in a healthy simulator.
    public long failedSteps() {
        return marketThread.failures();
    }

    @Override
    public void close() {
        marketThread.close();
        closeUpstox();
        faults.close();
        server.close();
    }

    private synchronized void closeUpstox() {
        if (upstoxFaults != null) {
            upstoxFaults.close();
        }
        if (upstox != null) {
            upstox.close();
        }
    }
}
