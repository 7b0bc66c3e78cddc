package in.sauda.core.engine;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.truth.CandleTruth;
import in.sauda.core.truth.DayParity;
import in.sauda.core.truth.MinuteDifference;
import in.sauda.core.truth.RereadProgress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Answers questions about the origin of minutes on the asker's thread.
final class TruthDesk implements CandleTruth {
    private final EngineCore core;
    private final EngineParts parts;

    TruthDesk(EngineCore core, EngineParts parts) {
        this.core = core;
        this.parts = parts;
    }

    @Override
    public List<Instrument> instruments() {
        return core.series.withMinutes();
    }

    @Override
    public BarSeries minutes(Instrument instrument) {
        return core.series.series(parts.registry().index(instrument), Timeframe.M1);
    }

    @Override
    public List<LocalDate> sessions() {
        TradingCalendar calendar = parts.calendar();
        long now = core.status.current().marketMillis();
        LocalDate day = calendar.latestTradingDay(IndiaTime.date(now));
        List<LocalDate> days = new ArrayList<>();
        while (days.size() < Backfill.MINUTE_SESSIONS) {
            days.add(day);
            day = calendar.previousTradingDay(day);
        }
        return days;
    }

    @Override
    public RereadProgress progress() {
        return core.reread.progress();
    }

    @Override
    public List<DayParity> parity(LocalDate date) {
        return parts.stores().parity().load(date);
    }

    @Override
    public List<MinuteDifference> differences(LocalDate date, InstrumentKey key) {
        return parts.stores().parity().differences(date, key);
    }
}
