package in.sauda.core.options;

import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All options of the masters that have not expired, by underlying, expiry and strike. Immutable; made anew when the
/// masters change.
public final class OptionContracts {
    public static final OptionContracts NONE = new OptionContracts(List.of(), LocalDate.EPOCH);

    private final Map<Underlying, NavigableMap<LocalDate, TreeMap<Long, OptionStrike>>> chains = new HashMap<>();
    private final Map<Underlying, NavigableMap<LocalDate, Instrument>> futures = new HashMap<>();
    private final Map<Underlying, Instrument> spots = new HashMap<>();
    private final List<Underlying> underlyings;

    /// @param instruments of one broker or several; of two listings of one contract the first stays
    /// @param today contracts that expired before this day are left out
    public OptionContracts(List<Instrument> instruments, LocalDate today) {
        for (Instrument instrument : instruments) {
            LocalDate expiry = instrument.expiry();
            if (expiry != null && !expiry.isBefore(today)) {
                add(instrument, expiry);
            }
        }
        instruments.stream().filter(instrument -> instrument.expiry() == null).forEach(this::spot);
        underlyings = chains.keySet().stream()
                .sorted(Comparator.<Underlying, Boolean>comparing(underlying -> !onIndex(underlying))
                        .thenComparingInt(underlying -> onIndex(underlying) ? -size(underlying) : 0)
                        .thenComparing(Underlying::name)
                        .thenComparing(Underlying::segment))
                .toList();
    }

    private void add(Instrument contract, LocalDate expiry) {
        Underlying underlying = new Underlying(contract.segment(), contract.name());
        OptionType type = contract.optionType();
        if (type == null) {
            futures.computeIfAbsent(underlying, ignored -> new TreeMap<>()).putIfAbsent(expiry, contract);
            return;
        }
        TreeMap<Long, OptionStrike> strikes = chains.computeIfAbsent(underlying, ignored -> new TreeMap<>())
                .computeIfAbsent(expiry, ignored -> new TreeMap<>());
        OptionStrike known = strikes.getOrDefault(contract.strike(), new OptionStrike(contract.strike(), null, null));
        if (known.of(type) == null) {
            strikes.put(
                    contract.strike(),
                    new OptionStrike(
                            contract.strike(),
                            type == OptionType.CE ? contract : known.call(),
                            type == OptionType.PE ? contract : known.put()));
        }
    }

    /// Indices go by their name or symbol, shares by their symbol with or without its series.
    private void spot(Instrument cash) {
        Segment derivatives = derivatives(cash.segment());
        if (derivatives == null) {
            return;
        }
        String symbol = cash.symbol();
        String stem = symbol.endsWith("-EQ") ? symbol.substring(0, symbol.length() - 3) : symbol;
        for (String name : cash.index() ? List.of(cash.name(), symbol) : List.of(stem)) {
            Underlying underlying = new Underlying(derivatives, name);
            if (chains.containsKey(underlying)) {
                spots.putIfAbsent(underlying, cash);
                return;
            }
        }
    }

    private static @Nullable Segment derivatives(Segment cash) {
        return switch (cash) {
            case NSE -> Segment.NFO;
            case BSE -> Segment.BFO;
            default -> null;
        };
    }

    private boolean onIndex(Underlying underlying) {
        Instrument spot = spots.get(underlying);
        return spot != null && spot.index();
    }

    private int size(Underlying underlying) {
        return chains.getOrDefault(underlying, new TreeMap<>()).values().stream()
                .mapToInt(Map::size)
                .sum();
    }

    /// Those on indices first, the ones with the most contracts before the others; then by name.
    public List<Underlying> underlyings() {
        return underlyings;
    }

    /// Oldest first.
    public List<LocalDate> expiries(Underlying underlying) {
        return List.copyOf(chains.getOrDefault(underlying, new TreeMap<>()).keySet());
    }

    /// Lowest strike first; empty when there is no such chain.
    public List<OptionStrike> chain(Underlying underlying, LocalDate expiry) {
        Map<Long, OptionStrike> strikes =
                chains.getOrDefault(underlying, new TreeMap<>()).getOrDefault(expiry, new TreeMap<>());
        return new ArrayList<>(strikes.values());
    }

    /// The index or share itself, where a master lists it.
    public Optional<Instrument> spot(Underlying underlying) {
        return Optional.ofNullable(spots.get(underlying));
    }

    /// The nearest future that lives at least as long as the options.
    public Optional<Instrument> future(Underlying underlying, LocalDate expiry) {
        return Optional.ofNullable(
                        futures.getOrDefault(underlying, new TreeMap<>()).ceilingEntry(expiry))
                .map(Map.Entry::getValue);
    }

    /// What the options of an instrument are written on: of an index or share those on it, of a contract those beside
    /// it.
    public Optional<Underlying> underlying(Instrument instrument) {
        if (instrument.expiry() != null) {
            return Optional.of(new Underlying(instrument.segment(), instrument.name()))
                    .filter(chains::containsKey);
        }
        return spots.entrySet().stream()
                .filter(entry -> entry.getValue().key().equals(instrument.key()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
