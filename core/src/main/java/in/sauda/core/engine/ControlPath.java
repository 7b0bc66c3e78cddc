package in.sauda.core.engine;

import in.sauda.core.alerts.AlertRule;
import in.sauda.core.broker.AccountSnapshot;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.BrokerLink;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.DerivedSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.engine.HistoryService.Urgency;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedSource;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.Interest;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Handles control messages, one after the other, before any market data of the step. Engine thread only.
final class ControlPath {
    /// Owner of the subscriptions positions need.
    private static final String POSITIONS = "positions";

    /// Owner of the subscriptions working orders need.
    private static final String ORDERS = "orders";

    private static final Logger LOG = LoggerFactory.getLogger(ControlPath.class);

    /// Owner of the subscriptions the strategies' universe needs.
    private static final String UNIVERSE = "universe";

    /// Owner of the subscriptions alerts need.
    private static final String ALERTS = "alerts";

    /// Owner of the futures whose volume indices borrow.
    private static final String INDEX_VOLUME = "index volume";

    private final EngineCore core;
    private Set<Instrument> ordered = Set.of();
    private List<Instrument> listed = List.of();
    private boolean wasConnected;
    private boolean lost;
    private final DeskPath desk;

    ControlPath(EngineCore core) {
        this.core = core;
        this.desk = new DeskPath(core, this::converted);
    }

    /// Handles everything that waits and returns how many there were.
    int drain() {
        int count = 0;
        for (ControlMessage message = core.control.poll(); message != null; message = core.control.poll()) {
            count++;
            try {
                handle(message);
            } catch (RuntimeException failure) {
                core.supervisor.failed(message.getClass().getSimpleName(), failure);
            }
        }
        return count;
    }

    private void handle(ControlMessage message) {
        switch (message) {
            case ControlMessage.UserCommand(Command command) -> command(command);
            case ControlMessage.OrderReport(BrokerId broker, OrderEvent event) -> order(broker, event);
            case ControlMessage.FeedReport(FeedState state, long atNanos) -> core.feedSwitch.stream(state, atNanos);
            case ControlMessage.Polled(BrokerFailure failure) -> polled(failure);
            case ControlMessage.Attached(BrokerSession session, BrokerLink first) -> attach(session, first);
            case ControlMessage.Joined(BrokerLink second) -> core.accounts.join(second);
            case ControlMessage.Detached() -> detach();
            case ControlMessage.BarsRequested(int index, Timeframe timeframe) -> bars(index, timeframe);
            case ControlMessage.HistoryLoaded(int index, Timeframe timeframe, List<Candle> candles, boolean stored) ->
                history(index, timeframe, candles, stored);
            case ControlMessage.DayRead read -> core.reread.answered(read);
            case ControlMessage.HistoryDone(int index, Timeframe timeframe, boolean complete) ->
                core.backfill.done(index, timeframe, complete);
            case ControlMessage.HistoryFailed(BrokerFailure failure) ->
                core.supervisor.once(UiEvent.Level.WARNING, failure.code(), failure.sentence(), failure.nextStep());
            case ControlMessage.OrderSaved saved -> core.execution.onSaved(saved.id());
            case ControlMessage.OrderNotSaved notSaved -> core.execution.onNotSaved(notSaved.id(), notSaved.reason());
            case ControlMessage.SnapshotLoaded loaded -> snapshot(loaded);
            case ControlMessage.SnapshotFailed(BrokerLink from, BrokerFailure failure) -> {
                if (core.accounts.answered(from, false).isPresent()) {
                    core.supervisor.once(UiEvent.Level.WARNING, failure.code(), failure.sentence(), failure.nextStep());
                }
            }
            case ControlMessage.BrokerMinute(int index, Candle candle) -> core.minutes.theirs(index, candle);
            case ControlMessage.ContractsFound(String strategy, Instrument spot, List<Instrument> options) ->
                core.strategies.contracts(strategy, spot, options);
            case ControlMessage.FutureFound(int index, Instrument future) -> lend(index, future);
            case ControlMessage.Stop() -> core.stop();
        }
    }

    private void command(Command command) {
        switch (command) {
            case Command.Watch watch -> watch(watch.owner(), watch.instruments(), watch.mode(), watch.interest());
            case Command.Unwatch unwatch -> core.subscriptions.unwatch(unwatch.owner(), unwatch.instruments());
            case Command.Stage stage -> core.execution.stage(stage.ticket());
            case Command.StageModify modify ->
                core.execution.stageModify(modify.id(), modify.quantity(), modify.price());
            case Command.Confirm confirm -> {
                core.execution.confirm(confirm.id());
                watchOrders();
            }
            case Command.Decline decline -> core.execution.decline(decline.id(), decline.reason());
            case Command.Cancel cancel -> core.execution.cancel(cancel.id());
            case Command.CancelAll(BrokerId broker) -> desk.cancelAll(broker);
            case Command.ExitAll(BrokerId broker) -> desk.exitAll(broker);
            case Command.LookAtSwitches(BrokerId broker) -> desk.look(broker);
            case Command.TurnSwitch turn -> desk.turn(turn);
            case Command.UseFeed(FeedSource source) -> useFeed(source);
            case Command.SetStrategy(StrategySetup setup) -> core.strategies.set(setup);
            case Command.Reread(LocalDate date, List<Instrument> instruments) -> core.reread.ask(date, instruments);
            case Command.RemoveStrategy(String id) -> core.strategies.remove(id);
            case Command.SetUniverse(String name, List<Instrument> instruments) -> universe(name, instruments);
            case Command.SetAlert(AlertRule rule) -> {
                core.subscriptions.unwatch(ALERTS, core.alerts.set(rule));
                watchAlerts();
            }
            case Command.RearmAlert(long id) -> core.alerts.rearm(id);
            case Command.RemoveAlert(long id) -> core.subscriptions.unwatch(ALERTS, core.alerts.remove(id));
            case Command.Reconcile() -> core.accounts.each(AccountLink::requestSnapshot);
            case Command.RefreshAccount() ->
                core.accounts.each(account -> account.books().refresh());
            case Command.Convert convert -> convert(convert);
        }
    }

    private void convert(Command.Convert wish) {
        AccountLink account = core.accounts.of(wish.broker());
        (account == null ? core.accounts.first() : account)
                .convert(wish.conversion(), core.directory(), this::converted);
    }

    /// A broker answered what changes its books: they tell what is true now. Any thread.
    private void converted() {
        core.control.add(new ControlMessage.UserCommand(new Command.Reconcile()));
        core.control.add(new ControlMessage.UserCommand(new Command.RefreshAccount()));
    }

    private void watch(String owner, List<Instrument> instruments, FeedMode mode, Interest interest) {
        core.subscriptions.watch(owner, instruments, mode, interest);
        for (Instrument instrument : instruments) {
            int index = core.index(instrument);
            track(index);
            if (interest == Interest.POSITION || interest == Interest.ORDER) {
                core.backfill.want(index, Timeframe.M1, Urgency.POSITION);
            } else if (core.universe.test(instrument)) {
                core.backfill.want(index, Timeframe.M1, Urgency.STRATEGY);
            }
        }
    }

    private void track(int index) {
        core.recorder().track(index);
        core.candles.track(index, core.instrument(index), core.series.series(index, Timeframe.M1));
        core.reread.track(index);
        core.indexVolumes.want(index, core.instrument(index));
        core.backfill.restore(index);
    }

    /// A future of the same hours, streamed as long as the index makes minutes.
    private void lend(int index, Instrument future) {
        watch(INDEX_VOLUME, List.of(future), FeedMode.QUOTE, Interest.VIEW);
        int lender = core.index(future);
        core.backfill.want(lender, Timeframe.M1, Urgency.WATCHED);
        core.recorder().lend(index, lender);
        core.candles.lend(index, lender);
    }

    private void bars(int index, Timeframe timeframe) {
        track(index);
        core.series.derive(index, timeframe);
        core.backfill.want(index, Timeframe.M1, Urgency.CHART);
        if (timeframe == Timeframe.D1) {
            core.backfill.want(index, Timeframe.D1, Urgency.CHART);
        }
    }

    private void history(int index, Timeframe timeframe, List<Candle> candles, boolean stored) {
        DerivedSeries derived = core.series.derived(index, timeframe);
        if (derived != null) {
            derived.merge(candles);
            if (!stored) {
                core.market.keep(core.instrument(index), timeframe, candles);
            }
        } else {
            core.recorder().candles(index, candles);
            core.candles.merge(index, candles, stored);
        }
    }

    private void order(BrokerId broker, OrderEvent event) {
        if (event instanceof OrderEvent.Foreign foreign) {
            foreign(broker, foreign.order());
            return;
        }
        core.execution.onEvent(event);
        if (event instanceof OrderEvent.Filled) {
            core.accounts.each(AccountLink::filled);
            watchPositions();
        }
        watchOrders();
    }

    /// What has a working order stays priced, and goes before what is only looked at.
    private void watchOrders() {
        Set<Instrument> working = core.execution.workingInstruments();
        if (!working.equals(ordered)) {
            List<Instrument> done = ordered.stream()
                    .filter(instrument -> !working.contains(instrument))
                    .toList();
            watch(ORDERS, List.copyOf(working), FeedMode.QUOTE, Interest.ORDER);
            core.subscriptions.unwatch(ORDERS, done);
            ordered = working;
        }
    }

    /// Somebody traded in the account with another application.
    private void foreign(BrokerId broker, AccountSnapshot.BookedOrder order) {
        AccountLink account = core.accounts.of(broker);
        BrokerLink link = account == null ? null : account.link();
        if (account != null && link != null && core.reconciliation.showIfForeign(AccountLink.books(link), order)) {
            account.requestSnapshot();
        }
    }

    /// Positions stay priced whatever the user looks at.
    void watchPositions() {
        List<Instrument> held = core.positions.instruments();
        if (!held.isEmpty()) {
            watch(POSITIONS, held, FeedMode.QUOTE, Interest.POSITION);
        }
    }

    private void universe(String name, List<Instrument> instruments) {
        LOG.info("Strategies judge {}", name.isEmpty() ? "every watched share" : instruments.size() + " of " + name);
        Set<InstrumentKey> keys = new LinkedHashSet<>();
        instruments.forEach(instrument -> keys.add(instrument.key()));
        core.recorder().universe(keys);
        core.universe.list(keys);
        List<Instrument> gone = listed.stream()
                .filter(instrument -> !keys.contains(instrument.key()))
                .toList();
        listed = List.copyOf(instruments);
        watch(UNIVERSE, listed, FeedMode.QUOTE, Interest.STRATEGY);
        core.subscriptions.unwatch(UNIVERSE, gone);
    }

    /// What an instance of a strategy looks at between candles.
    void watchFor(String strategy, List<Instrument> come, List<Instrument> gone) {
        String owner = "strategy " + strategy;
        if (!come.isEmpty()) {
            watch(owner, come, FeedMode.QUOTE, Interest.STRATEGY);
        }
        core.subscriptions.unwatch(owner, gone);
    }

    /// What an alert looks at is streamed whatever the user looks at.
    void watchAlerts() {
        List<Instrument> needed = core.alerts.instruments();
        if (needed.isEmpty()) {
            return;
        }
        watch(ALERTS, needed, FeedMode.QUOTE, Interest.STRATEGY);
        for (Instrument instrument : needed) {
            int index = core.index(instrument);
            if (core.alerts.needsMinutes(index)) {
                core.backfill.want(index, Timeframe.M1, Urgency.STRATEGY);
            }
        }
    }

    private void useFeed(FeedSource source) {
        if (!core.feedSwitch.use(source, core.nanos())) {
            core.events.add(new UiEvent.Notice(
                    UiEvent.Level.WARNING,
                    "FEED-SOURCE",
                    "The feed cannot be switched: nobody is logged in, or the broker answers no quotes.",
                    "Log in first."));
        }
    }

    private void polled(@Nullable BrokerFailure failure) {
        core.poller.finished();
        if (failure != null) {
            core.supervisor.once(UiEvent.Level.WARNING, failure.code(), failure.sentence(), failure.nextStep());
        }
    }

    /// What people see of the feed changed, streamed or polled.
    void feedChanged(FeedState state, long atNanos) {
        core.feed(state);
        core.events.add(new UiEvent.FeedChanged(state));
        if (!state.connected()) {
            lost |= wasConnected;
            if (lost) {
                core.gaps.lost(atNanos);
            }
            return;
        }
        wasConnected = true;
        if (lost) {
            lost = false;
            core.gaps.back(atNanos);
            core.recorder().reconnected(atNanos);
            core.candles.reconnected(atNanos);
            core.backfill.afterGap();
            core.accounts.each(AccountLink::requestSnapshot);
        }
    }

    private void attach(BrokerSession session, BrokerLink first) {
        core.subscriptions.attach(session.feed());
        core.feedSwitch.attach(session, core.nanos());
        core.backfill.attach(session.history());
        core.reread.attach(session.history());
        core.accounts.attach(first);
        core.sessionWatch.attach(session);
        core.cautions.attach(session);
        core.calendarCheck.attach(session);
    }

    private void detach() {
        core.subscriptions.detach();
        core.feedSwitch.detach();
        core.backfill.detach();
        core.reread.detach();
        core.accounts.detach();
        core.sessionWatch.detach();
        core.cautions.detach();
        core.calendarCheck.detach();
    }

    private void snapshot(ControlMessage.SnapshotLoaded loaded) {
        if (core.accounts.answered(loaded.from(), true).isPresent()) {
            boolean doubt = core.reconciliation.apply(
                    AccountLink.books(loaded.from()), loaded.snapshot(), loaded.requestedNanos());
            core.accounts.each(account -> account.doubted(loaded.from(), doubt));
            watchPositions();
            watchOrders();
        }
    }
}
