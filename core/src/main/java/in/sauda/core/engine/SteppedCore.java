package in.sauda.core.engine;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleCounters;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.view.Command;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.UiEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The engine without its thread, stepped by the caller: for measurements and replays on one thread.
public final class SteppedCore implements AutoCloseable {
    private final EngineCore core;

    public SteppedCore(CoreSettings settings, EngineParts parts) {
        core = new EngineCore(settings, parts, Runnable::run, Runnable::run);
        core.storage.start();
    }

    public void send(Command command) {
        core.control.add(new ControlMessage.UserCommand(command));
        core.step();
    }

    /// Takes one event past the ring: quote, candle and, at the end of a minute, strategies.
    public void onEvent(MarketEvent event) {
        core.market.onEvent(event);
    }

    /// Lets every input be recorded; before the first one.
    public void record(EngineRecorder recorder) {
        core.record(recorder);
    }

    /// The clocks have moved: what follows happens at that time.
    public void onTime() {
        core.clock.tick();
    }

    /// Makes rows of the newest quotes, for whoever watches.
    public void publishQuotes() {
        core.publishQuotes();
    }

    /// The newest quotes. Any thread.
    public ConflatedRows<QuoteRow> quotes() {
        return core.quoteRows;
    }

    /// Closes the candles that are due.
    public void closeDue() {
        core.candles.onTime();
    }

    /// From now on the instrument makes candles.
    public void track(int index) {
        core.candles.track(index, core.instrument(index), core.series.series(index, Timeframe.M1));
    }

    /// Takes one-minute candles of the past.
    public void merge(int index, List<Candle> candles) {
        core.candles.merge(index, candles, true);
    }

    /// The VWAP of an index takes the volume of a future.
    public void lend(int index, int future) {
        core.candles.lend(index, future);
    }

    /// The feed is back since that monotonic time.
    public void reconnected(long nanos) {
        core.candles.reconnected(nanos);
    }

    /// Ticks of any instrument since that exchange time may be missing.
    public void suspect(long sinceMillis) {
        core.candles.suspectAll(sinceMillis);
    }

    /// Says whether strategies may judge an instrument.
    public void warm(int index, boolean warm) {
        core.backfill.warm(index, warm);
    }

    /// Runs an instance of a strategy like that.
    public void strategy(StrategySetup setup) {
        core.strategies.set(setup);
    }

    /// Takes an instance of a strategy off the list.
    public void strategyRemoved(String id) {
        core.strategies.remove(id);
    }

    /// Strategies look between candles.
    public void timer() {
        core.strategies.onTime();
    }

    /// An instance of a strategy is told its options.
    public void contracts(String strategy, Instrument spot, List<Instrument> options) {
        core.strategies.contracts(strategy, spot, options);
    }

    /// Lets strategies judge these instruments and no others.
    public void universe(Set<InstrumentKey> keys) {
        core.universe.list(keys);
    }

    /// One step of the engine: control, ring, timers, views.
    public void step() {
        core.step();
    }

    /// One-minute candles closed so far.
    public long candles() {
        return core.candles.counters().closed();
    }

    /// The one-minute series of an instrument.
    public LiveBarSeries minutes(int index) {
        return core.series.series(index, Timeframe.M1);
    }

    /// What became of the ticks on their way into candles.
    public CandleCounters counters() {
        return core.candles.counters();
    }

    /// Passes on what the engine had to tell since the last call.
    public void drain(Consumer<UiEvent> consumer) {
        core.events.drain(Integer.MAX_VALUE, consumer);
    }

    @Override
    public void close() {
        core.storage.close();
    }
}
