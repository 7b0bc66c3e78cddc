package in.sauda.core.engine;

import in.sauda.core.account.AccountKeeper;
import in.sauda.core.account.CalendarCheck;
import in.sauda.core.account.CautionList;
import in.sauda.core.account.DeskKeeper;
import in.sauda.core.account.SessionWatch;
import in.sauda.core.calendar.Phase;
import in.sauda.core.calendar.PhaseCache;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.candles.CandleBuilder;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.health.HealthFacts;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.Listings;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.ExecutionEngine;
import in.sauda.core.orders.OrderStore;
import in.sauda.core.orders.OrderTicket;
import in.sauda.core.orders.PositionBook;
import in.sauda.core.orders.Reconciliation;
import in.sauda.core.orders.StoredTrade;
import in.sauda.core.paper.PaperExchange;
import in.sauda.core.paper.PaperMarket;
import in.sauda.core.signals.Signal;
import in.sauda.core.storage.StorageWriter;
import in.sauda.core.storage.Stores;
import in.sauda.core.strategy.EventPressure;
import in.sauda.core.strategy.Strategy;
import in.sauda.core.strategy.StrategyContext;
import in.sauda.core.time.ExchangeClock;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.CoreStatus;
import in.sauda.core.view.PositionRow;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.UiEvent;
import in.sauda.core.view.UiEvents;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All trading state and the one step that advances it: control first, then a batch of market data, then the
/// views.
///
/// Whoever calls {@link #step()} first owns it: the engine thread, or a test that drives it by hand.
final class EngineCore implements PaperMarket {
    /// Market events per step: few enough that a command never waits long.
    private static final int BATCH = 256;

    private static final long DAY_MILLIS = 86_400_000L;

    /// Timers need no better resolution.
    private static final long TIMER_NANOS = 5_000_000L;

    final ThreadOwner owner = new ThreadOwner();
    final Wakeup wakeup = new Wakeup();
    final ControlQueue control = new ControlQueue(wakeup);
    final InboundRing ring;
    final UiEvents events = new UiEvents();
    final ConflatedRows<QuoteRow> quoteRows;
    final ConflatedRows<PositionRow> positionRows;
    final SeriesBook series;
    final StatusBoard status;
    final StorageWriter storage;
    final HistoryService history;
    final Supervisor supervisor = new Supervisor(events);
    final ExchangeClock clock;
    final Subscriptions subscriptions;
    final Backfill backfill;
    final AccountLinks accounts;
    final SessionWatch sessionWatch;
    final MinuteCheck minutes = new MinuteCheck();
    final CautionList cautions;
    final CalendarCheck calendarCheck;
    final CandleBuilder candles;
    final LossWatch losses;
    final DayReread reread;
    final IndexVolumes indexVolumes;
    final ExecutionEngine execution;
    final Reconciliation reconciliation;
    final PositionBook positions;
    final MarketPath market;
    final CandlePulse pulse = new CandlePulse();
    final FeedGaps gaps = new FeedGaps();
    final Monitoring monitoring;
    final QuotePoller poller;
    final FeedSwitch feedSwitch;
    final StrategyRuntime strategies;
    final StandingsBoard standings;
    final AlertDesk alerts;
    final UniverseGate universe;
    final CoreSettings settings;

    private final EngineParts parts;
    private final TimeSource time;
    final PhaseCache phases;
    private final QuoteBook quotes;
    private final ClockSkew skew;
    final SignalLog signals;
    private final ControlPath controlPath;
    final @Nullable PaperExchange paper;
    private FeedState feed = new FeedState.Closed();
    private EngineRecorder recorder = EngineRecorder.NONE;
    private long nextTimerNanos;
    private boolean stopped;

    /// @param feedCalls tells a feed what is wanted, in order
    /// @param polls asks for quotes, which takes long
    EngineCore(CoreSettings settings, EngineParts parts, Executor feedCalls, Executor polls) {
        this.settings = settings;
        this.parts = parts;
        time = parts.time();
        clock = new ExchangeClock(parts.clock());
        phases = new PhaseCache(parts.calendar());
        skew = new ClockSkew(settings.mode() == TradingMode.DEMO);
        ring = new InboundRing(settings.ringSize(), wakeup);
        quoteRows = new ConflatedRows<>(settings.instrumentCapacity());
        positionRows = new ConflatedRows<>(settings.positionCapacity());
        positions = new PositionBook(settings.mode(), quoteRows, positionRows);
        quotes = new QuoteBook(
                parts.registry(), quoteRows, settings.rowIntervalMillis() * 1_000_000L, positions::onQuote);
        status = new StatusBoard(settings.mode(), clock.marketMillis());
        series = new SeriesBook(parts.registry(), phases);
        storage = new StorageWriter(
                parts.stores(),
                events,
                id -> control.add(new ControlMessage.OrderSaved(id)),
                (id, reason) -> control.add(new ControlMessage.OrderNotSaved(id, reason)));
        history = new HistoryService(parts.stores().candles(), control::add);
        subscriptions = new Subscriptions(parts.registry(), time, feedCalls);
        backfill = new Backfill(parts.calendar(), clock, parts.registry(), history);
        accounts = new AccountLinks(accountLink(), accountLink(), time);
        sessionWatch = new SessionWatch(time, Thread.ofVirtual().name("session-watch")::start);
        cautions = new CautionList(time, Thread.ofVirtual().name("caution-list")::start);
        calendarCheck = new CalendarCheck(
                parts.calendar(),
                parts.clock(),
                time,
                events::add,
                Thread.ofVirtual().name("calendar-check")::start);
        signals = new SignalLog(clock, backfill, storage, events);
        universe = new UniverseGate(settings.universe());
        strategies = new StrategyRuntime(
                signals,
                supervisor,
                universe,
                new BookMarket(quotes, parts.registry()),
                EventPressure.of(parts.calendar().announcements()),
                events::add);
        execution = new ExecutionEngine(time, clock, new OrderEnvironment(this), storage, events, positions);
        signals.connect(execution);
        reconciliation = new Reconciliation(
                execution, positions, parts.directory(), parts.registry()::index, clock, settings.mode());
        standings = new StandingsBoard(settings.momentum(), universe, backfill::warm, settings.instrumentCapacity());
        alerts = new AlertDesk(clock, quotes, parts.registry()::index, backfill::warm, storage, events);
        market = new MarketPath(
                clock, quotes, skew, storage, backfill, supervisor, pulse, minutes, strategies, standings, alerts);
        candles = new CandleBuilder(parts.calendar(), clock, market);
        paper = settings.mode() == TradingMode.PAPER ? paperExchange() : null;
        losses = new LossWatch(clock, backfill, candles);
        indexVolumes = new IndexVolumes(
                parts.directory(),
                parts.calendar(),
                clock,
                Thread.ofVirtual().name("index-volume")::start,
                control::add);
        reread = new DayReread(
                parts.calendar(),
                clock,
                candles,
                history,
                storage,
                events::add,
                parts.registry()::instrument,
                index -> series.series(index, Timeframe.M1));
        market.connect(candles, losses, paper);
        strategies.addUsual(settings.momentum());
        controlPath = new ControlPath(this);
        poller = new QuotePoller(
                polls, ring.newPublisher(), quoteRows, failure -> control.add(new ControlMessage.Polled(failure)));
        feedSwitch = new FeedSwitch(
                settings.fallback(), subscriptions, poller, this::trading, feedCalls, controlPath::feedChanged);
        monitoring = new Monitoring(this, new SubscriptionAudit(subscriptions, quotes, phases));
    }

    /// Strategies find and stream options; before the first step of an engine that has a feed.
    ///
    /// @param beside where contracts are looked for
    void serveStrategies(Executor beside) {
        ContractFinder finder = new ContractFinder(parts.directory(), beside, control::add);
        strategies.serve(
                (strategy, underlying) -> finder.find(strategy, underlying, clock.now()), controlPath::watchFor);
    }

    private PaperExchange paperExchange() {
        return new PaperExchange(
                this,
                event -> control.add(new ControlMessage.OrderReport(OrderTicket.FIRST, event)),
                settings.paperSlippageBasisPoints());
    }

    private AccountLink accountLink() {
        return new AccountLink(
                time,
                control::add,
                settings.mode(),
                new AccountKeeper(time, events::add, Thread.ofVirtual().name("account")::start),
                new DeskKeeper(time, events::add, Thread.ofVirtual().name("desk")::start));
    }

    /// Lets every input be recorded; before the first step.
    void record(EngineRecorder with) {
        recorder = with;
        market.record(with);
        backfill.record(with);
        losses.record(with);
        reread.record(with);
        strategies.record(with);
    }

    EngineRecorder recorder() {
        return recorder;
    }

    void add(Function<StrategyContext, Strategy> factory) {
        strategies.add(factory);
    }

    /// Loads what an earlier run left. Blocks on the disk; called once, before the first step.
    void restore() {
        long today = IndiaTime.startOfDay(clock.now());
        Stores stores = parts.stores();
        List<Signal> stored = stores.signals().load(today, clock.now() + 1);
        signals.restore(stored, stores.signals().lastId(), strategies::lane);
        stored.forEach(strategies::restored);
        execution.restore(
                stores.orders().loadOrders(today).stream()
                        .filter(order -> order.request().mode() == settings.mode())
                        .toList(),
                stores.orders().loadOpenTrades(),
                today);
        restoreEntries(stores.orders());
        for (LocalDate day : stores.parity().dates(1)) {
            reread.restore(stores.parity().load(day));
        }
        controlPath.watchPositions();
        alerts.restore(stores);
        controlPath.watchAlerts();
        if (paper != null) {
            Reconciliation.Books all = new Reconciliation.Books(OrderTicket.FIRST, _ -> true, Listings.SAME);
            reconciliation.apply(all, paper.snapshot(), time.nanos());
        }
    }

    /// The orders that opened trades still open, which may be from an earlier day.
    private void restoreEntries(OrderStore orders) {
        List<StoredTrade> open = orders.loadOpenTrades();
        open.stream().mapToLong(StoredTrade::updatedMillis).min().ifPresent(oldest -> {
            Set<ClientOrderId> entries = open.stream()
                    .map(StoredTrade::entry)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            execution.entries(orders.loadOrders(oldest - DAY_MILLIS).stream()
                    .filter(order -> entries.contains(order.request().id()))
                    .toList());
        });
    }

    /// Advances everything by one batch and returns how much work there was.
    int step() {
        owner.check();
        clock.tick();
        recorder.time(clock.marketMillis(), time.nanos());
        int work = controlPath.drain();
        work += ring.poll(BATCH, market);
        long now = time.nanos();
        if (!ring.hasWork() && candles.due()) {
            recorder.closing();
            guarded("closing candles", candles::onTime);
        }
        if (now - nextTimerNanos >= 0) {
            nextTimerNanos = now + TIMER_NANOS;
            timers();
        }
        series.update(clock.now());
        quotes.flush(now);
        if (status.due(now)) {
            publishStatus(now);
        }
        if (work == 0) {
            recorder.idle();
        }
        return work;
    }

    void publishQuotes() {
        quotes.flush(time.nanos());
    }

    private void timers() {
        guarded("order timers", execution::onTime);
        guarded("history", backfill::onTime);
        guarded("the re-read of the day", () -> reread.onTime(time.nanos()));
        guarded("the accounts", () -> accounts.each(AccountLink::onTime));
        guarded("the session", sessionWatch::onTime);
        guarded("the caution list", cautions::onTime);
        guarded("the calendar check", calendarCheck::onTime);
        if (paper != null) {
            guarded("the paper exchange", paper::onTime);
        }
        guarded("the feed switch", () -> feedSwitch.onTime(time.nanos()));
        guarded("strategies", strategies::onTime);
        guarded("alerts", () -> alerts.onTime(time.nanos()));
        guarded("monitoring", () -> monitoring.onTime(time.nanos()));
        if (quotes.beyondCapacity() > 0) {
            supervisor.once(
                    UiEvent.Level.WARNING,
                    "CAPACITY",
                    "More instruments are watched than the terminal has room for; some show no prices.",
                    "Remove some from the watchlists.");
        }
        if (candles.unknownDays() > 0) {
            supervisor.once(
                    UiEvent.Level.WARNING,
                    "CALENDAR",
                    "Prices arrive on a day for which the calendar knows no trading; it is treated as a normal day.",
                    "Update the holiday and session tables.");
        }
    }

    private void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            supervisor.failed(what, failure);
        }
    }

    private void publishStatus(long now) {
        long exchange = clock.now();
        status.publish(new CoreStatus(
                settings.mode(),
                feed,
                subscriptions.size(),
                quotes.ticking(),
                market.ticks(),
                status.rate(market.ticks(), now),
                ring.conflated(),
                candles.counters().closed(),
                signals.count(),
                execution.size(),
                execution.working(),
                market.feedAgeNanos(now),
                skew.millis(),
                exchange,
                phases.scheduled(SessionClass.EQUITY_FUTURES, exchange)));
        publishStrategies();
    }

    private void publishStrategies() {
        int judged = 0;
        int warm = 0;
        for (int index : subscriptions.watched()) {
            if (universe.test(instrument(index))) {
                judged++;
                warm += signals.warm(index) ? 1 : 0;
            }
        }
        strategies.publish(judged, warm);
    }

    boolean hasWork() {
        return !control.isEmpty() || ring.hasWork();
    }

    /// Longest useful sleep: rows that wait are due sooner than timers.
    long idleNanos() {
        return TIMER_NANOS;
    }

    void feed(FeedState state) {
        feed = state;
    }

    FeedState feed() {
        return feed;
    }

    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    /// Saves the unfinished minutes; the engine takes no further step.
    void finish() {
        market.stopping();
        guarded("closing candles", candles::finish);
        publishStatus(time.nanos());
        monitoring.stopped(time.nanos());
    }

    /// Prices should come over the stream now.
    boolean streaming() {
        return feed instanceof FeedState.Connected && trading();
    }

    private boolean trading() {
        HealthFacts facts = monitoring.facts();
        return facts != null && facts.subscriptions().trading() > 0;
    }

    long skewMillis() {
        return skew.millis();
    }

    int index(Instrument instrument) {
        return parts.registry().index(instrument);
    }

    @Override
    public @Nullable QuoteRow quote(int instrument) {
        return quotes.snapshot(instrument);
    }

    @Override
    public Phase phase(int instrument) {
        return phases.at(SessionClass.of(parts.registry().instrument(instrument)), clock.now());
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public long exchangeMillis() {
        return clock.now();
    }

    InstrumentDirectory directory() {
        return parts.directory();
    }

    Instrument instrument(int index) {
        return parts.registry().instrument(index);
    }
}
