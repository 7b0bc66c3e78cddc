package in.sauda.core.instruments;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What one import changed against the instruments before it, counted.
///
/// @param id number of the comparison, growing
/// @param master name of the cache
/// @param beforeMillis when the older file was fetched, epoch milliseconds
/// @param atMillis when the newer file was fetched, epoch milliseconds
/// @param counts changes by kind; kinds without a change are absent
public record MasterChanges(long id, String master, long beforeMillis, long atMillis, Map<ChangeKind, Integer> counts) {
    public MasterChanges {
        Map<ChangeKind, Integer> ordered = new EnumMap<>(ChangeKind.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
