package in.sauda.core.backtest;

import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.time.IndiaTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Runs a strategy with every combination of some parameters' values, on all cores. The result depends on nothing but
/// the candles and the ranges: each run is a backtest of its own, and they are told in the order of the ranges.
public final class ParameterSweep {
    public static final int MOST_RUNS = 10_000;

    /// What a sweep found.
    ///
    /// @param keys swept parameters, in the order given
    /// @param middleMillis entries before it are the first half
    public record Result(List<String> keys, List<SweepRun> runs, long middleMillis, SweepVerdict verdict) {
        public Result {
            keys = List.copyOf(keys);
            runs = List.copyOf(runs);
        }
    }

    private final String strategy;
    private final Map<String, String> fixed;
    private final List<SweepRange> ranges;

    /// @param fixed parameters that stay, by key
    /// @throws IllegalArgumentException when a parameter or value is unknown, locked or out of range, or when there
    ///     are too many combinations
    public ParameterSweep(String strategy, Map<String, String> fixed, List<SweepRange> ranges) {
        this.strategy = strategy;
        this.fixed = new LinkedHashMap<>(fixed);
        this.ranges = List.copyOf(ranges);
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("A sweep needs a parameter with several values.");
        }
        if (count() > MOST_RUNS) {
            throw new IllegalArgumentException("These ranges make " + count() + " combinations; " + MOST_RUNS
                    + " are the most. Take longer steps.");
        }
        combinations().forEach(this::parameters);
    }

    /// Combinations to run.
    public long count() {
        long count = 1;
        for (SweepRange range : ranges) {
            count = Math.min(Long.MAX_VALUE / MOST_RUNS, count * range.values().size());
        }
        return count;
    }

    private List<Map<String, String>> combinations() {
        List<Map<String, String>> all = List.of(Map.of());
        for (SweepRange range : ranges) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> begun : all) {
                for (String value : range.values()) {
                    Map<String, String> next = new LinkedHashMap<>(begun);
                    next.put(range.key(), value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    private BacktestParameters parameters(Map<String, String> values) {
        BacktestParameters parameters = new BacktestParameters(strategy);
        fixed.forEach((key, value) -> parameters.set(key + "=" + value));
        values.forEach((key, value) -> parameters.set(key + "=" + value));
        return parameters;
    }

    /// Blocks until all runs are done.
    ///
    /// @param progress told how many are done, from any thread
    /// @throws CancellationException when the thread is interrupted
    public Result run(List<SymbolCandles> symbols, IntConsumer progress) {
        long middle = middle(symbols);
        List<Map<String, String>> combinations = combinations();
        AtomicInteger done = new AtomicInteger();
        List<Callable<SweepRun>> all = new ArrayList<>();
        for (int i = 0; i < combinations.size(); i++) {
            Map<String, String> values = combinations.get(i);
            int number = i + 1;
            all.add(() -> {
                SweepRun run = one(number, values, symbols, middle);
                progress.accept(done.incrementAndGet());
                return run;
            });
        }
        List<SweepRun> runs = new Workers("sweep-", Runtime.getRuntime().availableProcessors()).all(all);
        return new Result(ranges.stream().map(SweepRange::key).toList(), runs, middle, SweepVerdict.of(runs));
    }

    private SweepRun one(int number, Map<String, String> values, List<SymbolCandles> symbols, long middle) {
        BacktestParameters parameters = parameters(values);
        BacktestResult result = new Backtest(symbols, parameters.profile(), parameters.plan()).run(1);
        List<BacktestTrade> first = new ArrayList<>();
        List<BacktestTrade> second = new ArrayList<>();
        result.trades().forEach(trade -> (trade.entryMillis() < middle ? first : second).add(trade));
        return new SweepRun(
                number,
                values,
                result.signals().size(),
                Performance.of(result.trades()),
                Performance.of(first),
                Performance.of(second));
    }

    /// Start of the session in the middle of all sessions.
    private static long middle(List<SymbolCandles> symbols) {
        TreeSet<Long> days = new TreeSet<>();
        for (SymbolCandles symbol : symbols) {
            CandleArray candles = symbol.candles();
            long next = Long.MIN_VALUE;
            for (int i = 0; i < candles.size(); i++) {
                if (candles.startMillis(i) >= next) {
                    days.add(IndiaTime.startOfDay(candles.startMillis(i)));
                    next = IndiaTime.nextMidnight(candles.startMillis(i));
                }
            }
        }
        return days.stream().skip(days.size() / 2).findFirst().orElse(0L);
    }
}
