package in.sauda.simulator.angel;

import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// All stock and index futures of a month against the previous close.
///
/// Ranks by what the model expects, which costs nothing, and then reads only the chosen contracts from the market, so
/// that what is shown agrees with every quote.
final class FutureBoard {
    private static final int SHOWN = 10;
    private static final int RATIOS = 25;

    enum Ranking {
        PRICE_UP,
        PRICE_DOWN,
        INTEREST_UP,
        INTEREST_DOWN;

        boolean price() {
            return this == PRICE_UP || this == PRICE_DOWN;
        }

        private Comparator<Row> order() {
            return switch (this) {
                case PRICE_UP -> Comparator.comparingDouble(Row::pricePercent).reversed();
                case PRICE_DOWN -> Comparator.comparingDouble(Row::pricePercent);
                case INTEREST_UP ->
                    Comparator.comparingDouble(Row::interestPercent).reversed();
                case INTEREST_DOWN -> Comparator.comparingDouble(Row::interestPercent);
            };
        }
    }

    /// A future and what changed since the previous close, in rupees and units.
    record Row(Contract contract, double last, double previous, long interest, long previousInterest) {
        double priceChange() {
            return last - previous;
        }

        double pricePercent() {
            return Math.round(priceChange() / previous * 10_000) / 100.0;
        }

        long interestChange() {
            return interest - previousInterest;
        }

        double interestPercent() {
            return previousInterest == 0 ? 0 : Math.round(interestChange() * 10_000.0 / previousInterest) / 100.0;
        }
    }

    private final Market market;
    private final ContractCatalog catalog;

    FutureBoard(Market market, ContractCatalog catalog) {
        this.market = market;
        this.catalog = catalog;
    }

    List<Row> top(Ranking ranking, int month) {
        return futures(month)
                .map(this::expected)
                .sorted(ranking.order())
                .limit(SHOWN)
                .map(row -> real(row.contract()))
                .sorted(ranking.order())
                .toList();
    }

    List<Row> matching(Predicate<Row> wanted, int month) {
        return futures(month)
                .map(this::expected)
                .filter(wanted)
                .limit(2L * SHOWN)
                .map(row -> real(row.contract()))
                .filter(wanted)
                .toList();
    }

    /// The nth expiry of every name.
    private Stream<Contract> futures(int month) {
        Map<String, TreeMap<LocalDate, Contract>> byName = new LinkedHashMap<>();
        catalog.in(Segment.NFO)
                .filter(row -> row.kind() == Contract.Kind.FUTURE)
                .forEach(row -> byName.computeIfAbsent(row.name(), name -> new TreeMap<>())
                        .put(Objects.requireNonNull(row.expiry()), row));
        return byName.values().stream()
                .flatMap(months -> months.values().stream().skip(month).limit(1));
    }

    private int slot() {
        return market.locked(market::slot);
    }

    private Row expected(Contract contract) {
        Tape tape = market.tapes().tape(contract, 0);
        return new Row(
                contract,
                market.tapes().fair(contract, 0).at(slot()),
                contract.toRupees(tape.previousClose()),
                tape.expectedOpenInterest(slot()),
                tape.previousOpenInterest());
    }

    private Row real(Contract contract) {
        return market.read(
                contract,
                tape -> new Row(
                        contract,
                        contract.toRupees(tape.last()),
                        contract.toRupees(tape.previousClose()),
                        tape.openInterest(),
                        tape.previousOpenInterest()));
    }

    double expectedVolume(Contract contract) {
        return market.tapes().tape(contract, 0).expectedVolume(slot());
    }

    /// Put over call open interest of the near expiry for the indices and the first stocks of the master, by future.
    Map<Contract, Double> putCallRatios() {
        Map<Contract, Double> ratios = new LinkedHashMap<>();
        List<Contract> futures = new ArrayList<>(futures(0).toList());
        futures.sort(Comparator.comparing(future -> !future.type().endsWith("IDX")));
        for (Contract future : futures.subList(0, Math.min(RATIOS, futures.size()))) {
            List<Contract> options = catalog.options(future.name())
                    .filter(row -> Objects.equals(row.expiry(), future.expiry()))
                    .toList();
            double calls = interest(options, OptionType.CE);
            if (calls > 0) {
                ratios.put(future, Math.round(interest(options, OptionType.PE) / calls * 100) / 100.0);
            }
        }
        return ratios;
    }

    private double interest(List<Contract> options, OptionType type) {
        int now = slot();
        return options.stream()
                .filter(row -> row.optionType() == type)
                .mapToLong(row -> market.tapes().tape(row, 0).expectedOpenInterest(now))
                .sum();
    }
}
