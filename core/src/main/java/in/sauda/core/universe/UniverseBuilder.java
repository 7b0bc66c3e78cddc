package in.sauda.core.universe;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Chooses the instruments of each kind out of the masters (rules 10.5). For one thread.
///
/// Where a kind has more instruments than its limit, what is traded most goes first, as far as a master tells it: NSE
/// before BSE, shares with derivatives before others, the nearest expiry, index contracts before those of shares, and
/// of an option ladder the middle, around which the exchange builds it.
public final class UniverseBuilder {
    private static final String FIRST_EXCHANGE = "NSE";

    private final List<Instrument> all;
    private final LocalDate today;
    private final Map<UniverseKind, Set<InstrumentKey>> lists;
    private final Set<String> indexNames = new HashSet<>();
    private final Set<String> underlyings = new HashSet<>();

    /// @param today contracts that expired before it are left out
    /// @param lists the broker's lists of shares for the kinds that are lists, where they are known
    public UniverseBuilder(List<Instrument> all, LocalDate today, Map<UniverseKind, Set<InstrumentKey>> lists) {
        this.all = all;
        this.today = today;
        this.lists = Map.copyOf(lists);
        Set<String> shares = new HashSet<>();
        for (Instrument instrument : all) {
            if (instrument.category() == InstrumentCategory.FUTURES) {
                underlyings.add(instrument.name());
            } else if (instrument.category() == InstrumentCategory.EQUITY) {
                shares.add(instrument.name());
                shares.add(stem(instrument.symbol()));
            }
        }
        underlyings.stream().filter(name -> !shares.contains(name)).forEach(indexNames::add);
    }

    /// {@code RELIANCE} of {@code RELIANCE-EQ}.
    private static String stem(String symbol) {
        int series = symbol.lastIndexOf('-');
        return series < 0 ? symbol : symbol.substring(0, series);
    }

    /// @param limits the kinds to choose, with the most instruments of each
    public Universe build(Map<UniverseKind, Integer> limits) {
        Map<UniverseKind, List<Instrument>> chosen = new EnumMap<>(UniverseKind.class);
        limits.forEach((kind, limit) -> chosen.put(kind, choose(kind, limit)));
        return new Universe(chosen);
    }

    private List<Instrument> choose(UniverseKind kind, int limit) {
        return switch (kind) {
            case INDEX -> cash(instrument -> instrument.category() == InstrumentCategory.INDEX, limit);
            case EQUITY -> cash(this::share, limit);
            case FUTURES -> futures(limit);
            case OPTIONS -> options(limit);
            case MTF, MIS -> {
                Set<InstrumentKey> listed = lists.getOrDefault(kind, Set.of());
                yield cash(instrument -> listed.contains(instrument.key()), limit);
            }
        };
    }

    private boolean share(Instrument instrument) {
        return instrument.category() == InstrumentCategory.EQUITY;
    }

    private List<Instrument> cash(Predicate<Instrument> wanted, int limit) {
        return all.stream()
                .filter(wanted)
                .sorted(Comparator.<Instrument, Boolean>comparing(instrument -> !first(instrument))
                        .thenComparing(instrument -> !underlyings.contains(instrument.name())
                                && !underlyings.contains(stem(instrument.symbol()))))
                .limit(limit)
                .toList();
    }

    private static boolean first(Instrument instrument) {
        return instrument.segment().exchange().equals(FIRST_EXCHANGE);
    }

    private List<Instrument> futures(int limit) {
        return contracts(InstrumentCategory.FUTURES)
                .sorted(Comparator.comparing(UniverseBuilder::expiry)
                        .thenComparing(instrument -> !first(instrument))
                        .thenComparing(instrument -> !indexNames.contains(instrument.name()))
                        .thenComparing(Instrument::name))
                .limit(limit)
                .toList();
    }

    private Stream<Instrument> contracts(InstrumentCategory category) {
        return all.stream()
                .filter(instrument -> instrument.category() == category)
                .filter(instrument ->
                        instrument.expiry() != null && !expiry(instrument).isBefore(today));
    }

    private static LocalDate expiry(Instrument contract) {
        LocalDate expiry = contract.expiry();
        return expiry == null ? LocalDate.MAX : expiry;
    }

    /// From the middle of every ladder outwards, one contract of each underlying after the other, so that none takes
    /// the room of all.
    private List<Instrument> options(int limit) {
        Map<String, List<Instrument>> ladders = new LinkedHashMap<>();
        contracts(InstrumentCategory.OPTIONS)
                .sorted(Comparator.<Instrument, Boolean>comparing(instrument -> !first(instrument))
                        .thenComparing(Instrument::name))
                .forEach(option -> ladders.computeIfAbsent(
                                option.segment() + " " + option.name(), _ -> new ArrayList<>())
                        .add(option));
        List<List<Instrument>> indexes = new ArrayList<>();
        List<List<Instrument>> shares = new ArrayList<>();
        for (List<Instrument> ladder : ladders.values()) {
            boolean index = indexNames.contains(ladder.getFirst().name());
            (index ? indexes : shares).add(fromTheMiddle(nearest(ladder)));
        }
        List<Instrument> chosen = new ArrayList<>();
        takeInTurn(indexes, limit, chosen);
        takeInTurn(shares, limit, chosen);
        return chosen;
    }

    private static List<Instrument> nearest(List<Instrument> ladder) {
        LocalDate nearest =
                Collections.min(ladder.stream().map(UniverseBuilder::expiry).toList());
        return ladder.stream().filter(option -> expiry(option).equals(nearest)).toList();
    }

    private static List<Instrument> fromTheMiddle(List<Instrument> ladder) {
        List<Long> strikes =
                ladder.stream().map(Instrument::strike).distinct().sorted().toList();
        long middle = strikes.get(strikes.size() / 2);
        return ladder.stream()
                .sorted(Comparator.<Instrument>comparingLong(option -> Math.abs(option.strike() - middle))
                        .thenComparingLong(Instrument::strike)
                        .thenComparing(Instrument::symbol))
                .toList();
    }

    private static void takeInTurn(List<List<Instrument>> ladders, int limit, List<Instrument> chosen) {
        int longest = ladders.stream().mapToInt(List::size).max().orElse(0);
        for (int place = 0; place < longest; place++) {
            for (List<Instrument> ladder : ladders) {
                if (chosen.size() >= limit) {
                    return;
                }
                if (place < ladder.size()) {
                    chosen.add(ladder.get(place));
                }
            }
        }
    }
}
