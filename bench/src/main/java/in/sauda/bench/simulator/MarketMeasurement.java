package in.sauda.bench.simulator;

import in.sauda.bench.Measurement;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.Segment;
import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.SimulatorOptions;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.Tables;
import in.sauda.simulator.market.Tape;
import in.sauda.simulator.market.Tapes;
import in.sauda.simulator.market.TradingDays;
import in.sauda.simulator.market.Universe;
import in.sauda.simulator.master.Contract;
import in.sauda.simulator.master.ContractCatalog;
import in.sauda.simulator.master.MasterFile;
import in.sauda.simulator.master.MasterGenerator;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Plays twenty minutes of 400 instruments as fast as one core can, beside the speeds the demo offers.
public final class MarketMeasurement implements Measurement {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int MINUTES = 20;

    @Override
    public String name() {
        return "market";
    }

    @Override
    public String description() {
        return "simulated market of 400 instruments on one core, beside real time and the fastest demo (x120)";
    }

    @Override
    public void run() throws Exception {
        start();
        master();
        for (int round = 0; round < 3; round++) {
            market();
        }
    }

    private static void start() throws Exception {
        long begin = System.nanoTime();
        try (Simulator simulator = Simulator.start(SimulatorOptions.defaults(DAY), new SystemTime())) {
            System.out.printf(
                    "start-up: %d ms, %d contracts%n",
                    (System.nanoTime() - begin) / 1_000_000, simulator.catalog().size());
        }
    }

    private static void master() {
        ContractCatalog catalog = catalog();
        long begin = System.nanoTime();
        MasterFile file = MasterFile.of(catalog);
        System.out.printf(
                "master: %d rows, %.1f MB plain, %.1f MB gzip, rendered in %d ms%n",
                catalog.size(), file.length() / 1e6, file.gzip().length / 1e6, (System.nanoTime() - begin) / 1_000_000);
    }

    private static ContractCatalog catalog() {
        return new ContractCatalog(MasterGenerator.generate(Tables.bundled(), TradingCalendar.bundled(), DAY));
    }

    private static void market() {
        ContractCatalog catalog = catalog();
        TradingDays days = new TradingDays(TradingCalendar.bundled(), DAY);
        Universe universe = new Universe(1, days, Tables.bundled(), Map.of());
        AtomicLong now = new AtomicLong(IndiaTime.epochMillis(DAY, LocalTime.of(10, 0)));
        Market market = new Market(new Tapes(1, TradingCalendar.bundled(), days, universe), now::get);
        AtomicLong ticks = new AtomicLong();
        market.addListener((Tape tape) -> ticks.incrementAndGet());
        List<Contract> watched = watched(catalog);
        watched.forEach(market::watch);
        market.step();
        long begin = System.nanoTime();
        now.addAndGet(MINUTES * 60_000L);
        market.step();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%d instruments: %d market minutes in %.2f s = x%.0f on one core; %.0f changes a market second; "
                        + "at x1 %.3f %% of a core, at x120 %.1f %%%n",
                watched.size(),
                MINUTES,
                seconds,
                MINUTES * 60 / seconds,
                ticks.get() / (MINUTES * 60.0),
                100 * seconds / (MINUTES * 60),
                12_000 * seconds / (MINUTES * 60));
    }

    /// Indices, shares, and options around the money of the nearest expiry.
    private static List<Contract> watched(ContractCatalog catalog) {
        List<Contract> rows = new ArrayList<>();
        catalog.in(Segment.NSE).limit(20).forEach(rows::add);
        catalog.in(Segment.NSE)
                .filter(row -> row.symbol().endsWith("-EQ"))
                .limit(200)
                .forEach(rows::add);
        catalog.in(Segment.NFO)
                .filter(row -> row.kind() == Contract.Kind.OPTION && row.name().equals("NIFTY"))
                .skip(60)
                .limit(180)
                .forEach(rows::add);
        return rows;
    }
}
