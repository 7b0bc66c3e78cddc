package in.sauda.simulator;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.simulator.market.BookLevel;
import in.sauda.simulator.market.DepthSource;
import in.sauda.simulator.market.Tables;
import in.sauda.simulator.market.Tape;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        TradingDays days = new TradingDays(calendar, options.date());
        Path path = options.master();
        if (path == null) {
            ContractCatalog catalog = new ContractCatalog(MasterGenerator.generate(tables, calendar, options.date()));
            Universe universe = new Universe(options.seed(), days, tables, Map.of());
            return new World(catalog, new Tapes(options.seed(), calendar, days, universe), null);
        }
        MasterReader.Loaded loaded = MasterReader.read(path);
        Universe universe = new Universe(options.seed(), days, tables, middleStrikes(loaded.contracts()));
        Tapes tapes = new Tapes(options.seed(), calendar, days, universe);
        return new World(new ContractCatalog(loaded.contracts()), tapes, loaded.file());
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

    DepthSource depth() {
        return new DepthSource() {
            @Override
            public List<BookLevel> bids(Tape tape) {
                return tape.bids();
            }

            @Override
            public List<BookLevel> asks(Tape tape) {
                return tape.asks();
            }
        };
    }
}
