package in.sauda.core.candlefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// How often each kind of dirt was met, with the first few places. Not thread safe.
public final class DirtReport {
    private static final int EXAMPLES = 3;

    private final Map<Dirt, Long> counts = new EnumMap<>(Dirt.class);
    private final Map<Dirt, List<String>> examples = new EnumMap<>(Dirt.class);

    void add(Dirt dirt, Supplier<String> where) {
        counts.merge(dirt, 1L, Long::sum);
        List<String> places = examples.computeIfAbsent(dirt, _ -> new ArrayList<>());
        if (places.size() < EXAMPLES) {
            places.add(where.get());
        }
    }

    void add(Dirt dirt, long count, Supplier<String> where) {
        if (count > 0) {
            add(dirt, where);
            counts.merge(dirt, count - 1, Long::sum);
        }
    }

    public long count(Dirt dirt) {
        return counts.getOrDefault(dirt, 0L);
    }

    /// What was met, in the order of the enum.
    public Map<Dirt, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /// The first places where it was met.
    public List<String> examples(Dirt dirt) {
        return List.copyOf(examples.getOrDefault(dirt, List.of()));
    }
}
