package in.sauda.core.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The figures of one day's review (rules 2.6).
public record EodReview(LocalDate date, List<Observation> observations) {
    /// A symbol and how many of its signals were false.
    public record Failing(String symbol, long falseSignals) {}

    private static final int WORST = 3;

    public EodReview {
        observations = List.copyOf(observations);
    }

    /// Signals by bucket; every bucket is there.
    public Map<Bucket, Long> buckets() {
        Map<Bucket, Long> buckets = new EnumMap<>(Bucket.class);
        for (Bucket bucket : Bucket.values()) {
            buckets.put(bucket, 0L);
        }
        observations.forEach(observation -> buckets.merge(observation.bucket(), 1L, Long::sum));
        return buckets;
    }

    /// The three symbols with the most false signals, worst first.
    public List<Failing> worstSymbols() {
        Map<String, Long> counts = new TreeMap<>();
        for (Observation observation : observations) {
            if (observation.outcome() == Outcome.FALSE) {
                counts.merge(observation.signal().instrument().symbol(), 1L, Long::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Failing(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Failing::falseSignals).reversed())
                .limit(WORST)
                .toList();
    }

    /// Mean shown confidence of the signals with that outcome, NaN when there are none.
    public double meanConfidence(Outcome outcome) {
        return observations.stream()
                .filter(observation -> observation.outcome() == outcome)
                .mapToDouble(observation -> observation.signal().confidence())
                .average()
                .orElse(Double.NaN);
    }
}
