package in.sauda.core.engine;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.CandleBuilder;
import in.sauda.core.candles.CandleSink;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.paper.PaperExchange;
import in.sauda.core.storage.StorageWriter;
import in.sauda.core.time.ExchangeClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way of one market event: quote, candle, strategies. Engine thread only.
final class MarketPath implements InboundRing.Consumer, CandleSink {
    private final ExchangeClock clock;
    private final QuoteBook quotes;
    private final ClockSkew skew;
    private final StorageWriter storage;
    private final Backfill backfill;
    private final Supervisor supervisor;
    private final CandlePulse pulse;
    private final MinuteCheck minutes;
    private final StrategyRuntime strategies;
    private final StandingsBoard standings;
    private final AlertDesk alerts;
    private @Nullable CandleBuilder candles;
    private @Nullable LossWatch losses;
    private @Nullable PaperExchange paper;
    private EngineRecorder recorder = EngineRecorder.NONE;
    private boolean stopping;
    private long ticks;
    private long lastEventNanos;

    MarketPath(
            ExchangeClock clock,
            QuoteBook quotes,
            ClockSkew skew,
            StorageWriter storage,
            Backfill backfill,
            Supervisor supervisor,
            CandlePulse pulse,
            MinuteCheck minutes,
            StrategyRuntime strategies,
            StandingsBoard standings,
            AlertDesk alerts) {
        this.clock = clock;
        this.quotes = quotes;
        this.skew = skew;
        this.storage = storage;
        this.backfill = backfill;
        this.supervisor = supervisor;
        this.pulse = pulse;
        this.minutes = minutes;
        this.strategies = strategies;
        this.standings = standings;
        this.alerts = alerts;
    }

    /// The builder reports back to this path, so it is made after it.
    void connect(CandleBuilder builder, LossWatch watch, @Nullable PaperExchange exchange) {
        candles = builder;
        losses = watch;
        paper = exchange;
    }

    void record(EngineRecorder with) {
        recorder = with;
    }

    @Override
    public void onEvent(MarketEvent event) {
        recorder.market(event);
        ticks++;
        lastEventNanos = event.receivedNanos;
        try {
            handle(event);
        } catch (RuntimeException failure) {
            supervisor.failed("a market update", failure);
        }
    }

    private void handle(MarketEvent event) {
        if (event.exchangeMillis > 0 && !event.polled && skew.add(clock.marketMillis() - event.exchangeMillis)) {
            clock.skew(skew.millis());
            if (losses != null) {
                losses.skew(skew.millis());
            }
        }
        boolean good = quotes.update(event);
        if (good && candles != null) {
            candles.onEvent(event);
        }
        if (paper != null && !paper.isIdle()) {
            paper.onQuote(event.instrument);
        }
        if (good) {
            alerts.onEvent(event);
        }
    }

    @Override
    public void onClosed(CandleBatch batch) {
        List<CandleStore.Entry> entries = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Candle candle = batch.series(i).candle(batch.bar(i));
            entries.add(new CandleStore.Entry(batch.instrument(i).key(), Timeframe.M1, candle));
        }
        storage.save(entries);
        pulse.onClosed(batch);
        minutes.closed(batch);
        if (stopping) {
            return;
        }
        standings.onCandles(batch);
        strategies.onCandles(batch);
        try {
            alerts.onCandles(batch);
        } catch (RuntimeException failure) {
            supervisor.failed("alerts", failure);
        }
    }

    @Override
    public void onRevised(int index, Instrument instrument, Candle candle) {
        storage.save(List.of(new CandleStore.Entry(instrument.key(), Timeframe.M1, candle)));
    }

    @Override
    public void onMerged(int index, Instrument instrument, List<Candle> merged) {
        keep(instrument, Timeframe.M1, merged);
    }

    /// Saves candles as they are.
    void keep(Instrument instrument, Timeframe timeframe, List<Candle> kept) {
        storage.save(kept.stream()
                .map(candle -> new CandleStore.Entry(instrument.key(), timeframe, candle))
                .toList());
    }

    @Override
    public void onHole(int index, Instrument instrument) {
        backfill.hole(index);
    }

    /// From now on minutes are closed only to be saved.
    void stopping() {
        stopping = true;
    }

    /// Market events consumed.
    long ticks() {
        return ticks;
    }

    /// Since the newest market event, -1 when there was none.
    long feedAgeNanos(long nowNanos) {
        return ticks == 0 ? -1 : Math.max(0, nowNanos - lastEventNanos);
    }
}
