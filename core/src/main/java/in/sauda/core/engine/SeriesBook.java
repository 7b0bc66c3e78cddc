package in.sauda.core.engine;

import in.sauda.core.calendar.PhaseCache;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.candles.DerivedSeries;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All bar series, shared by charts and strategies: one per instrument and timeframe, made by whoever asks first.
///
/// {@link #series} is safe from any thread; the rest belongs to the engine thread.
final class SeriesBook {
    private record Key(int instrument, Timeframe timeframe) {}

    private final InstrumentRegistry registry;
    private final PhaseCache phases;
    private final Map<Key, LiveBarSeries> series = new ConcurrentHashMap<>();
    private final Map<Key, DerivedSeries> derived = new ConcurrentHashMap<>();
    private final List<DerivedSeries> toUpdate = new ArrayList<>();

    SeriesBook(InstrumentRegistry registry, PhaseCache phases) {
        this.registry = registry;
        this.phases = phases;
    }

    LiveBarSeries series(int instrument, Timeframe timeframe) {
        return series.computeIfAbsent(
                new Key(instrument, timeframe),
                _ -> new LiveBarSeries(
                        timeframe, registry.instrument(instrument).priceDecimals()));
    }

    /// Instruments with a one-minute series, in no order; safe from any thread.
    List<Instrument> withMinutes() {
        return series.keySet().stream()
                .filter(key -> key.timeframe() == Timeframe.M1)
                .map(key -> registry.instrument(key.instrument()))
                .toList();
    }

    /// Starts keeping a wider series up to date.
    void derive(int instrument, Timeframe timeframe) {
        if (timeframe == Timeframe.M1) {
            return;
        }
        derived.computeIfAbsent(new Key(instrument, timeframe), _ -> {
            DerivedSeries added = new DerivedSeries(
                    series(instrument, Timeframe.M1),
                    series(instrument, timeframe),
                    SessionClass.of(registry.instrument(instrument)),
                    phases);
            toUpdate.add(added);
            return added;
        });
    }

    @Nullable
    DerivedSeries derived(int instrument, Timeframe timeframe) {
        return derived.get(new Key(instrument, timeframe));
    }

    /// Lets every wider series follow its minutes.
    void update(long exchangeMillis) {
        for (int i = 0; i < toUpdate.size(); i++) {
            toUpdate.get(i).update(exchangeMillis);
        }
    }
}
