package in.sauda.core.strategy;

import in.sauda.core.domain.OptionType;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.options.ChainFigures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The options around the money, their put-call ratio every five minutes, and which of them is at the money (rules 3.1
/// and 5).
final class ScalperOptions {
    private static final long REFRESH_MILLIS = 300_000L;
    private static final long STALE_MILLIS = 600_000L;

    /// The money has to be so far from the old strike, in steps, before another is taken for the middle.
    private static final double HYSTERESIS = 0.6;

    private final int side;
    private List<Instrument> options = List.of();
    private List<Long> strikes = List.of();
    private List<Instrument> near = List.of();
    private int middle = -1;
    private int decimals;
    private long centredMillis;
    private double ratio = Double.NaN;
    private long ratioMillis;

    /// @param side strikes on either side of the money
    ScalperOptions(int side) {
        this.side = side;
    }

    /// @param found lowest strike first
    void ladder(List<Instrument> found) {
        options = List.copyOf(found);
        strikes = options.stream().map(Instrument::strike).distinct().sorted().toList();
        decimals = options.isEmpty() ? 0 : options.getFirst().priceDecimals();
        near = List.of();
        middle = -1;
        ratio = Double.NaN;
    }

    List<Instrument> needs(@Nullable Instrument spot) {
        List<Instrument> needs = new ArrayList<>(near);
        if (spot != null) {
            needs.add(spot);
        }
        return needs;
    }

    /// Keeps the strikes around the money and the ratio fresh.
    ///
    /// @param price of the underlying, fixed-point like the strikes
    void look(long price, long millis, TimerStrategy.Market market) {
        int money = nearest(price);
        if (middle < 0 || (millis - centredMillis >= REFRESH_MILLIS && money != middle && left(price))) {
            centre(money, millis);
        }
        if (Double.isNaN(ratio) || millis - ratioMillis >= REFRESH_MILLIS) {
            double now = ChainFigures.putCallRatio(interest(market));
            if (!Double.isNaN(now)) {
                ratio = now;
                ratioMillis = millis;
            }
        }
    }

    private boolean left(long price) {
        int other = price > strikes.get(middle) ? Math.min(strikes.size() - 1, middle + 1) : Math.max(0, middle - 1);
        double step = Math.abs(strikes.get(other) - strikes.get(middle));
        return Math.abs(price - strikes.get(middle)) > HYSTERESIS * step;
    }

    private void centre(int money, long millis) {
        if (money < 0) {
            return;
        }
        middle = money;
        centredMillis = millis;
        long low = strikes.get(Math.max(0, money - side));
        long high = strikes.get(Math.min(strikes.size() - 1, money + side));
        near = options.stream()
                .filter(option -> option.strike() >= low && option.strike() <= high)
                .toList();
    }

    /// The nearest listed strike, of two the lower one; -1 without any.
    private int nearest(long price) {
        int best = -1;
        for (int i = 0; i < strikes.size(); i++) {
            if (best < 0 || Math.abs(strikes.get(i) - price) < Math.abs(strikes.get(best) - price)) {
                best = i;
            }
        }
        return best;
    }

    private List<ChainFigures.Interest> interest(TimerStrategy.Market market) {
        List<ChainFigures.Interest> all = new ArrayList<>();
        for (long strike : near.stream().map(Instrument::strike).distinct().toList()) {
            all.add(new ChainFigures.Interest(
                    strike, open(strike, OptionType.CE, market), open(strike, OptionType.PE, market), -1, -1));
        }
        return all;
    }

    private long open(long strike, OptionType type, TimerStrategy.Market market) {
        return near.stream()
                .filter(option -> option.strike() == strike && option.optionType() == type)
                .mapToLong(market::openInterest)
                .findFirst()
                .orElse(-1);
    }

    /// Put over call open interest, NaN when unknown or ten minutes old.
    double ratio(long millis) {
        return millis - ratioMillis > STALE_MILLIS ? Double.NaN : ratio;
    }

    /// @param rupees price of the underlying
    @Nullable
    Instrument atTheMoney(double rupees, OptionType type) {
        int money = nearest(Math.round(rupees * Math.pow(10, decimals)));
        return near.stream()
                .filter(option -> money >= 0 && option.strike() == strikes.get(money) && option.optionType() == type)
                .findFirst()
                .orElse(null);
    }
}
