package in.sauda.core.backtest;

import in.sauda.core.time.IndiaTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a set of trades was worth, after charges. Money in paise.
///
/// @param profitFactor won over lost, null when nothing was lost
/// @param drawdownPaise largest fall of the equity from an earlier high, at the ends of trades
public record Performance(
        int trades,
        int wins,
        long grossPaise,
        long chargesPaise,
        long netPaise,
        long wonPaise,
        long lostPaise,
        @Nullable Double profitFactor,
        long drawdownPaise,
        double averageMinutes) {
    /// One step of the equity curve.
    ///
    /// @param equityPaise after the trade
    /// @param peakPaise highest equity so far
    public record EquityPoint(BacktestTrade trade, long equityPaise, long peakPaise) {
        public long drawdownPaise() {
            return peakPaise - equityPaise;
        }
    }

    public static Performance of(List<BacktestTrade> trades) {
        long gross = 0;
        long charges = 0;
        long won = 0;
        long lost = 0;
        long minutes = 0;
        int wins = 0;
        for (BacktestTrade trade : trades) {
            long net = trade.netPaise();
            gross += trade.grossPaise();
            charges += trade.chargesPaise();
            won += Math.max(0, net);
            lost += Math.max(0, -net);
            wins += net > 0 ? 1 : 0;
            minutes += trade.minutes();
        }
        long drawdown = equity(trades, 0).stream()
                .mapToLong(EquityPoint::drawdownPaise)
                .max()
                .orElse(0);
        return new Performance(
                trades.size(),
                wins,
                gross,
                charges,
                gross - charges,
                won,
                lost,
                lost == 0 ? null : (double) won / lost,
                drawdown,
                trades.isEmpty() ? 0 : (double) minutes / trades.size());
    }

    /// The equity after each trade, in the order in which they ended.
    public static List<EquityPoint> equity(List<BacktestTrade> trades, long capitalPaise) {
        List<BacktestTrade> ended = trades.stream()
                .sorted(Comparator.comparingLong(BacktestTrade::exitMillis).thenComparingLong(BacktestTrade::id))
                .toList();
        List<EquityPoint> points = new ArrayList<>(ended.size());
        long equity = capitalPaise;
        long peak = capitalPaise;
        for (BacktestTrade trade : ended) {
            equity += trade.netPaise();
            peak = Math.max(peak, equity);
            points.add(new EquityPoint(trade, equity, peak));
        }
        return points;
    }

    /// Performance by setup, in order of name.
    public static Map<String, Performance> bySetup(List<BacktestTrade> trades) {
        return grouped(trades, BacktestTrade::setup);
    }

    /// Performance by the hour of the entry, {@code 09} to {@code 15}.
    public static Map<String, Performance> byHour(List<BacktestTrade> trades) {
        return grouped(
                trades,
                trade -> String.format(
                        "%02d", IndiaTime.time(trade.entryMillis()).getHour()));
    }

    private static Map<String, Performance> grouped(List<BacktestTrade> trades, Function<BacktestTrade, String> key) {
        Map<String, List<BacktestTrade>> groups = new TreeMap<>();
        for (BacktestTrade trade : trades) {
            groups.computeIfAbsent(key.apply(trade), _ -> new ArrayList<>()).add(trade);
        }
        Map<String, Performance> result = new TreeMap<>();
        groups.forEach((name, group) -> result.put(name, of(group)));
        return result;
    }

    public double winPercent() {
        return trades == 0 ? 0 : 100.0 * wins / trades;
    }

    /// Mean net result of a trade in paise.
    public double expectancyPaise() {
        return trades == 0 ? 0 : (double) netPaise / trades;
    }
}
