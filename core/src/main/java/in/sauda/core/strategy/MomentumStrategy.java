package in.sauda.core.strategy;

import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Side;
import in.sauda.core.indicators.SessionIndicators;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Momentum near the day's high with volume (note 002, rules 2.1 and 2.2): judged once per closed minute and symbol.
public final class MomentumStrategy implements Strategy {
    private static final long MINUTE_MILLIS = Timeframe.M1.millis();

    /// A candle that closed longer ago than this says nothing about now, e.g. after the computer slept.
    private static final long STALE_MILLIS = 300_000L;

    private static final class SymbolState {
        private final SessionIndicators indicators;
        private final RepeatRule repeats;

        private SymbolState(MomentumProfile profile) {
            indicators = new SessionIndicators(profile.volumeWindow());
            repeats = new RepeatRule(profile.repeatMillis());
        }
    }

    private final MomentumProfile profile;
    private final Predicate<Instrument> universe;
    private final StrategyContext context;
    private @Nullable SymbolState[] states = new SymbolState[256];
    private long suppressed;

    public MomentumStrategy(MomentumProfile profile, Predicate<Instrument> universe, StrategyContext context) {
        this.profile = profile;
        this.universe = universe;
        this.context = context;
    }

    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public void onCandles(CandleBatch batch) {
        long closed = batch.minuteMillis() + MINUTE_MILLIS;
        boolean open = profile.open(closed) && context.exchangeMillis() - closed <= STALE_MILLIS;
        for (int i = 0; i < batch.size(); i++) {
            Instrument instrument = batch.instrument(i);
            if (universe.test(instrument) && context.warm(batch.index(i))) {
                judge(batch.index(i), instrument, batch.series(i), batch.bar(i), open);
            }
        }
    }

    private void judge(int index, Instrument instrument, LiveBarSeries series, int bar, boolean open) {
        if (bar + 1 < profile.minimumCandles()) {
            return;
        }
        SymbolState state = state(index);
        state.indicators.advanceTo(series, bar);
        MomentumReading longReading = reading(state, series, bar, Side.BUY);
        if (longReading.distancePercent() > profile.dayHighProximityPercent()) {
            state.repeats.leftBand();
        }
        if (longReading.fulfilsLong(profile)) {
            fire(state, index, instrument, series, bar, Side.BUY, longReading, open);
        } else if (profile.shortSide()) {
            MomentumReading shortReading = reading(state, series, bar, Side.SELL);
            if (shortReading.fulfilsShort(profile)) {
                fire(state, index, instrument, series, bar, Side.SELL, shortReading, open);
            }
        }
    }

    private static MomentumReading reading(SymbolState state, LiveBarSeries series, int bar, Side side) {
        long close = series.close(bar);
        double distance = side == Side.BUY
                ? state.indicators.dayHighDistancePercent(close)
                : state.indicators.dayLowDistancePercent(close);
        return new MomentumReading(
                SessionIndicators.rupees(series, close), series.vwap(bar), distance, state.indicators.relativeVolume());
    }

    private void fire(
            SymbolState state,
            int index,
            Instrument instrument,
            LiveBarSeries series,
            int bar,
            Side side,
            MomentumReading reading,
            boolean open) {
        long candle = series.startMillis(bar);
        if (!open || state.repeats.holdsBack(candle)) {
            suppressed++;
            return;
        }
        RegimeGuard.Reading regime =
                profile.regimeGuard() == RegimeGuard.Mode.OFF ? null : RegimeGuard.at(series, bar, context.events());
        if (regime != null && profile.regimeGuard() == RegimeGuard.Mode.ENFORCE && regime.blocks()) {
            suppressed++;
            return;
        }
        state.repeats.raised(candle);
        context.raise(signal(state, index, instrument, series, bar, side, reading, regime));
    }

    private Signal signal(
            SymbolState state,
            int index,
            Instrument instrument,
            LiveBarSeries series,
            int bar,
            Side side,
            MomentumReading reading,
            RegimeGuard.@Nullable Reading regime) {
        boolean buy = side == Side.BUY;
        long extreme = buy ? state.indicators.dayHigh() : state.indicators.dayLow();
        long entry = buy ? series.high(bar) : series.low(bar);
        long stop = FixedPoint.fromRupees(reading.vwap(), instrument.priceDecimals());
        return new Signal(
                context.nextSignalId(),
                profile.name(),
                buy ? "MOMENTUM_LONG" : "MOMENTUM_SHORT",
                index,
                instrument,
                series.startMillis(bar),
                context.exchangeMillis(),
                reading.confidence(profile) * profile.weight(regime),
                reading.legacyConfidence(),
                series.close(bar),
                series.volume(bar),
                reading.vwap(),
                extreme,
                reading.distancePercent(),
                reading.relativeVolume(),
                (buy ? "Above " : "Below ") + IndianNumbers.price(entry, instrument.segment()),
                (buy ? "Below " : "Above ") + IndianNumbers.price(stop, instrument.segment()),
                stop,
                reason(instrument, reading, extreme, buy) + words(regime));
    }

    private static String words(RegimeGuard.@Nullable Reading regime) {
        return regime == null ? "" : "; market " + regime.words() + (regime.blocks() ? ", the guard would block" : "");
    }

    private static String reason(Instrument instrument, MomentumReading reading, long extreme, boolean buy) {
        return String.format(
                Locale.ROOT,
                "close %.2f %s VWAP %.2f; %.2f %% from the day's %s %s; volume %.2f times its 20-bar mean",
                reading.close(),
                buy ? "above" : "below",
                reading.vwap(),
                reading.distancePercent(),
                buy ? "high" : "low",
                IndianNumbers.price(extreme, instrument.segment()),
                reading.relativeVolume());
    }

    private SymbolState state(int index) {
        if (index >= states.length) {
            states = Arrays.copyOf(states, Math.max(index + 1, states.length * 2));
        }
        SymbolState state = states[index];
        if (state == null) {
            state = new SymbolState(profile);
            states[index] = state;
        }
        return state;
    }

    @Override
    public long suppressed() {
        return suppressed;
    }
}
