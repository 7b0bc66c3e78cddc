package in.sauda.core.replay;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.CandleCounters;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.engine.CoreSettings;
import in.sauda.core.engine.EngineParts;
import in.sauda.core.engine.SteppedCore;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.signals.Signal;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/// Recorded ticks through the whole live engine: quote book, candles, indicators, strategies, with the
/// recording's time.
///
/// The result depends on nothing but the ticks. One thread, one use; {@link #close()} at the end.
public final class TickReplay implements AutoCloseable {
    private static final long STEP_MILLIS = 1_000L;

    /// Longer than a minute and its grace: what is open closes.
    private static final long TAIL_MILLIS = 120_000L;

    private final InstrumentRegistry registry = new InstrumentRegistry();
    private final Map<String, Instrument> instruments = new LinkedHashMap<>();
    private final List<Signal> signals = new ArrayList<>();
    private final MarketEvent event = new MarketEvent();
    private final VirtualTime time;
    private final SteppedCore core;
    private final LongConsumer advance;
    private long steppedMillis;
    private long ticks;

    /// @param startMillis time at which the engine is started, before the first tick
    /// @param advance told the recording's time each time it moves on, for pacing
    public TickReplay(TradingCalendar calendar, long startMillis, LongConsumer advance) {
        this.advance = advance;
        time = new VirtualTime(startMillis);
        steppedMillis = startMillis;
        core = new SteppedCore(
                CoreSettings.of(TradingMode.DEMO),
                new EngineParts(calendar, time, time, registry, new EmptyDirectory(), InMemoryStores.create()));
    }

    /// Takes the next tick of the recording.
    public void onTick(RecordedTick tick) {
        ticks++;
        time.advanceTo(tick.millis());
        if (time.millis() - steppedMillis >= STEP_MILLIS) {
            step();
        }
        Instrument instrument = instruments.get(tick.symbol());
        if (instrument == null) {
            instrument = instrument(tick);
            instruments.put(tick.symbol(), instrument);
            core.send(new Command.Watch("replay", List.of(instrument), FeedMode.QUOTE));
        }
        event.lastPrice = tick.price();
        event.clear();
        event.instrument = registry.index(instrument);
        event.mode = FeedMode.QUOTE;
        event.exchangeMillis = tick.millis();
        event.receivedMillis = time.wallMillis();
        event.receivedNanos = time.nanos();
        event.volume = tick.volume();
        core.onEvent(event);
        collect();
    }

    private static Instrument instrument(RecordedTick tick) {
        boolean index = tick.volume() <= 0 && tick.symbol().startsWith("NIFTY");
        return new Instrument(
                "file",
                new InstrumentKey(Segment.NSE, tick.symbol()),
                tick.symbol(),
                tick.symbol(),
                "",
                index ? InstrumentCategory.INDEX : InstrumentCategory.EQUITY,
                null,
                0,
                null,
                1,
                5,
                0,
                false);
    }

    private void step() {
        steppedMillis = time.millis();
        advance.accept(steppedMillis);
        core.step();
        collect();
    }

    private void collect() {
        core.drain(notice -> {
            if (notice instanceof UiEvent.SignalRaised raised) {
                signals.add(raised.signal());
            }
        });
    }

    /// The recording is over: what is open closes.
    public void finish() {
        time.advanceTo(time.millis() + TAIL_MILLIS);
        step();
    }

    /// One-minute candles of a symbol so far.
    public LiveBarSeries candles(String symbol) {
        Instrument instrument = instruments.get(symbol);
        if (instrument == null) {
            throw new IllegalArgumentException("The recording has no ticks of " + symbol + ".");
        }
        return core.minutes(registry.index(instrument));
    }

    /// Symbols in the order of their first ticks.
    public List<Instrument> instruments() {
        return List.copyOf(instruments.values());
    }

    public List<Signal> signals() {
        return Collections.unmodifiableList(signals);
    }

    /// What the engine thought of the ticks.
    public CandleCounters counters() {
        return core.counters();
    }

    public long ticks() {
        return ticks;
    }

    @Override
    public void close() {
        core.close();
    }
}
