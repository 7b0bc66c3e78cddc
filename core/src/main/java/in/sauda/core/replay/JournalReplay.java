package in.sauda.core.replay;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.engine.CoreSettings;
import in.sauda.core.engine.EngineParts;
import in.sauda.core.engine.SteppedCore;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.journal.JournalDecoder;
import in.sauda.core.signals.Signal;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.view.QuoteRow;
import in.sauda.core.view.UiEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A journal through the whole live engine: the same inputs in the same order at the same times give the same candles
/// and signals as live, bit for bit. A journal of several runs gives what each of them saw.
public final class JournalReplay implements JournalDecoder.Listener, AutoCloseable {
    /// The engine of one run.
    private final class Run implements AutoCloseable {
        private final InstrumentRegistry registry = new InstrumentRegistry();
        private final Map<Integer, Integer> indexes = new HashMap<>();
        private final RecordedTime time = new RecordedTime();
        private final SteppedCore core;

        /// The engine begins at the time of its first record.
        private Run(long marketMillis, long nanos) {
            time.set(marketMillis, nanos);
            core = new SteppedCore(
                    CoreSettings.of(TradingMode.DEMO),
                    new EngineParts(calendar, time, time, registry, new EmptyDirectory(), InMemoryStores.create()));
        }

        private int index(int journalIndex) {
            return Objects.requireNonNull(indexes.get(journalIndex), "an instrument the journal did not introduce");
        }

        private void collect() {
            core.drain(notice -> {
                if (notice instanceof UiEvent.SignalRaised raised) {
                    signals.add(raised.signal());
                }
            });
        }

        @Override
        public void close() {
            for (int index = 0; index < registry.size(); index++) {
                LiveBarSeries series = core.minutes(index);
                TreeMap<Long, Candle> known = candles.computeIfAbsent(registry.instrument(index), _ -> new TreeMap<>());
                for (int bar = 0; bar < series.size(); bar++) {
                    known.put(series.startMillis(bar), series.candle(bar));
                }
            }
            core.close();
        }
    }

    private final TradingCalendar calendar;
    private final LongConsumer advance;
    private final Map<Instrument, TreeMap<Long, Candle>> candles = new LinkedHashMap<>();
    private final List<Signal> signals = new ArrayList<>();
    private volatile @Nullable Run run;
    private long events;
    private long missing;

    /// @param advance told the journal's time each time it moves on, for pacing
    public JournalReplay(TradingCalendar calendar, LongConsumer advance) {
        this.calendar = calendar;
        this.advance = advance;
    }

    private Run run() {
        return Objects.requireNonNull(run, "a journal begins with the time");
    }

    @Override
    public void start() {
        finish();
    }

    @Override
    public void instrument(int index, Instrument instrument) {
        run().indexes.put(index, run().registry.index(instrument));
    }

    @Override
    public void gap(long records) {
        missing += records;
    }

    @Override
    public void time(long marketMillis, long nanos) {
        advance.accept(marketMillis);
        if (run == null) {
            run = new Run(marketMillis, nanos);
        }
        run().time.set(marketMillis, nanos);
        run().core.onTime();
        run().core.publishQuotes();
    }

    @Override
    public void market(MarketEvent event) {
        events++;
        event.instrument = run().index(event.instrument);
        run().core.onEvent(event);
        run().collect();
    }

    @Override
    public void closing() {
        run().core.closeDue();
        run().collect();
    }

    @Override
    public void track(int index) {
        run().core.track(run().index(index));
    }

    @Override
    public void candles(int index, List<Candle> past) {
        run().core.merge(run().index(index), past);
    }

    @Override
    public void reconnected(long nanos) {
        run().core.reconnected(nanos);
    }

    @Override
    public void lend(int index, int future) {
        run().core.lend(run().index(index), run().index(future));
    }

    @Override
    public void suspect(long sinceMillis) {
        run().core.suspect(sinceMillis);
    }

    @Override
    public void warm(int index, boolean warm) {
        run().core.warm(run().index(index), warm);
    }

    @Override
    public void strategy(StrategySetup setup) {
        run().core.strategy(setup);
    }

    @Override
    public void strategyRemoved(String id) {
        run().core.strategyRemoved(id);
    }

    @Override
    public void universe(Set<InstrumentKey> keys) {
        run().core.universe(keys);
    }

    @Override
    public void timer() {
        run().core.timer();
        run().collect();
    }

    @Override
    public void contracts(String strategy, int spot, List<Integer> options) {
        run().core
                .contracts(
                        strategy,
                        run().registry.instrument(run().index(spot)),
                        options.stream()
                                .map(index -> run().registry.instrument(run().index(index)))
                                .toList());
    }

    /// The journal, or one of its runs, is over.
    public void finish() {
        Run current = run;
        run = null;
        if (current != null) {
            current.collect();
            current.close();
        }
    }

    /// Instruments the present run has introduced so far. Any thread.
    List<Instrument> introduced() {
        Run current = run;
        List<Instrument> known = new ArrayList<>();
        for (int index = 0; current != null && index < current.registry.size(); index++) {
            known.add(current.registry.instrument(index));
        }
        return known;
    }

    /// Growing one-minute candles of an introduced instrument. Any thread; only the replay writes.
    Optional<LiveBarSeries> minutes(Instrument instrument) {
        Run current = run;
        return current == null
                ? Optional.empty()
                : Optional.of(current.core.minutes(current.registry.index(instrument)));
    }

    /// Newest quote of an introduced instrument, empty before its first. Any thread.
    Optional<QuoteRow> quote(Instrument instrument) {
        Run current = run;
        return current == null
                ? Optional.empty()
                : Optional.ofNullable(current.core.quotes().get(current.registry.index(instrument)));
    }

    public List<Instrument> instruments() {
        return List.copyOf(candles.keySet());
    }

    /// One-minute candles of an instrument after {@link #finish()}, oldest first.
    public List<Candle> candles(Instrument instrument) {
        return List.copyOf(candles.getOrDefault(instrument, new TreeMap<>()).values());
    }

    public List<Signal> signals() {
        return Collections.unmodifiableList(signals);
    }

    /// Market events played.
    public long events() {
        return events;
    }

    /// Records the journal itself says it is missing.
    public long missing() {
        return missing;
    }

    @Override
    public void close() {
        finish();
    }
}
