package in.sauda.simulator;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/// Which instruments a demo watches and which make up a realistic load, whatever master is served.
final class DemoSymbols {
    private static final List<String> INDICES = List.of("NIFTY", "BANKNIFTY", "INDIA VIX", "SENSEX");
    private static final List<String> SHARES =
            List.of("RELIANCE", "HDFCBANK", "ICICIBANK", "INFY", "TCS", "SBIN", "ITC", "TATASTEEL", "BHARTIARTL", "LT");
    private static final int ACTIVE = 200;
    private static final Comparator<Contract> BY_EXPIRY =
            Comparator.comparing(row -> Objects.requireNonNull(row.expiry()));

    private final ContractCatalog catalog;

    DemoSymbols(ContractCatalog catalog) {
        this.catalog = catalog;
    }

    List<InstrumentKey> watchlist() {
        List<Contract> rows = new ArrayList<>();
        INDICES.forEach(name -> index(name).ifPresent(rows::add));
        SHARES.forEach(name -> share(name).ifPresent(rows::add));
        Map<String, Contract> futures = nearestFutures();
        Stream.of("NIFTY", "BANKNIFTY")
                .flatMap(name -> Stream.ofNullable(futures.get(name)))
                .forEach(rows::add);
        rows.addAll(nearTheMoney("NIFTY", 25_900, 1));
        rows.addAll(nearTheMoney("BANKNIFTY", 58_600, 1));
        return keys(rows);
    }

    /// About two hundred instruments: the watchlist, index options around the money, then futures and their shares.
    List<InstrumentKey> active() {
        Set<Contract> rows = new LinkedHashSet<>();
        INDICES.forEach(name -> index(name).ifPresent(rows::add));
        SHARES.forEach(name -> share(name).ifPresent(rows::add));
        rows.addAll(nearTheMoney("NIFTY", 25_900, 10));
        rows.addAll(nearTheMoney("BANKNIFTY", 58_600, 10));
        Map<String, Contract> shares = new HashMap<>();
        catalog.in(Segment.NSE)
                .filter(row -> row.kind() == Contract.Kind.CASH)
                .forEach(row -> shares.putIfAbsent(row.symbol(), row));
        nearestFutures().forEach((name, future) -> {
            Contract share = shares.get(name + "-EQ");
            if (share != null) {
                rows.add(share);
            }
            rows.add(future);
        });
        return keys(rows.stream().limit(ACTIVE).toList());
    }

    private static List<InstrumentKey> keys(List<Contract> rows) {
        return rows.stream()
                .map(row -> new InstrumentKey(row.segment(), row.token()))
                .distinct()
                .toList();
    }

    private Optional<Contract> index(String name) {
        return Stream.of(Segment.NSE, Segment.BSE)
                .flatMap(catalog::in)
                .filter(row -> row.kind() == Contract.Kind.INDEX && row.name().equals(name))
                .findFirst();
    }

    private Optional<Contract> share(String name) {
        return catalog.findBySymbol(Segment.NSE, name + "-EQ");
    }

    /// By name, in the master's order.
    private Map<String, Contract> nearestFutures() {
        Map<String, Contract> nearest = new LinkedHashMap<>();
        catalog.in(Segment.NFO)
                .filter(row -> row.kind() == Contract.Kind.FUTURE)
                .forEach(row -> nearest.merge(row.name(), row, BinaryOperator.minBy(BY_EXPIRY)));
        return nearest;
    }

    /// Calls and puts of the nearest expiry at the strikes closest to a level.
    private List<Contract> nearTheMoney(String name, double level, int strikesEachSide) {
        Comparator<Contract> byDistance =
                Comparator.comparingDouble(row -> Math.abs(row.toRupees(row.strike()) - level));
        return catalog.in(Segment.NFO)
                .filter(row -> row.kind() == Contract.Kind.OPTION && row.name().equals(name))
                .sorted(BY_EXPIRY.thenComparing(byDistance).thenComparing(row -> row.optionType() == OptionType.PE))
                .limit(2L * (2 * strikesEachSide + 1))
                .toList();
    }
}
