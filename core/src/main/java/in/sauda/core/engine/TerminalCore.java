package in.sauda.core.engine;

import in.sauda.core.account.AccountData;
import in.sauda.core.account.SessionFacts;
import in.sauda.core.alerts.AlertBoard;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerLink;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.health.HealthHome;
import in.sauda.core.health.HealthMonitor;
import in.sauda.core.health.HealthReport;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.strategy.Strategy;
import in.sauda.core.strategy.StrategyContext;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.time.TimeSource;
import in.sauda.core.truth.CandleTruth;
import in.sauda.core.view.BrokerStanding;
import in.sauda.core.view.Command;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.CoreStatus;
import in.sauda.core.view.FeedExtras;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.StandingRow;
import in.sauda.core.view.Terminal;
import in.sauda.core.view.UiEvents;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running core: the engine with its threads, the sinks an adapter needs, and the terminal a user interface sees.
///
/// Life: construct, {@link #start()}, {@link #attach} a session whenever there is one, {@link #close()}. Every method
/// but those is safe from any thread and returns at once.
public final class TerminalCore implements Terminal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalCore.class);
    private static final long STOP_MILLIS = 5_000;

    private final ExecutorService feedCalls = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("feed-calls").factory());
    private final ExecutorService polls = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("poll-quotes").factory());
    private final EngineCore core;
    private final EngineThread thread;
    private final InstrumentRegistry registry;
    private final TimeSource time;
    private final EngineParts parts;
    private final HealthMonitor health;
    private final CandleTruth truth;
    private final CandlePacker packer;
    private final FeedExtras extras;
    private boolean started;

    /// A core that keeps no health log.
    public TerminalCore(CoreSettings settings, EngineParts parts) {
        this(settings, parts, HealthHome.NONE);
    }

    /// @param home where the health log is kept
    public TerminalCore(CoreSettings settings, EngineParts parts, HealthHome home) {
        this.parts = parts;
        registry = parts.registry();
        time = parts.time();
        extras = new FeedExtras(settings.instrumentCapacity());
        core = new EngineCore(settings, parts, feedCalls, polls);
        thread = new EngineThread(core);
        truth = new TruthDesk(core, parts);
        packer = new CandlePacker(parts.stores().candles(), parts.clock());
        health = new HealthMonitor(settings.mode(), core.monitoring::facts, time, home);
    }

    /// Adds a strategy beside momentum; only before {@link #start()}.
    ///
    /// @param factory makes the strategy from what it may ask of the engine
    public void add(Function<StrategyContext, Strategy> factory) {
        if (started) {
            throw new IllegalStateException("strategies are added before the start");
        }
        core.add(factory);
    }

    /// Lets every input be recorded; only before {@link #start()}.
    public void record(EngineRecorder recorder) {
        if (started) {
            throw new IllegalStateException("recording begins before the start");
        }
        core.record(recorder);
    }

    /// Loads what an earlier run left and starts the engine. Blocks for the disk.
    ///
    /// @throws in.sauda.core.storage.StorageException when the database cannot be read
    public synchronized void start() {
        if (started) {
            throw new IllegalStateException("already started");
        }
        started = true;
        core.restore();
        core.serveStrategies(Thread.ofVirtual().name("contracts")::start);
        core.storage.start();
        core.history.start();
        thread.start();
        health.start();
        packer.start();
    }

    /// Fetches history for charts alone until {@link #goOn}: strategies and watchlists can wait a moment for theirs, a
    /// user who opens the terminal should not. Only before {@link #start()}.
    public void chartsFirst() {
        core.history.chartsOnly();
    }

    /// Fetches all history there is to fetch. Calling it again does nothing.
    public void goOn() {
        core.history.goOn();
    }

    /// A publisher for one feed thread.
    public MarketEventPublisher newPublisher() {
        return core.ring.newPublisher(
                (instrument, bar) -> core.control.add(new ControlMessage.BrokerMinute(instrument, bar)), extras);
    }

    /// Lossless sink for a broker's order events.
    public void onOrderEvent(BrokerId broker, OrderEvent event) {
        core.control.add(new ControlMessage.OrderReport(broker, event));
    }

    /// Sink for every change of the feed's connection.
    public void onFeedState(FeedState state) {
        core.control.add(new ControlMessage.FeedReport(state, time.nanos()));
    }

    /// What a kind of market is doing now, by the calendar and the exchange's clock as the engine last knew it.
    public Phase phase(SessionClass market) {
        return parts.calendar().phaseAt(market, status().marketMillis());
    }

    /// Uses a session from now on: connects its feed, subscribes what is watched, reads its order book, fetches history
    /// and, unless on paper, sends orders to it. The caller keeps owning the session and closes it after
    /// {@link #detach()}.
    public void attach(BrokerSession session) {
        attach(session, BrokerLink.nameless(session));
    }

    /// The same for a session whose orders and books have a name of their own, so that a second broker may join.
    ///
    /// @param first who carries out orders that name no other broker
    public void attach(BrokerSession session, BrokerLink first) {
        core.control.add(new ControlMessage.Attached(session, first));
    }

    /// From now on orders can go to a second broker, too: its books are read, and stay apart from the first one's. Its
    /// prices come by the attached session's feed. Forgotten with {@link #detach()}.
    public void join(BrokerLink second) {
        core.control.add(new ControlMessage.Joined(second));
    }

    /// Forgets the session.
    public void detach() {
        core.control.add(new ControlMessage.Detached());
    }

    @Override
    public int index(Instrument instrument) {
        return registry.index(instrument);
    }

    @Override
    public ConflatedRows<QuoteRow> quotes() {
        return core.quoteRows;
    }

    @Override
    public FeedExtras extras() {
        return extras;
    }

    @Override
    public ConflatedRows<PositionRow> positions() {
        return core.positionRows;
    }

    @Override
    public UiEvents events() {
        return core.events;
    }

    @Override
    public CoreStatus status() {
        return core.status.current();
    }

    @Override
    public SubscriptionReport subscriptions() {
        return core.monitoring.report();
    }

    @Override
    public HealthReport health() {
        return health.report();
    }

    @Override
    public SessionFacts session() {
        return core.sessionWatch.facts();
    }

    @Override
    public List<BrokerStanding> brokers() {
        return core.accounts.standings();
    }

    @Override
    public AccountData account() {
        return core.accounts.first().books().current();
    }

    @Override
    public List<StrategyRow> strategies() {
        return core.strategies.rows();
    }

    @Override
    public ConflatedRows<StandingRow> standings() {
        return core.standings.rows();
    }

    @Override
    public AlertBoard alerts() {
        return core.alerts.board();
    }

    @Override
    public BarSeries bars(Instrument instrument, Timeframe timeframe) {
        int index = registry.index(instrument);
        BarSeries series = core.series.series(index, timeframe);
        core.control.add(new ControlMessage.BarsRequested(index, timeframe));
        return series;
    }

    @Override
    public CandleTruth truth() {
        return truth;
    }

    @Override
    public void send(Command command) {
        core.control.add(new ControlMessage.UserCommand(command));
    }

    /// Stops the engine, saves the unfinished minutes and everything else that waits, and ends all threads. Does not
    /// close an attached session.
    @Override
    public synchronized void close() {
        if (started) {
            core.control.add(new ControlMessage.Stop());
            if (!thread.join(STOP_MILLIS)) {
                LOG.error("The engine did not stop in time");
            }
            health.close();
            core.history.close();
            core.storage.close();
        }
        packer.close();
        feedCalls.shutdownNow();
        polls.shutdownNow();
    }
}
