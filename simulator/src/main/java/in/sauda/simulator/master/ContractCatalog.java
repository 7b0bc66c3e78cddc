package in.sauda.simulator.master;

import in.sauda.core.domain.Segment;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that can be traded on the simulated day, by segment and token. Immutable after construction.
public final class ContractCatalog {
    private final Map<Segment, Map<String, Contract>> bySegment = new EnumMap<>(Segment.class);
    private final int size;

    public ContractCatalog(Collection<Contract> contracts) {
        for (Contract contract : contracts) {
            bySegment
                    .computeIfAbsent(contract.segment(), key -> new LinkedHashMap<>())
                    .putIfAbsent(contract.token(), contract);
        }
        size = bySegment.values().stream().mapToInt(Map::size).sum();
    }

    public int size() {
        return size;
    }

    public Optional<Contract> find(Segment segment, String token) {
        return Optional.ofNullable(bySegment.getOrDefault(segment, Map.of()).get(token));
    }

    public Optional<Contract> findBySymbol(Segment segment, String symbol) {
        return in(segment).filter(row -> row.symbol().equals(symbol)).findFirst();
    }

    public Stream<Contract> in(Segment segment) {
        return bySegment.getOrDefault(segment, Map.of()).values().stream();
    }

    public Stream<Contract> all() {
        return bySegment.values().stream().flatMap(rows -> rows.values().stream());
    }

    /// Options on an index or a share of the equity exchanges.
    public Stream<Contract> options(String name) {
        return Stream.of(Segment.NFO, Segment.BFO)
                .flatMap(this::in)
                .filter(row -> row.kind() == Contract.Kind.OPTION && row.name().equals(name));
    }

    /// Contracts whose symbol starts with the text, upper or lower case alike.
    public List<Contract> startingWith(Segment segment, String text, int limit) {
        String wanted = text.toUpperCase(Locale.ROOT);
        return in(segment)
                .filter(row -> row.symbol().toUpperCase(Locale.ROOT).startsWith(wanted))
                .limit(limit)
                .toList();
    }
}
