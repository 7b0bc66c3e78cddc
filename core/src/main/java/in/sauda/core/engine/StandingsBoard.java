package in.sauda.core.engine;

import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.indicators.SessionIndicators;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.strategy.MomentumProfile;
import in.sauda.core.strategy.MomentumReading;
import in.sauda.core.view.ConflatedRows;
import in.sauda.core.view.StandingRow;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// Where every watched symbol of the universe stands, minute by minute, whether or not a strategy runs. Engine thread
/// only; the rows are read by the screen.
final class StandingsBoard {
    private final MomentumProfile profile;
    private final Predicate<Instrument> universe;
    private final IntPredicate warm;
    private final ConflatedRows<StandingRow> rows;
    private final Map<Integer, SessionIndicators> indicators = new HashMap<>();

    StandingsBoard(MomentumProfile profile, Predicate<Instrument> universe, IntPredicate warm, int capacity) {
        this.profile = profile;
        this.universe = universe;
        this.warm = warm;
        rows = new ConflatedRows<>(capacity);
    }

    void onCandles(CandleBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.index(i) < rows.capacity() && universe.test(batch.instrument(i))) {
                rows.put(batch.index(i), row(batch, i));
            }
        }
    }

    private StandingRow row(CandleBatch batch, int i) {
        int index = batch.index(i);
        int bar = batch.bar(i);
        LiveBarSeries series = batch.series(i);
        SessionIndicators values =
                indicators.computeIfAbsent(index, _ -> new SessionIndicators(profile.volumeWindow()));
        values.advanceTo(series, bar);
        long close = series.close(bar);
        MomentumReading reading = new MomentumReading(
                SessionIndicators.rupees(series, close),
                series.vwap(bar),
                values.dayHighDistancePercent(close),
                values.relativeVolume());
        return new StandingRow(
                index,
                batch.instrument(i),
                series.startMillis(bar),
                close,
                values.dayHigh(),
                reading,
                reading.status(profile),
                warm.test(index));
    }

    ConflatedRows<StandingRow> rows() {
        return rows;
    }
}
