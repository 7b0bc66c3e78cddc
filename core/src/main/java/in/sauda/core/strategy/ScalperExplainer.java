package in.sauda.core.strategy;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.strategy.Explanation.Held;
import in.sauda.core.strategy.Explanation.Rule;
import in.sauda.core.strategy.Explanation.Verdict;
import in.sauda.core.strategy.ScalperBars.Moment;
import in.sauda.core.strategy.ScalperRules.Decision;
import in.sauda.core.strategy.ScalperRules.Outcome;
import in.sauda.core.time.IndiaTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Goes through the minutes of the underlying as the scalper does and writes down what every rule says.
final class ScalperExplainer {
    private static final long MINUTE_MILLIS = 60_000L;

    private final ScalperProfile profile;
    private final BarSeries series;
    private final ScalperBars bars = new ScalperBars();
    private final ScalperRules rules;
    private final ScalperLock lock;

    ScalperExplainer(ScalperProfile profile, BarSeries series) {
        this.profile = profile;
        this.series = series;
        rules = new ScalperRules(profile);
        lock = new ScalperLock(profile);
    }

    /// Every closed bar of the day that holds the time, oldest first.
    List<Explanation> day(long dayMillis) {
        long from = IndiaTime.startOfDay(dayMillis);
        long to = IndiaTime.nextMidnight(dayMillis);
        int closed = series.forming() ? series.size() - 1 : series.size();
        List<Explanation> day = new ArrayList<>();
        for (int bar = 0; bar < closed && series.startMillis(bar) < to; bar++) {
            Explanation explanation = judge(bar, bars.add(series, bar, (double) series.volume(bar)));
            if (series.startMillis(bar) >= from) {
                day.add(explanation);
            }
        }
        return day;
    }

    private Explanation judge(int bar, Moment now) {
        long close = now.startMillis() + MINUTE_MILLIS;
        lock.day(close);
        if (now.bars() < ScalperRules.LEAST_BARS) {
            Rule few = new Rule(
                    "Candles so far", Integer.toString(now.bars()), "at least " + ScalperRules.LEAST_BARS, Held.NO);
            return explained(bar, Verdict.NOT_JUDGED, null, List.of(few), "Not judged: too few candles.");
        }
        Outcome outcome = rules.judge(now, Double.NaN, lock.calls(), lock.puts(), false);
        Decision decision = outcome.decision();
        List<Rule> all = new ArrayList<>(outcome.rules());
        if (decision == null) {
            all.add(new Rule("Offer", "–", "a rule that fires", Held.UNKNOWN));
            return explained(bar, Verdict.NO_SIGNAL, null, all, "No signal: no rule fired.");
        }
        String against = against(decision, close);
        all.add(new Rule(
                "Offer",
                decision.confidence() + " %",
                "at least " + profile.minConfidence() + " %, within the hours, not locked",
                against.isEmpty() ? Held.YES : Held.NO));
        boolean held = !profile.open(IndiaTime.time(close)) || lock.locked(close);
        if (!held) {
            lock.fired(decision, close);
        }
        String what =
                decision.name().toLowerCase(Locale.ROOT).replace('_', ' ') + (decision.call() ? ", call" : ", put");
        return against.isEmpty()
                ? explained(bar, Verdict.SIGNAL, decision, all, "Signal: " + what + ".")
                : explained(bar, Verdict.HELD_BACK, decision, all, "Held back: " + what + ", but " + against + ".");
    }

    private String against(Decision decision, long close) {
        LocalTime time = IndiaTime.time(close);
        if (lock.locked(close)) {
            return "locked after the signal before";
        }
        if (!profile.open(time)) {
            return "outside its hours";
        }
        return decision.confidence() < profile.minConfidence() ? "only watched at this confidence" : "";
    }

    private Explanation explained(
            int bar, Verdict verdict, @Nullable Decision decision, List<Rule> all, String sentence) {
        return new Explanation(
                series.startMillis(bar),
                series.close(bar),
                verdict,
                decision == null ? Double.NaN : decision.confidence() / 100.0,
                Double.NaN,
                all,
                sentence);
    }
}
