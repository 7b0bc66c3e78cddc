package in.sauda.core.alerts;

import in.sauda.core.alerts.AlertMeasure.Source;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.view.QuoteRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// All alerts of a running terminal and when they fire. Engine thread only.
public final class AlertBook {
    private static final int HISTORY = 500;

    /// Told what the book decides.
    public interface Sink {
        void fired(AlertFiring firing, AlertRule rule);

        /// An alert is new, changed or fired.
        void keep(StoredAlert alert);
    }

    private final Sink sink;
    private final ToIntFunction<Instrument> indexes;
    private final Map<Long, ArmedAlert> alerts = new TreeMap<>();
    private final Map<Integer, List<ArmedAlert>> quoted = new HashMap<>();
    private final Map<Integer, List<ArmedAlert>> minutes = new HashMap<>();
    private final List<ArmedAlert> timed = new ArrayList<>();
    private final Map<Integer, MinuteReadings> readings = new HashMap<>();
    private final Deque<AlertFiring> history = new ArrayDeque<>();
    private long lastId;

    /// @param indexes registry index of an instrument
    public AlertBook(Sink sink, ToIntFunction<Instrument> indexes) {
        this.sink = sink;
        this.indexes = indexes;
    }

    /// Takes over what an earlier run kept.
    ///
    /// @param firings newest first
    public void restore(List<StoredAlert> stored, List<AlertFiring> firings) {
        stored.forEach(alert -> {
            alerts.put(alert.rule().id(), new ArmedAlert(alert));
            lastId = Math.max(lastId, alert.rule().id());
        });
        firings.forEach(firing -> lastId = Math.max(lastId, firing.alert()));
        history.addAll(firings);
        sort();
    }

    /// Adds an alert, or replaces the one of that id. Another condition or repetition arms it anew; a pause or a note
    /// leaves what it counted.
    public void set(AlertRule wanted) {
        AlertRule rule = wanted.id() == 0 ? wanted.withId(++lastId) : wanted;
        ArmedAlert known = alerts.get(rule.id());
        boolean same = known != null
                && known.rule().condition().equals(rule.condition())
                && known.rule().repeat() == rule.repeat();
        StoredAlert before = known == null ? new StoredAlert(rule, 0, 0, false) : known.stored();
        ArmedAlert armed =
                new ArmedAlert(new StoredAlert(rule, before.fired(), before.lastFiredMillis(), same && before.done()));
        alerts.put(rule.id(), armed);
        lastId = Math.max(lastId, rule.id());
        sort();
        sink.keep(armed.stored());
    }

    /// Lets a finished alert fire once more.
    public void rearm(long id) {
        ArmedAlert known = alerts.get(id);
        if (known != null) {
            StoredAlert before = known.stored();
            ArmedAlert armed = new ArmedAlert(
                    new StoredAlert(known.rule().withPaused(false), before.fired(), before.lastFiredMillis(), false));
            alerts.put(id, armed);
            sort();
            sink.keep(armed.stored());
        }
    }

    /// Returns false when there is none of that id.
    public boolean remove(long id) {
        boolean known = alerts.remove(id) != null;
        sort();
        return known;
    }

    private void sort() {
        quoted.clear();
        minutes.clear();
        timed.clear();
        for (ArmedAlert alert : alerts.values()) {
            Instrument instrument = alert.rule().instrument();
            Source source = alert.rule().condition().measure().source();
            if (source == Source.CLOCK) {
                timed.add(alert);
            } else if (instrument != null) {
                (source == Source.QUOTE ? quoted : minutes)
                        .computeIfAbsent(indexes.applyAsInt(instrument), _ -> new ArrayList<>())
                        .add(alert);
            }
        }
        readings.keySet().retainAll(minutes.keySet());
    }

    /// Instruments the alerts need prices of.
    public List<Instrument> instruments() {
        List<Instrument> needed = new ArrayList<>();
        for (ArmedAlert alert : alerts.values()) {
            Instrument instrument = alert.rule().instrument();
            if (instrument != null && !needed.contains(instrument)) {
                needed.add(instrument);
            }
        }
        return needed;
    }

    /// True when an alert looks at every price of the instrument: most have none, so this must be cheap.
    public boolean watchesQuotes(int index) {
        return !quoted.isEmpty() && quoted.containsKey(index);
    }

    public boolean watchesMinutes(int index) {
        return !minutes.isEmpty() && minutes.containsKey(index);
    }

    /// Prices between the last and the next one, merged on the way: a level touched by one of them was touched.
    public void onRange(int index, long low, long high, long exchangeMillis) {
        for (ArmedAlert alert : quoted.getOrDefault(index, List.of())) {
            AlertRule rule = alert.rule();
            if (rule.condition().measure() == AlertMeasure.PRICE && rule.instrument() != null && low > 0) {
                judge(alert, FixedPoint.toDouble(low, rule.instrument().priceDecimals()), exchangeMillis);
                judge(alert, FixedPoint.toDouble(high, rule.instrument().priceDecimals()), exchangeMillis);
            }
        }
    }

    /// A price.
    public void onQuote(QuoteRow quote, long exchangeMillis) {
        for (ArmedAlert alert : quoted.getOrDefault(quote.index(), List.of())) {
            judge(alert, reading(alert.rule(), quote), exchangeMillis);
        }
    }

    private static double reading(AlertRule rule, QuoteRow quote) {
        Instrument instrument = rule.instrument();
        int decimals = instrument == null ? 2 : instrument.priceDecimals();
        return switch (rule.condition().measure()) {
            case PRICE -> quote.lastPrice() > 0 ? FixedPoint.toDouble(quote.lastPrice(), decimals) : Double.NaN;
            case CHANGE -> quote.changePercent();
            case VOLUME -> quote.volume() < 0 ? Double.NaN : quote.volume();
            case RELATIVE_VOLUME, VWAP_GAP, HIGH_DISTANCE, EMA_GAP, RSI, ADX, MACD, SUPERTREND, TIME -> Double.NaN;
        };
    }

    /// A closed minute of an instrument whose history is complete.
    public void onMinute(int index, LiveBarSeries series, int bar, long exchangeMillis) {
        MinuteReadings values = readings.computeIfAbsent(index, _ -> new MinuteReadings());
        values.advanceTo(series, bar);
        for (ArmedAlert alert : minutes.getOrDefault(index, List.of())) {
            judge(alert, values.value(alert.rule().condition().measure()), exchangeMillis);
        }
    }

    /// The clock went on.
    public void onTime(long exchangeMillis) {
        double now = AlertCondition.minutesOfDay(exchangeMillis);
        for (ArmedAlert alert : timed) {
            judge(alert, now, exchangeMillis);
        }
    }

    private void judge(ArmedAlert alert, double reading, long exchangeMillis) {
        if (!alert.read(reading, exchangeMillis)) {
            return;
        }
        AlertRule rule = alert.rule();
        AlertFiring firing =
                new AlertFiring(rule.id(), rule.instrument(), exchangeMillis, reading, sentence(rule, reading));
        history.addFirst(firing);
        if (history.size() > HISTORY) {
            history.removeLast();
        }
        sink.keep(alert.stored());
        sink.fired(firing, rule);
    }

    private static String sentence(AlertRule rule, double reading) {
        Instrument instrument = rule.instrument();
        AlertCondition condition = rule.condition();
        String what = AlertWords.condition(condition, instrument);
        String words = condition.measure() == AlertMeasure.TIME
                ? "It is " + AlertWords.time(condition.value()) + (instrument == null ? "" : ", " + instrument.symbol())
                : rule.subject() + ": " + what + ", now " + AlertWords.value(condition.measure(), reading, instrument);
        return words + (rule.note().isBlank() ? "." : ". " + rule.note());
    }

    /// Everything as it stands.
    public AlertBoard board(long exchangeMillis) {
        return new AlertBoard(
                alerts.values().stream().map(alert -> alert.row(exchangeMillis)).toList(), List.copyOf(history));
    }

    /// Alerts there are.
    public int size() {
        return alerts.size();
    }
}
