package in.sauda.core.universe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The filters of the watchlist builder (rules 2.10, X-4). A filter whose limit is NaN is off; what cannot be judged
/// because a number is missing does not pass it.
///
/// @param sectorPercentile keeps shares of sectors whose mean change is above this percentile of all sectors, 75
/// @param marketCapCrore at least, 10,000
/// @param averageValueCrore at least, 5
/// @param fiveDayChange at least, up or down, in percent, 3
/// @param volumeRatio at least, 2
/// @param include symbols that pass whatever the filters say
/// @param exclude symbols that never pass, e.g. those that go ex-dividend
public record WatchFilter(
        double sectorPercentile,
        double marketCapCrore,
        double averageValueCrore,
        double fiveDayChange,
        double volumeRatio,
        Set<String> include,
        Set<String> exclude) {
    public static final WatchFilter OFF =
            new WatchFilter(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Set.of(), Set.of());

    public WatchFilter {
        include = Set.copyOf(include);
        exclude = Set.copyOf(exclude);
    }

    /// What passed, and how many each filter turned away.
    ///
    /// @param turnedAway by the name of the filter, in their order; a share is counted by the first one it fails
    public record Outcome(List<ShareFacts> passed, Map<String, Integer> turnedAway) {
        public Outcome {
            passed = List.copyOf(passed);
        }
    }

    public Outcome apply(List<ShareFacts> shares) {
        Map<String, Double> sectors = sectorChanges(shares);
        double bar = percentile(new ArrayList<>(sectors.values()), sectorPercentile);
        List<ShareFacts> passed = new ArrayList<>();
        Map<String, Integer> turnedAway = new LinkedHashMap<>();
        for (ShareFacts share : shares) {
            String failed = failed(share, sectors, bar);
            if (failed.isEmpty()) {
                passed.add(share);
            } else {
                turnedAway.merge(failed, 1, Integer::sum);
            }
        }
        return new Outcome(passed, turnedAway);
    }

    /// Name of the first filter a share fails, empty when it passes all.
    private String failed(ShareFacts share, Map<String, Double> sectors, double bar) {
        if (named(exclude, share)) {
            return "excluded";
        }
        if (named(include, share)) {
            return "";
        }
        if (!Double.isNaN(sectorPercentile) && !(sectors.getOrDefault(share.industry(), Double.NaN) > bar)) {
            return "sector";
        }
        if (below(share.marketCapCrore(), marketCapCrore)) {
            return "market value";
        }
        if (below(share.days().averageValueCrore(), averageValueCrore)) {
            return "traded value";
        }
        if (below(Math.abs(share.days().fiveDayChangePercent()), fiveDayChange)) {
            return "five-day change";
        }
        return below(share.days().volumeRatio(), volumeRatio) ? "volume" : "";
    }

    private static boolean below(double value, double least) {
        return !Double.isNaN(least) && !(value >= least);
    }

    private static boolean named(Set<String> symbols, ShareFacts share) {
        String symbol = share.instrument().symbol().toUpperCase(Locale.ROOT);
        return symbols.contains(symbol) || symbols.contains(symbol.replace("-EQ", ""));
    }

    /// Mean change of the day by sector, of the shares that tell both.
    private static Map<String, Double> sectorChanges(List<ShareFacts> shares) {
        Map<String, List<Double>> changes = new TreeMap<>();
        for (ShareFacts share : shares) {
            if (!share.industry().isEmpty() && !Double.isNaN(share.changePercent())) {
                changes.computeIfAbsent(share.industry(), _ -> new ArrayList<>())
                        .add(share.changePercent());
            }
        }
        Map<String, Double> means = new TreeMap<>();
        changes.forEach((sector, all) -> means.put(
                sector, all.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN)));
        return means;
    }

    /// Linear between the two nearest ranks; NaN for no values.
    static double percentile(List<Double> values, double percent) {
        if (values.isEmpty() || Double.isNaN(percent)) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        double rank = percent / 100 * (sorted.size() - 1);
        int low = (int) Math.floor(rank);
        int high = Math.min(low + 1, sorted.size() - 1);
        return sorted.get(low) + (rank - low) * (sorted.get(high) - sorted.get(low));
    }
}
