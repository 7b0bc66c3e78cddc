package in.sauda.core.strategy;

import in.sauda.core.candles.CandleBatch;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.OptionType;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.time.IndiaTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The template of a timer strategy on options: when the underlying has moved so far within so many minutes, it names
/// the call (or, after a fall, the put) at the money.
///
/// It shows how options are found, filtered around the money, streamed and looked at once a second; its rule is an
/// example and not a promise.
public final class OptionMoveStrategy implements ContractStrategy {
    private static final long MINUTE_MILLIS = 60_000L;

    /// Strikes on either side of the money that are streamed, so that the next one has a price when it is needed.
    private static final int SIDE = 2;

    private record Sample(long millis, long price) {}

    private final String name;
    private final String underlying;
    private final double movePercent;
    private final long windowMillis;
    private final long pauseMillis;
    private final double stopPercent;
    private final LocalTime from;
    private final LocalTime to;
    private final StrategyContext context;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private List<Instrument> options = List.of();
    private List<Instrument> near = List.of();
    private @Nullable Instrument spot;
    private long lastSignalMillis = Long.MIN_VALUE;
    private long suppressed;

    OptionMoveStrategy(StrategyProfile profile, StrategyContext context) {
        name = profile.name();
        underlying = value(profile, "underlying");
        movePercent = Double.parseDouble(value(profile, "movePct"));
        windowMillis = Long.parseLong(value(profile, "windowMinutes")) * MINUTE_MILLIS;
        pauseMillis = Long.parseLong(value(profile, "pauseMinutes")) * MINUTE_MILLIS;
        stopPercent = Double.parseDouble(value(profile, "stopPct"));
        from = LocalTime.parse(value(profile, "noSignalBefore"));
        to = LocalTime.parse(value(profile, "lastSignal"));
        this.context = context;
    }

    private static String value(StrategyProfile profile, String key) {
        String value = profile.values().get(key);
        if (value == null) {
            throw new IllegalArgumentException("There is no value for " + key + ".");
        }
        return value;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String underlying() {
        return underlying;
    }

    @Override
    public void onContracts(Instrument found, List<Instrument> ladder) {
        spot = found;
        options = List.copyOf(ladder);
        near = List.of();
        samples.clear();
    }

    @Override
    public List<Instrument> needs() {
        List<Instrument> needs = new ArrayList<>(near);
        if (spot != null) {
            needs.add(spot);
        }
        return needs;
    }

    /// It looks at prices, not at candles.
    @Override
    public void onCandles(CandleBatch batch) {}

    @Override
    public void onTimer(Market market) {
        Instrument watched = spot;
        long price = watched == null ? 0 : market.price(watched);
        if (price <= 0) {
            return;
        }
        long now = context.exchangeMillis();
        filter(price);
        samples.addLast(new Sample(now, price));
        while (samples.getFirst().millis() < now - windowMillis) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        boolean whole = now - first.millis() >= windowMillis - 2_000;
        double move = (double) (price - first.price()) / first.price() * 100;
        if (whole && Math.abs(move) >= movePercent) {
            signal(now, price, move, market);
        }
    }

    /// Keeps the strikes around the money in view.
    private void filter(long price) {
        List<Long> strikes = options.stream().map(Instrument::strike).distinct().toList();
        int middle = nearest(strikes, price);
        if (middle >= 0) {
            long low = strikes.get(Math.max(0, middle - SIDE));
            long high = strikes.get(Math.min(strikes.size() - 1, middle + SIDE));
            near = options.stream()
                    .filter(option -> option.strike() >= low && option.strike() <= high)
                    .toList();
        }
    }

    private static int nearest(List<Long> strikes, long price) {
        int best = -1;
        for (int i = 0; i < strikes.size(); i++) {
            if (best < 0 || Math.abs(strikes.get(i) - price) < Math.abs(strikes.get(best) - price)) {
                best = i;
            }
        }
        return best;
    }

    private void signal(long now, long price, double move, Market market) {
        OptionType wanted = move > 0 ? OptionType.CE : OptionType.PE;
        LocalTime time = IndiaTime.time(now);
        boolean open = !time.isBefore(from) && !time.isAfter(to);
        boolean pausing = lastSignalMillis != Long.MIN_VALUE && now - lastSignalMillis < pauseMillis;
        if (!open || pausing) {
            suppressed++;
            return;
        }
        Instrument option = null;
        for (Instrument candidate : near) {
            boolean nearer = option == null || Math.abs(candidate.strike() - price) < Math.abs(option.strike() - price);
            if (candidate.optionType() == wanted && nearer) {
                option = candidate;
            }
        }
        long premium = option == null ? 0 : market.price(option);
        if (option != null && premium > 0) {
            lastSignalMillis = now;
            context.raise(signal(option, market.index(option), premium, now, move));
        }
    }

    private Signal signal(Instrument option, int index, long premium, long now, double move) {
        long stop = Math.round(premium * (1 - stopPercent / 100));
        return new Signal(
                context.nextSignalId(),
                name,
                option.optionType() == OptionType.CE ? "OPTION_CALL_LONG" : "OPTION_PUT_LONG",
                index,
                option,
                Math.floorDiv(now, MINUTE_MILLIS) * MINUTE_MILLIS,
                now,
                Math.min(1, 0.5 + (Math.abs(move) / movePercent - 1) / 2),
                Double.NaN,
                premium,
                0,
                Double.NaN,
                0,
                Double.NaN,
                Double.NaN,
                "At " + IndianNumbers.price(premium, option.segment()),
                "Below " + IndianNumbers.price(stop, option.segment()),
                stop,
                String.format(
                        Locale.ROOT,
                        "%s moved %+.2f %% in %d minutes; the premium is %.2f",
                        underlying,
                        move,
                        windowMillis / MINUTE_MILLIS,
                        FixedPoint.toDouble(premium, option.priceDecimals())));
    }

    @Override
    public long suppressed() {
        return suppressed;
    }
}
