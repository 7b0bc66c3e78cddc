package in.sauda.simulator;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.Segment;
import in.sauda.simulator.exchange.Holding;
import in.sauda.simulator.market.Tables;
import in.sauda.simulator.market.Tapes;
import in.sauda.simulator.market.TradingDays;
import in.sauda.simulator.market.Universe;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import in.sauda.simulator.master.MasterFile;
import in.sauda.simulator.master.MasterGenerator;
import in.sauda.simulator.master.MasterReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What exists on the simulated day: contracts, the file that lists them, and their prices.
final class World {
    private final ContractCatalog catalog;
    private final Tapes tapes;
    private @Nullable MasterFile file;

    private World(ContractCatalog catalog, Tapes tapes, @Nullable MasterFile file) {
        this.catalog = catalog;
        this.tapes = tapes;
        this.file = file;
    }

    static World create(SimulatorOptions options, TradingCalendar calendar) throws IOException {
        Tables tables = Tables.bundled();
        Path path = options.master();
        if (path == null) {
            TradingDays days = new TradingDays(calendar, options.date());
            ContractCatalog catalog = new ContractCatalog(MasterGenerator.generate(tables, calendar, options.date()));
            Universe universe = new Universe(options.seed(), days, tables, Map.of());
            return new World(catalog, new Tapes(options.seed(), calendar, days, universe), null);
        }
        MasterReader.Loaded loaded = MasterReader.read(path);
        TradingDays days = new TradingDays(calendar, date(options.date(), loaded.contracts(), calendar));
        Universe universe = new Universe(options.seed(), days, tables, middleStrikes(loaded.contracts()));
        Tapes tapes = new Tapes(options.seed(), calendar, days, universe);
        return new World(new ContractCatalog(loaded.contracts()), tapes, loaded.file());
    }

    /// A master is at home before its first expiry: on a later date part of it would be dead.
    private static LocalDate date(LocalDate wanted, List<Contract> contracts, TradingCalendar calendar) {
        LocalDate date = wanted;
        for (Contract contract : contracts) {
            LocalDate expiry = contract.expiry();
            date = expiry != null && expiry.isBefore(date) ? expiry : date;
        }
        return calendar.latestTradingDay(date);
    }

    LocalDate date() {
        return tapes.days().today();
    }

    /// Exchanges list strikes around the price, so the middle strike is a good guess for a name without one.
    private static Map<String, Double> middleStrikes(List<Contract> contracts) {
        Map<String, TreeMap<Double, Integer>> strikes = new HashMap<>();
        for (Contract contract : contracts) {
            if (contract.kind() == Contract.Kind.OPTION) {
                strikes.computeIfAbsent(contract.name(), name -> new TreeMap<>(Comparator.naturalOrder()))
                        .put(contract.toRupees(contract.strike()), 1);
            }
        }
        Map<String, Double> middles = new HashMap<>();
        strikes.forEach(
                (name, sorted) -> middles.put(name, List.copyOf(sorted.keySet()).get(sorted.size() / 2)));
        return middles;
    }

    ContractCatalog catalog() {
        return catalog;
    }

    Tapes tapes() {
        return tapes;
    }

    /// The generated file is rendered when first asked for: a client with a fresh cache never does.
    synchronized MasterFile masterFile() {
        MasterFile ready = file == null ? MasterFile.of(catalog) : file;
        file = ready;
        return ready;
    }

    /// A few shares the account holds from earlier days, as far as the master lists them.
    List<Holding> holdings() {
        return Stream.of(
                        new Owned("ITC", "INE154A01025", 400, 431.5),
                        new Owned("TATASTEEL", "INE081A01020", 500, 152.2),
                        new Owned("HDFCBANK", "INE040A01034", 60, 962.4))
                .flatMap(owned -> catalog.findBySymbol(Segment.NSE, owned.name() + "-EQ").stream()
                        .map(contract -> new Holding(contract, owned.isin(), owned.quantity(), owned.average())))
                .toList();
    }

    private record Owned(String name, String isin, long quantity, double average) {}
}
