package in.sauda.core.strategy;

import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.ScalperBars.Moment;
import in.sauda.core.strategy.ScalperRules.Decision;
import in.sauda.core.strategy.ScalperRules.Outcome;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The Bank Nifty scalper of note 004 (rules 3): it judges the closed minutes of its underlying and names the option at
/// the money.
///
/// The volume of an index is that of its nearest future where that is streamed, else unknown. Judged on closed candles
/// only, so a replay comes to the same signals; with the trigger TOUCH also on the recorded look of every second.
public final class ScalperStrategy implements ContractStrategy {
    private static final long MINUTE_MILLIS = 60_000L;

    /// A candle that closed longer ago than this says nothing about now.
    private static final long STALE_MILLIS = 300_000L;

    private final String name;
    private final ScalperProfile profile;
    private final ScalperRules rules;
    private final ScalperLock lock;
    private final ScalperOptions options;
    private final StrategyContext context;
    private @Nullable Instrument spot;
    private @Nullable LiveBarSeries future;
    private @Nullable LocalDate futureExpiry;
    private ScalperBars bars = new ScalperBars();
    private int structure = -1;
    private int next;
    private @Nullable Moment last;
    private @Nullable Market market;
    private long suppressed;

    /// @param profile checked
    ScalperStrategy(StrategyProfile profile, StrategyContext context) {
        name = profile.name();
        this.profile = ScalperProfile.of(profile.values());
        rules = new ScalperRules(this.profile);
        lock = new ScalperLock(this.profile);
        options = new ScalperOptions(this.profile.strikes());
        this.context = context;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String underlying() {
        return profile.underlying();
    }

    @Override
    public void onContracts(Instrument found, List<Instrument> ladder) {
        spot = found;
        options.ladder(ladder);
        forget();
    }

    @Override
    public List<Instrument> needs() {
        return options.needs(spot);
    }

    private void forget() {
        bars = new ScalperBars();
        next = 0;
        last = null;
    }

    @Override
    public void onCandles(CandleBatch batch) {
        Instrument watched = spot;
        if (watched == null) {
            return;
        }
        int position = -1;
        boolean traded = false;
        for (int i = 0; i < batch.size(); i++) {
            Instrument instrument = batch.instrument(i);
            if (instrument.key().equals(watched.key())) {
                position = i;
            } else if (lends(instrument)) {
                traded |= lender(instrument, batch.series(i));
            }
        }
        if (position >= 0 && context.warm(batch.index(position))) {
            judge(batch, position, watched, traded);
        }
    }

    private boolean lends(Instrument instrument) {
        return instrument.category() == InstrumentCategory.FUTURES
                && instrument.name().equals(profile.underlying());
    }

    /// Takes the nearest future; true when this is the one.
    private boolean lender(Instrument instrument, LiveBarSeries series) {
        LocalDate expiry = instrument.expiry();
        if (expiry == null || (futureExpiry != null && expiry.isAfter(futureExpiry) && !over(futureExpiry))) {
            return false;
        }
        if (future != series) {
            future = series;
            futureExpiry = expiry;
            forget();
        }
        return true;
    }

    private boolean over(LocalDate expiry) {
        return expiry.isBefore(IndiaTime.date(context.exchangeMillis()));
    }

    private void judge(CandleBatch batch, int position, Instrument watched, boolean futureClosed) {
        LiveBarSeries series = batch.series(position);
        int bar = batch.bar(position);
        if (series.structure() != structure || bar < next - 1) {
            structure = series.structure();
            forget();
        }
        for (; next <= bar; next++) {
            last = bars.add(series, next, units(series, next, next < bar || futureClosed));
        }
        Moment now = last;
        long closed = batch.minuteMillis() + MINUTE_MILLIS;
        lock.day(closed);
        if (now != null && now.bars() >= ScalperRules.LEAST_BARS) {
            decide(now, closed, watched, batch.index(position), false);
        }
    }

    /// Units of a minute: the instrument's own, or its future's.
    private double units(LiveBarSeries series, int bar, boolean futureClosed) {
        LiveBarSeries lender = future;
        if (series.volume(bar) >= 0) {
            return series.volume(bar);
        }
        if (lender == null || !futureClosed) {
            return -1;
        }
        long start = series.startMillis(bar);
        int at = lender.countBefore(start);
        return at < lender.size() && lender.startMillis(at) == start ? lender.volume(at) : -1;
    }

    @Override
    public void onTimer(Market now) {
        market = now;
        Instrument watched = spot;
        long price = watched == null ? 0 : now.price(watched);
        if (watched == null || price <= 0) {
            return;
        }
        long millis = context.exchangeMillis();
        options.look(price, millis, now);
        Moment seen = last;
        if (profile.touch() && seen != null && seen.bars() >= ScalperRules.LEAST_BARS) {
            lock.day(millis);
            double rupees = FixedPoint.toDouble(price, watched.priceDecimals());
            long minute = Math.floorDiv(millis, MINUTE_MILLIS) * MINUTE_MILLIS;
            if (minute == seen.startMillis() + MINUTE_MILLIS) {
                decide(seen.touched(rupees, minute), millis, watched, now.index(watched), true);
            }
        }
    }

    private void decide(Moment now, long atMillis, Instrument watched, int index, boolean touch) {
        Outcome outcome = rules.judge(now, options.ratio(atMillis), lock.calls(), lock.puts(), touch);
        Decision decision = outcome.decision();
        if (decision == null) {
            return;
        }
        boolean late = context.exchangeMillis() - atMillis > STALE_MILLIS;
        if (late || !profile.open(IndiaTime.time(atMillis)) || lock.locked(atMillis)) {
            suppressed++;
            return;
        }
        lock.fired(decision, atMillis);
        Market prices = market;
        Instrument option = options.atTheMoney(now.price(), decision.side());
        long premium = option == null || prices == null ? 0 : prices.price(option);
        boolean offered = decision.confidence() >= profile.minConfidence() && premium > 0;
        Signal signal = option == null || prices == null || premium <= 0
                ? signal(now, decision, outcome, watched, index, 0)
                : signal(now, decision, outcome, option, prices.index(option), premium);
        if (offered) {
            context.raise(signal);
        } else {
            context.watch(signal);
        }
    }

    /// @param premium 0 where no option can be named: the signal is then on the underlying itself
    private Signal signal(Moment now, Decision decision, Outcome outcome, Instrument on, int index, long premium) {
        long price = premium > 0 ? premium : FixedPoint.fromRupees(now.price(), on.priceDecimals());
        boolean call = decision.call();
        boolean offered = decision.confidence() >= profile.minConfidence();
        return new Signal(
                context.nextSignalId(),
                name,
                (offered ? "" : "WATCH_")
                        + decision.name()
                        + (call ? "_CALL" : "_PUT")
                        + (premium > 0 || call ? "_LONG" : "_SHORT"),
                index,
                on,
                now.startMillis(),
                context.exchangeMillis(),
                decision.confidence() / 100.0,
                Double.NaN,
                price,
                0,
                now.vwap(),
                0,
                Double.NaN,
                Double.NaN,
                String.format(Locale.ROOT, "%s at %.2f", profile.underlying(), now.price()),
                String.format(
                        Locale.ROOT,
                        "%s %s %.2f, target %.2f",
                        profile.underlying(),
                        call ? "below" : "above",
                        decision.stop(),
                        decision.target()),
                premium > 0
                        ? Math.round(premium * (1 - profile.premiumStopPercent() / 100))
                        : FixedPoint.fromRupees(decision.stop(), on.priceDecimals()),
                reason(now, outcome));
    }

    private static String reason(Moment now, Outcome outcome) {
        StringBuilder text = new StringBuilder();
        outcome.rules()
                .forEach(rule -> text.append(text.isEmpty() ? "" : "; ")
                        .append(rule.held() == Explanation.Held.YES ? "yes " : "no ")
                        .append(rule.title().toLowerCase(Locale.ROOT))
                        .append(" (")
                        .append(rule.value())
                        .append(')'));
        return text.append(String.format(Locale.ROOT, "; close %.2f", now.price()))
                .toString();
    }

    @Override
    public long suppressed() {
        return suppressed;
    }
}
