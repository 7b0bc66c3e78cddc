package in.sauda.core.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Whether the best of many combinations is more than luck: what was best on the first half of the sessions is judged
/// by the second half, which it was not chosen on.
///
/// @param chosen the run with the best net result on the first half, 0 when no run traded
/// @param rankSecond its rank on the second half, 1 the best
/// @param correlation of the ranks of all runs on both halves (Spearman), NaN for fewer than three runs
/// @param warnings reasons not to believe it, empty when there are none
public record SweepVerdict(int chosen, int rankSecond, double correlation, List<String> warnings) {
    private static final int FEW_TRADES = 30;
    private static final double WEAK = 0.3;
    private static final int FEWEST_RUNS = 3;

    public SweepVerdict {
        warnings = List.copyOf(warnings);
    }

    static SweepVerdict of(List<SweepRun> runs) {
        List<SweepRun> traded =
                runs.stream().filter(run -> run.whole().trades() > 0).toList();
        if (traded.isEmpty()) {
            return new SweepVerdict(0, 0, Double.NaN, List.of("No combination traded at all."));
        }
        double[] first = ranks(traded, run -> run.firstHalf().netPaise());
        double[] second = ranks(traded, run -> run.secondHalf().netPaise());
        int best = 0;
        for (int i = 1; i < first.length; i++) {
            best = first[i] < first[best] ? i : best;
        }
        double correlation = traded.size() < FEWEST_RUNS ? Double.NaN : correlation(first, second);
        SweepRun chosen = traded.get(best);
        int rank = (int) Math.round(second[best]);
        return new SweepVerdict(
                chosen.number(), rank, correlation, warnings(chosen, rank, traded.size(), correlation, runs.size()));
    }

    private static List<String> warnings(SweepRun chosen, int rank, int traded, double correlation, int runs) {
        List<String> warnings = new ArrayList<>();
        if (chosen.secondHalf().netPaise() <= 0) {
            warnings.add("The best of the first half loses on the second half: it fits the past, not the market.");
        } else if (traded >= FEWEST_RUNS && rank * 2 > traded) {
            warnings.add("The best of the first half is rank " + rank + " of " + traded + " on the second half.");
        }
        if (!Double.isNaN(correlation) && correlation < WEAK) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "What did well on the first half says little about the second (rank correlation %.2f).",
                    correlation));
        }
        if (chosen.whole().trades() < FEW_TRADES) {
            int trades = chosen.whole().trades();
            warnings.add("Only " + trades + (trades == 1 ? " trade stands" : " trades stand")
                    + " behind the best; fewer than " + FEW_TRADES + " are luck as easily as skill.");
        }
        if (chosen.whole().trades() < runs) {
            warnings.add("More combinations (" + runs + ") were tried than the best made trades ("
                    + chosen.whole().trades() + "): one of them had to look good.");
        }
        return warnings;
    }

    @FunctionalInterface
    private interface Figure {
        long of(SweepRun run);
    }

    /// Rank of every run, 1 the best; equal ones share the mean of their ranks.
    private static double[] ranks(List<SweepRun> runs, Figure figure) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingLong((Integer i) -> -figure.of(runs.get(i))));
        double[] ranks = new double[runs.size()];
        for (int from = 0; from < order.size(); ) {
            int to = from;
            long value = figure.of(runs.get(order.get(from)));
            while (to < order.size() && figure.of(runs.get(order.get(to))) == value) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order.get(i)] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double correlation(double[] first, double[] second) {
        double mean = (first.length + 1) / 2.0;
        double both = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < first.length; i++) {
            both += (first[i] - mean) * (second[i] - mean);
            one += (first[i] - mean) * (first[i] - mean);
            other += (second[i] - mean) * (second[i] - mean);
        }
        return one == 0 || other == 0 ? Double.NaN : both / Math.sqrt(one * other);
    }
}
