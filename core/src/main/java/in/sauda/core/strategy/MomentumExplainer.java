package in.sauda.core.strategy;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Side;
import in.sauda.core.indicators.SessionIndicators;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.strategy.Explanation.Held;
import in.sauda.core.strategy.Explanation.Rule;
import in.sauda.core.strategy.Explanation.Verdict;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Goes through the bars as the strategy did, with the same readings and the same repeat rule, and writes down every
/// value. It sees the bars as they stand now: what history amended later may read otherwise than it did live.
final class MomentumExplainer {
    private static final long MINUTE_MILLIS = 60_000L;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final MomentumProfile profile;
    private final Instrument instrument;
    private final BarSeries series;
    private final SessionIndicators indicators;
    private final RepeatRule repeats;
    private final EventPressure events;

    MomentumExplainer(MomentumProfile profile, Instrument instrument, BarSeries series, EventPressure events) {
        this.events = events;
        this.profile = profile;
        this.instrument = instrument;
        this.series = series;
        indicators = new SessionIndicators(profile.volumeWindow());
        repeats = new RepeatRule(profile.repeatMillis());
    }

    /// Every closed bar of the day that holds the time, oldest first.
    List<Explanation> day(long dayMillis) {
        long from = IndiaTime.startOfDay(dayMillis);
        long to = IndiaTime.nextMidnight(dayMillis);
        int closed = series.forming() ? series.size() - 1 : series.size();
        List<Explanation> day = new ArrayList<>();
        for (int bar = 0; bar < closed && series.startMillis(bar) < to; bar++) {
            indicators.add(series, bar);
            Explanation explanation = judge(bar);
            if (series.startMillis(bar) >= from) {
                day.add(explanation);
            }
        }
        return day;
    }

    private Explanation judge(int bar) {
        long start = series.startMillis(bar);
        long close = series.close(bar);
        if (bar + 1 < profile.minimumCandles()) {
            Rule rule = new Rule(
                    "Candles so far", Integer.toString(bar + 1), "at least " + profile.minimumCandles(), Held.NO);
            return new Explanation(
                    start,
                    close,
                    Verdict.NOT_JUDGED,
                    Double.NaN,
                    Double.NaN,
                    List.of(rule),
                    "Not judged: too few candles.");
        }
        MomentumReading high = reading(bar, Side.BUY);
        if (high.distancePercent() > profile.dayHighProximityPercent()) {
            repeats.leftBand();
        }
        boolean sell = profile.shortSide() && high.close() < high.vwap();
        MomentumReading reading = sell ? reading(bar, Side.SELL) : high;
        return verdict(bar, reading, sell);
    }

    private MomentumReading reading(int bar, Side side) {
        long close = series.close(bar);
        double distance =
                side == Side.BUY ? indicators.dayHighDistancePercent(close) : indicators.dayLowDistancePercent(close);
        return new MomentumReading(
                SessionIndicators.rupees(series, close), series.vwap(bar), distance, indicators.relativeVolume());
    }

    private Explanation verdict(int bar, MomentumReading reading, boolean sell) {
        long start = series.startMillis(bar);
        boolean conditions = sell ? reading.fulfilsShort(profile) : reading.fulfilsLong(profile);
        boolean open = profile.open(start + MINUTE_MILLIS);
        boolean repeat = repeats.holdsBack(start);
        List<Rule> rules = new ArrayList<>(conditions(reading, sell));
        rules.add(hours(start, open));
        rules.add(repeatRule(start, repeat));
        boolean asked = conditions && profile.regimeGuard() != RegimeGuard.Mode.OFF;
        RegimeGuard.Reading market = asked ? RegimeGuard.at(series, bar, events) : null;
        Rule regime = regime(market);
        rules.add(regime);
        Verdict verdict = !conditions
                ? undefined(reading) ? Verdict.NOT_JUDGED : Verdict.NO_SIGNAL
                : open && !repeat && regime.held() == Held.YES ? Verdict.SIGNAL : Verdict.HELD_BACK;
        if (verdict == Verdict.SIGNAL) {
            repeats.raised(start);
        }
        return new Explanation(
                start,
                series.close(bar),
                verdict,
                conditions ? reading.confidence(profile) * profile.weight(market) : Double.NaN,
                conditions ? reading.legacyConfidence() : Double.NaN,
                rules,
                sentence(verdict, rules, sell));
    }

    /// How far the close is from VWAP.
    private static String lead(MomentumReading reading) {
        return Double.isNaN(reading.vwap())
                ? IndianNumbers.UNKNOWN
                : String.format(Locale.ROOT, "%+.3f %%", (reading.close() / reading.vwap() - 1) * 100);
    }

    private static boolean undefined(MomentumReading reading) {
        return Double.isNaN(reading.vwap()) || Double.isNaN(reading.relativeVolume());
    }

    private List<Rule> conditions(MomentumReading reading, boolean sell) {
        String vwap = Double.isNaN(reading.vwap()) ? IndianNumbers.UNKNOWN : rupees(reading.vwap());
        boolean side = sell ? reading.close() < reading.vwap() : reading.close() > reading.vwap();
        long extreme = sell ? indicators.dayLow() : indicators.dayHigh();
        return List.of(
                new Rule(
                        sell ? "Close below VWAP" : "Close above VWAP",
                        lead(reading),
                        (sell ? "below " : "above ") + vwap,
                        held(side, reading.vwap())),
                new Rule(
                        "Distance from the day's " + (sell ? "low " : "high ")
                                + IndianNumbers.price(extreme, instrument.segment()),
                        String.format(Locale.ROOT, "%.3f %%", reading.distancePercent()),
                        "at most " + StrategyParameter.trimmed(profile.dayHighProximityPercent()) + " %",
                        held(
                                reading.distancePercent() <= profile.dayHighProximityPercent(),
                                reading.distancePercent())),
                new Rule(
                        "Volume over its " + profile.volumeWindow() + "-bar mean",
                        Double.isNaN(reading.relativeVolume())
                                ? IndianNumbers.UNKNOWN
                                : String.format(Locale.ROOT, "%.3f×", reading.relativeVolume()),
                        "at least " + StrategyParameter.trimmed(profile.volumeMultiplier()) + "×",
                        held(reading.relativeVolume() >= profile.volumeMultiplier(), reading.relativeVolume())));
    }

    private Rule hours(long start, boolean open) {
        return new Rule(
                "Time of the close",
                CLOCK.format(IndiaTime.time(start + MINUTE_MILLIS)),
                CLOCK.format(profile.noSignalBefore()) + " to " + CLOCK.format(profile.lastSignal()),
                open ? Held.YES : Held.NO);
    }

    private Rule repeatRule(long start, boolean repeat) {
        long minutes = profile.repeatMillis() / MINUTE_MILLIS;
        boolean none = repeats.lastMillis() < IndiaTime.startOfDay(start);
        return new Rule(
                "Last signal of this symbol",
                none ? "none today" : (start - repeats.lastMillis()) / MINUTE_MILLIS + " min ago",
                minutes == 0 ? "any" : "at least " + minutes + " min ago, or out of the band since",
                repeat ? Held.NO : Held.YES);
    }

    /// Asked only where the conditions hold, as live.
    private Rule regime(RegimeGuard.@Nullable Reading market) {
        String title = "Kind of market";
        boolean enforced = profile.regimeGuard() == RegimeGuard.Mode.ENFORCE;
        String wanted = enforced ? "trending" : "any, the guard only watches";
        return market == null
                ? new Rule(title, "not asked", "any", Held.YES)
                : new Rule(title, market.words(), wanted, enforced && market.blocks() ? Held.NO : Held.YES);
    }

    private static Held held(boolean holds, double value) {
        return Double.isNaN(value) ? Held.UNKNOWN : holds ? Held.YES : Held.NO;
    }

    private String rupees(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    private static String sentence(Verdict verdict, List<Rule> rules, boolean sell) {
        String failed = String.join(
                "; ",
                rules.stream()
                        .filter(rule -> rule.held() != Held.YES)
                        .map(rule -> lower(rule.title()) + ": " + rule.value() + ", wanted " + rule.wanted())
                        .toList());
        return switch (verdict) {
            case SIGNAL -> sell ? "Short signal: every rule holds." : "Signal: every rule holds.";
            case HELD_BACK -> "Held back – " + failed + ".";
            case NO_SIGNAL -> "No signal – " + failed + ".";
            case NOT_JUDGED -> "Not judged – " + failed + ".";
        };
    }

    private static String lower(String title) {
        return Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
