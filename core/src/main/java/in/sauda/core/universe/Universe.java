package in.sauda.core.universe;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Instruments chosen by kind. Each instrument is in it once and remembers every kind it was chosen for. Immutable.
public final class Universe {
    public static final Universe EMPTY = new Universe(Map.of());

    private final Map<UniverseKind, List<Instrument>> byKind;
    private final Map<InstrumentKey, Set<UniverseKind>> kinds;

    Universe(Map<UniverseKind, List<Instrument>> chosen) {
        Map<InstrumentKey, Set<UniverseKind>> reasons = new LinkedHashMap<>();
        chosen.forEach((kind, instruments) -> instruments.forEach(
                instrument -> reasons.computeIfAbsent(instrument.key(), _ -> EnumSet.noneOf(UniverseKind.class))
                        .add(kind)));
        byKind = Map.copyOf(chosen);
        kinds = Collections.unmodifiableMap(reasons);
    }

    /// What was chosen for a kind, the most important first.
    public List<Instrument> of(UniverseKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /// Every kind an instrument was chosen for; empty when it is not in the universe.
    public Set<UniverseKind> kinds(InstrumentKey key) {
        return Collections.unmodifiableSet(kinds.getOrDefault(key, Set.of()));
    }

    /// Instruments altogether, each counted once.
    public int size() {
        return kinds.size();
    }
}
