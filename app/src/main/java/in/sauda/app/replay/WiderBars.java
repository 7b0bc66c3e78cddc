package in.sauda.app.replay;

import in.sauda.core.calendar.PhaseCache;
import in.sauda.core.calendar.SessionClass;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.DerivedSeries;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import java.util.HashMap;
import java.util.Map;

/// Wider candles made of a replay's minutes as they grow. One thread: the one that looks at them also makes them.
final class WiderBars {
    private record Key(Instrument instrument, Timeframe timeframe) {}

    private record Kept(LiveBarSeries series, DerivedSeries derived) {}

    private final PhaseCache phases;
    private final Map<Key, Kept> kept = new HashMap<>();

    WiderBars(TradingCalendar calendar) {
        phases = new PhaseCache(calendar);
    }

    /// @param minutes of the instrument, of this round of the replay
    BarSeries of(Instrument instrument, LiveBarSeries minutes, Timeframe timeframe, long exchangeMillis) {
        if (timeframe == Timeframe.M1) {
            return minutes;
        }
        Kept found = kept.computeIfAbsent(new Key(instrument, timeframe), _ -> {
            LiveBarSeries series = new LiveBarSeries(timeframe, instrument.priceDecimals());
            return new Kept(series, new DerivedSeries(minutes, series, SessionClass.of(instrument), phases));
        });
        found.derived.update(exchangeMillis);
        return found.series;
    }

    void update(long exchangeMillis) {
        kept.values().forEach(each -> each.derived.update(exchangeMillis));
    }

    /// A new round has new minutes.
    void clear() {
        kept.clear();
    }
}
