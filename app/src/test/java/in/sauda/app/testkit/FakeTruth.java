package in.sauda.app.testkit;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.truth.CandleTruth;
import in.sauda.core.truth.DayParity;
import in.sauda.core.truth.MinuteDifference;
import in.sauda.core.truth.RereadProgress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Minutes and comparisons a test puts in.
public final class FakeTruth implements CandleTruth {
    public final Map<Instrument, BarSeries> minutes = new LinkedHashMap<>();
    public final List<DayParity> parity = new ArrayList<>();
    public final List<MinuteDifference> differences = new ArrayList<>();
    public final List<LocalDate> sessions = new ArrayList<>();
    public RereadProgress progress = RereadProgress.NONE;

    @Override
    public List<Instrument> instruments() {
        return List.copyOf(minutes.keySet());
    }

    @Override
    public BarSeries minutes(Instrument instrument) {
        return minutes.getOrDefault(instrument, ArrayBars.empty(Timeframe.M1));
    }

    @Override
    public List<LocalDate> sessions() {
        return List.copyOf(sessions);
    }

    @Override
    public RereadProgress progress() {
        return progress;
    }

    @Override
    public List<DayParity> parity(LocalDate date) {
        return parity.stream().filter(day -> day.date().equals(date)).toList();
    }

    @Override
    public List<MinuteDifference> differences(LocalDate date, InstrumentKey key) {
        return List.copyOf(differences);
    }
}
