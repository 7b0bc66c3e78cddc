package in.sauda.app.session;

import in.sauda.app.login.LoginProgress;
import in.sauda.app.login.LoginRequest;
import in.sauda.app.shell.SpeedControl;
import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerContext;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerLink;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.InstrumentSource;
import in.sauda.core.broker.StockLists;
import in.sauda.core.broker.support.FeedPair;
import in.sauda.core.broker.support.SourceGate;
import in.sauda.core.calendar.CalendarFile;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.engine.CoreSettings;
import in.sauda.core.engine.EngineParts;
import in.sauda.core.engine.TerminalCore;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.Interest;
import in.sauda.core.health.HealthHome;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.InstrumentService;
import in.sauda.core.instruments.Listings;
import in.sauda.core.instruments.MasterSource;
import in.sauda.core.instruments.SearchQuery;
import in.sauda.core.journal.JournalRecorder;
import in.sauda.core.journal.JournalWriter;
import in.sauda.core.storage.Database;
import in.sauda.core.storage.JdbiStores;
import in.sauda.core.storage.StoredDays;
import in.sauda.core.storage.Stores;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.MarketClock;
import in.sauda.core.time.TimeSource;
import in.sauda.core.timeline.Timeline;
import in.sauda.core.timeline.TimelineLog;
import in.sauda.core.universe.ShareLists;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import in.sauda.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens sessions. Blocks for seconds; call it off the FX thread. Whatever was opened is closed again when a
/// later step fails.
public final class SessionStart {
    private static final Logger LOG = LoggerFactory.getLogger(SessionStart.class);
    private static final String STRATEGY_OWNER = "strategies";
    private static final SearchQuery ALL_SHARES =
            new SearchQuery("", Set.of(InstrumentCategory.EQUITY), Set.of("NSE"), 5_000);

    /// An account may hold anything, so its session opens with the whole list.
    private static final Predicate<InstrumentDirectory> NEEDS_ALL = InstrumentDirectory::complete;

    /// Without a price nobody says that the session has settled.
    private static final long SETTLED_AFTER_SECONDS = 4;

    private final TimeSource time;
    private final LoginSteps steps;
    private final long startedNanos;
    private CalendarFile.Loaded hours = new CalendarFile.Loaded(TradingCalendar.bundled(), false, "");
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private final SourceGate gate = new SourceGate();
    private @Nullable Second second;

    private SessionStart(TimeSource time) {
        this(time, new LoginSteps());
    }

    private SessionStart(TimeSource time, LoginSteps steps) {
        this.time = time;
        this.steps = steps;
        this.startedNanos = time.nanos();
    }

    private void reached(String step) {
        LOG.info("{} after {} ms", step, (time.nanos() - startedNanos) / 1_000_000);
    }

    /// Starts the local exchange and a terminal that is logged in to it over the wire.
    ///
    /// @throws CompletionException with the cause a user should be told
    public static TerminalSession demo(
            Path home, DemoOptions demo, TradingMode mode, TimeSource time, Progress progress) {
        return demo(home, demo, mode, time, progress, exchange -> {});
    }

    /// The same for somebody who also wants to meddle with the exchange.
    ///
    /// @param opened told the exchange as soon as it runs
    static TerminalSession demo(
            Path home,
            DemoOptions demo,
            TradingMode mode,
            TimeSource time,
            Progress progress,
            Consumer<Simulator> opened) {
        return new SessionStart(time).guarded(start -> start.openDemo(home, demo, mode, progress, opened));
    }

    /// Joins a local exchange another process serves.
    ///
    /// @throws CompletionException with the cause a user should be told
    public static TerminalSession served(
            Path home, ServedExchange exchange, int symbols, TradingMode mode, TimeSource time) {
        return new SessionStart(time).guarded(start -> start.openServed(home, exchange, symbols, mode));
    }

    /// Joins both wires of a local exchange another process serves; Upstox' stands by.
    ///
    /// @param line what {@code sauda simulate --broker both} printed
    /// @throws IllegalArgumentException when the text is not such a line
    /// @throws CompletionException with the cause a user should be told
    public static TerminalSession servedOnBoth(Path home, String line, int symbols, TradingMode mode, TimeSource time) {
        ServedExchange exchange = ServedExchange.parse(line);
        Second upstox = new Second(Brokers.named(DemoOptions.UPSTOX), ServedUpstox.parse(line));
        return new SessionStart(time).guarded(start -> {
            start.second = upstox;
            return start.openServed(home, exchange, symbols, mode);
        });
    }

    /// Logs in at a broker.
    ///
    /// @throws CompletionException with the cause a user should be told, a {@link BrokerException} when the
    ///     broker
    ///     refused
    public static TerminalSession live(
            Path home, LoginRequest request, TradingMode mode, TimeSource time, LoginProgress progress) {
        return new SessionStart(time, new LoginSteps(progress)).guarded(start -> start.openLive(home, request, mode));
    }

    @FunctionalInterface
    private interface Opening {
        TerminalSession open(SessionStart start) throws IOException, BrokerException;
    }

    private TerminalSession guarded(Opening opening) {
        try {
            return opening.open(this);
        } catch (IOException | BrokerException | RuntimeException e) {
            TerminalSession.closeAll(resources);
            throw e instanceof CompletionException wrapped ? wrapped : new CompletionException(e);
        }
    }

    private TerminalSession openDemo(
            Path home, DemoOptions demo, TradingMode mode, Progress progress, Consumer<Simulator> opened)
            throws IOException, BrokerException {
        hours = CalendarFile.of(home);
        Path folder = home.resolve(demo.folder());
        progress.busyWith("Opening the local exchange and the database …");
        Broker broker = Brokers.named(demo.both() ? DemoOptions.ANGEL_ONE : demo.broker());
        CompletableFuture<DemoWire> served = new CompletableFuture<>();
        Simulator exchange;
        DemoWire wire;
        Kept kept;
        try (ExecutorService parallel = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Kept> loading = CompletableFuture.supplyAsync(
                    () -> kept(
                            folder,
                            broker,
                            new LateSource(
                                    () -> broker.instruments(served.join().endpoints()))),
                    parallel);
            exchange = keep(Simulator.start(demo.market(), time));
            reached("Local exchange open");
            opened.accept(exchange);
            wire = demo.upstox() ? DemoWire.upstox(exchange) : DemoWire.angelOne(exchange, time);
            served.complete(wire);
            kept = loading.join();
        } finally {
            served.completeExceptionally(new IllegalStateException("the exchange did not open"));
        }
        progress.busyWith("Logging in and reading the instruments …");
        if (demo.both()) {
            second = new Second(Brokers.named(DemoOptions.UPSTOX), DemoWire.upstox(exchange));
        }
        List<InstrumentKey> watched = wire.listed(exchange.watchlist());
        Running running = run(
                folder,
                () -> kept,
                broker,
                wire.endpoints(),
                wire.credentials(),
                mode,
                exchange.clock(),
                directory ->
                        watched.stream().allMatch(key -> directory.find(key).isPresent()));
        List<InstrumentKey> active = wire.listed(exchange.activeSymbols());
        Runnable watch = () -> running.core()
                .send(new Command.Watch(
                        STRATEGY_OWNER, named(running, active, demo.symbols()), FeedMode.QUOTE, Interest.STRATEGY));
        return session(
                running,
                mode,
                "Demo exchange",
                broker,
                exchange.clock(),
                new DemoSpeed(exchange.clock()),
                named(running, watched, Integer.MAX_VALUE),
                () -> {
                    if (!running.arrival().all().isDone()) {
                        watch.run();
                    }
                    CompletableFuture<?> _ = running.arrival().all().thenRun(watch);
                });
    }

    private TerminalSession openServed(Path home, ServedExchange served, int symbols, TradingMode mode)
            throws IOException, BrokerException {
        hours = CalendarFile.of(home);
        Path folder = home.resolve("demo/served-" + served.date());
        Broker broker = Brokers.named("angelone");
        MarketClock clock = served.clock(time);
        Running running = run(
                folder,
                () -> kept(folder, broker, broker.instruments(served.endpoints())),
                broker,
                served.endpoints(),
                served.credentials(),
                mode,
                clock,
                NEEDS_ALL);
        List<Instrument> active = running.instruments().directory().search(ALL_SHARES).stream()
                .filter(Instrument::closingAuction)
                .limit(symbols)
                .toList();
        running.core().send(new Command.Watch(STRATEGY_OWNER, active, FeedMode.QUOTE, Interest.STRATEGY));
        return session(running, mode, "Served exchange", broker, clock, null, List.of(), () -> {});
    }

    private TerminalSession openLive(Path home, LoginRequest request, TradingMode mode)
            throws IOException, BrokerException {
        hours = CalendarFile.of(home);
        Broker broker = request.broker();
        Map<String, String> endpoints = new HashMap<>(request.network());
        endpoints.putAll(Endpoints.of(broker.id()));
        steps.reach(broker, endpoints);
        MarketClock clock = time::wallMillis;
        TradingMode honest = mode == TradingMode.LIVE && Endpoints.onLoopback(endpoints) ? TradingMode.DEMO : mode;
        Running running = run(
                home,
                () -> kept(home, broker, broker.instruments(endpoints)),
                broker,
                endpoints,
                request.credentials(),
                honest,
                clock,
                NEEDS_ALL);
        steps.awaitFeed();
        return session(running, honest, broker.displayName(), broker, clock, null, List.of(), () -> {});
    }

    /// @param core started and attached to a logged-in session
    /// @param arrival of the instruments, which may go on after the session has opened
    private record Running(
            TerminalCore core,
            InstrumentService instruments,
            InstrumentArrival arrival,
            Junction junction,
            TerminalSession.Ground ground) {}

    /// What an earlier run left.
    private record Kept(Database database, InstrumentService instruments) {}

    private Kept kept(Path folder, Broker broker, InstrumentSource source) {
        Database database = keep(Database.open(folder, time));
        reached("Database open");
        InstrumentService instruments = keep(InstrumentService.open(
                database, folder, List.of(new MasterSource(broker.id().value(), source)), time));
        reached("Kept instruments loaded");
        return new Kept(database, instruments);
    }

    /// @param keeping opens what an earlier run left, while the login is under way
    private Running run(
            Path folder,
            Supplier<Kept> keeping,
            Broker broker,
            Map<String, String> endpoints,
            Credentials credentials,
            TradingMode mode,
            MarketClock clock,
            Predicate<InstrumentDirectory> enough)
            throws IOException, BrokerException {
        CompletableFuture<TerminalCore> coming = new CompletableFuture<>();
        steps.login();
        CompletableFuture<InstrumentService> masters = new CompletableFuture<>();
        FeedPair.States states = new FeedPair.States(broker.displayName(), state -> toldBy(state, coming));
        CompletableFuture<BrokerSession> login = logIn(broker, endpoints, credentials, coming, states, masters);
        Kept kept = keeping.get();
        Database database = kept.database();
        InstrumentService instruments = kept.instruments();
        masters.complete(instruments);
        InstrumentArrival arrival =
                InstrumentArrival.of(instruments, broker.id().value(), enough);
        InstrumentRegistry registry = new InstrumentRegistry();
        Optional<JournalWriter> journal =
                Journals.open(folder, time, event -> tell(coming, event)).map(this::keep);
        TerminalCore core = keep(new TerminalCore(
                CoreSettings.of(mode),
                new EngineParts(
                        hours.calendar(),
                        time,
                        clock,
                        registry,
                        instruments.directory(),
                        JdbiStores.of(database, registry)),
                new HealthHome(folder)));
        journal.ifPresent(writer -> core.record(new JournalRecorder(writer, registry)));
        core.chartsFirst();
        core.start();
        coming.complete(core);
        reached("Engine running");
        PairedSession session = new PairedSession(login.join());
        keep(() -> {
            core.detach();
            session.close();
        });
        reached("Logged in");
        steps.account(session);
        gate.ticks(index -> registry.instrument(index).tickSize());
        SessionBoard board = new SessionBoard(
                new SessionBoard.Part(broker.displayName(), session.first(), states::first, instruments::instruments),
                gate,
                registry,
                time);
        Junction junction = new Junction(core, gate, states, session, board, instruments, broker.id(), time);
        if (second != null) {
            junction.join(
                    second.broker(), second.wire().endpoints(), second.wire().credentials());
        }
        await(arrival.enough(), instruments);
        steps.instruments(instruments.directory().size());
        reached("Instruments known");
        core.attach(
                session,
                new BrokerLink(
                        broker.id(), broker.displayName(), broker.capabilities(), session.first(), Listings.SAME));
        database.notices().forEach(sentence -> notice(core, "DB-1", sentence));
        instruments.notices().forEach(sentence -> notice(core, "MASTER-1", sentence));
        CalendarNotices.tell(hours, IndiaTime.date(clock.millis()).getYear(), core.events()::add);
        return new Running(
                core, instruments, arrival, junction, new TerminalSession.Ground(database, session, endpoints, folder));
    }

    /// Logs in while the core is still being made: a session calls nothing back before it is attached to the
    /// core.
    private CompletableFuture<BrokerSession> logIn(
            Broker broker,
            Map<String, String> endpoints,
            Credentials credentials,
            CompletableFuture<TerminalCore> core,
            FeedPair.States states,
            CompletableFuture<InstrumentService> masters) {
        BrokerContext context = new BrokerContext(
                endpoints,
                gate.first(() -> core.join().newPublisher()),
                event -> core.join().onOrderEvent(broker.id(), event),
                state -> {
                    gate.firstAway(!state.connected());
                    states.first(state);
                },
                market -> core.join().phase(market),
                time,
                RandomGenerator.getDefault(),
                () -> masters.isDone() ? masters.join().instruments() : List.of(),
                new SystemOpener()::page);
        CompletableFuture<BrokerSession> login = new CompletableFuture<>();
        Thread.ofVirtual().name("login").start(() -> {
            try {
                login.complete(broker.open(credentials, context));
            } catch (BrokerException | RuntimeException e) {
                login.completeExceptionally(e);
            }
        });
        return login;
    }

    /// A core that is still being made hears of it as soon as it is there.
    private static void tell(CompletableFuture<TerminalCore> core, UiEvent event) {
        CompletableFuture<?> _ = core.thenAccept(made -> made.events().add(event));
    }

    private void toldBy(FeedState state, CompletableFuture<TerminalCore> core) {
        steps.feed(state);
        core.join().onFeedState(state);
    }

    /// A broker whose feed stands by.
    private record Second(Broker broker, DemoWire wire) {}

    private static void await(CompletableFuture<Void> known, InstrumentService instruments) throws IOException {
        known.join();
        if (instruments.directory().size() == 0) {
            throw new IOException(instruments.status().getFirst().problem());
        }
    }

    private static List<Instrument> named(Running running, List<InstrumentKey> keys, int limit) {
        return keys.stream()
                .limit(limit)
                .map(running.instruments().directory()::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /// @param later what can wait until the user sees prices
    private TerminalSession session(
            Running running,
            TradingMode mode,
            String source,
            Broker broker,
            MarketClock clock,
            @Nullable SpeedControl speed,
            List<Instrument> firstWatchlist,
            Runnable later) {
        Timeline timeline = keep(new Timeline(
                hours.calendar(),
                speed != null,
                clock,
                time,
                TimelineLog.open(running.ground().folder())));
        Stores stores = JdbiStores.of(running.ground().database(), new InstrumentRegistry());
        new DayJobs(
                        running.core(),
                        running.instruments(),
                        broker.id().value(),
                        stores,
                        running.ground().folder(),
                        time)
                .addTo(timeline);
        timeline.start();
        TerminalSession opened = new TerminalSession(
                new TerminalSession.Parts(
                        mode,
                        source,
                        running.core(),
                        running.instruments(),
                        () -> {
                            running.arrival().goOn();
                            running.core().goOn();
                            later.run();
                        },
                        running.junction(),
                        shareLists(broker, running.ground().endpoints()),
                        broker.id().value(),
                        clock,
                        hours.calendar(),
                        speed,
                        firstWatchlist,
                        timeline,
                        new StoredDays(stores, clock),
                        running.ground()),
                resources);
        CompletableFuture.delayedExecutor(SETTLED_AFTER_SECONDS, TimeUnit.SECONDS)
                .execute(opened::settled);
        return opened;
    }

    /// The first broker that publishes lists of shares tells them; their keys are the exchange's.
    private ShareLists shareLists(Broker broker, Map<String, String> endpoints) {
        Second standby = second;
        Optional<StockLists> published = broker.stockLists(endpoints)
                .or(() -> standby == null
                        ? Optional.empty()
                        : standby.broker().stockLists(standby.wire().endpoints()));
        return ShareLists.reading(published, Thread.ofVirtual().name("share-lists")::start);
    }

    private static void notice(TerminalCore core, String code, String sentence) {
        core.events().add(new UiEvent.Notice(UiEvent.Level.WARNING, code, sentence, ""));
    }

    private <T extends AutoCloseable> T keep(T resource) {
        synchronized (resources) {
            resources.add(resource);
        }
        return resource;
    }
}
