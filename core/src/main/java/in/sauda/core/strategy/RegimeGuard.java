package in.sauda.core.strategy;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.indicators.AverageTrueRange;
import in.sauda.core.indicators.DirectionalMovement;
import in.sauda.core.indicators.RelativeVolume;
import in.sauda.core.indicators.SimpleAverage;
import java.util.Locale;

/// What kind of market a symbol is in, and what momentum does in it (rules 2.10, X-1).
///
/// A pure function of the bars: it goes through the last five hundred up to the one asked for, so a live signal, a
/// replay and an explanation read the same. Announcements come from the calendar of the data folder; the shipped one
/// has none, and then their pressure is nothing.
public final class RegimeGuard {
    private static final int REACH = 500;
    private static final int NEEDED = 50;
    private static final double THIN = 0.2;
    private static final double TRENDING = 0.25;
    private static final double HIGH = 1.5;
    private static final double PRESSING = 0.8;
    private static final int COOL_DOWN_BARS = 30;
    private static final long MINUTE_MILLIS = 60_000L;

    /// How much it may say.
    public enum Mode {
        OFF,
        /// Written into the reason of a signal and nothing else.
        SHADOW,
        /// Keeps signals back.
        ENFORCE
    }

    /// The kinds of market, each with what it means for momentum.
    enum Regime {
        /// Too few bars, or hardly anything trades.
        UNDEFINED("undefined", 0, 1),
        TRENDING_NORMAL("trending", 1, 5),
        TRENDING_HIGH("trending, volatile", 0.5, 1),
        REVERTING("mean-reverting", 0, 3),
        /// An announcement is near, or was a moment ago.
        EVENT("before an announcement", 0, 1);

        private final String title;
        private final double factor;
        private final int confirmations;

        Regime(String title, double factor, int confirmations) {
            this.title = title;
            this.factor = factor;
            this.confirmations = confirmations;
        }
    }

    /// The regime at a bar.
    ///
    /// @param strength ADX / 100
    /// @param volatility ATR over its own mean
    /// @param liquidity volume over its mean, at most 1
    record Reading(Regime regime, double strength, double volatility, double liquidity) {
        /// 1 allows a signal, 0 blocks it, between them its confidence counts that much.
        double factor() {
            return regime.factor;
        }

        boolean blocks() {
            return regime.factor == 0;
        }

        /// {@code trending, volatile (ADX 31, volatility 1.62×)}.
        String words() {
            return Double.isNaN(strength)
                    ? regime.title
                    : String.format(
                            Locale.ROOT, "%s (ADX %.0f, volatility %.2f×)", regime.title, strength * 100, volatility);
        }
    }

    private final DirectionalMovement direction = new DirectionalMovement(14);
    private final AverageTrueRange range = new AverageTrueRange(14);
    private final SimpleAverage usualRange = new SimpleAverage(20);
    private final RelativeVolume volume = new RelativeVolume(20);
    private Regime regime = Regime.UNDEFINED;
    private Regime candidate = Regime.UNDEFINED;
    private final EventPressure events;
    private int cooling;
    private int seen;
    private int bars;

    private RegimeGuard(EventPressure events) {
        this.events = events;
    }

    /// The regime at the close of a bar.
    static Reading at(BarSeries series, int bar, EventPressure events) {
        RegimeGuard guard = new RegimeGuard(events);
        for (int at = Math.max(0, bar - REACH + 1); at <= bar; at++) {
            guard.add(series, at);
        }
        return guard.reading();
    }

    private void add(BarSeries series, int bar) {
        bars++;
        double high = FixedPoint.toDouble(series.high(bar), series.priceDecimals());
        double low = FixedPoint.toDouble(series.low(bar), series.priceDecimals());
        double close = FixedPoint.toDouble(series.close(bar), series.priceDecimals());
        direction.add(high, low, close);
        range.add(high, low, close);
        if (range.warm()) {
            usualRange.add(range.value());
        }
        volume.add(Math.max(0, series.volume(bar)));
        confirm(raw(series.startMillis(bar) + MINUTE_MILLIS));
    }

    /// The lock comes first, then whether anything trades at all, then the pressure that rises before it.
    private Regime raw(long closedMillis) {
        if (events.locked(closedMillis)) {
            cooling = COOL_DOWN_BARS;
            return Regime.EVENT;
        }
        if (cooling > 0) {
            cooling--;
            return Regime.EVENT;
        }
        Regime calm = withoutEvents();
        return calm != Regime.UNDEFINED && events.at(closedMillis) >= PRESSING ? Regime.EVENT : calm;
    }

    private Regime withoutEvents() {
        if (bars < NEEDED || Double.isNaN(direction.value()) || !(liquidity() >= THIN)) {
            return Regime.UNDEFINED;
        }
        if (direction.value() / 100 < TRENDING) {
            return Regime.REVERTING;
        }
        return volatility() >= HIGH ? Regime.TRENDING_HIGH : Regime.TRENDING_NORMAL;
    }

    /// A regime is believed after it was seen so often in a row: trouble at once, a calm trend last of all.
    private void confirm(Regime now) {
        seen = now == candidate ? seen + 1 : 1;
        candidate = now;
        if (now != regime && seen >= now.confirmations) {
            regime = now;
        }
    }

    private double volatility() {
        return range.value() / usualRange.value();
    }

    private double liquidity() {
        return Math.min(1, volume.value());
    }

    private Reading reading() {
        return new Reading(regime, direction.value() / 100, volatility(), liquidity());
    }
}
