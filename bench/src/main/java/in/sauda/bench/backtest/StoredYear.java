package in.sauda.bench.backtest;

import in.sauda.core.backtest.Backtest;
import in.sauda.core.backtest.BacktestResult;
import in.sauda.core.backtest.TradePlan;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.CandleFiles;
import in.sauda.core.candlefile.StoredCandles;
import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.CandleStore;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.feed.InstrumentRegistry;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.storage.Database;
import in.sauda.core.storage.JdbiStores;
import in.sauda.core.strategy.MomentumProfile;
import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A year of candles in the database: reading all of them and running momentum, reading one chart's after a start, and
/// saving the minutes of a thousand instruments.
final class StoredYear {
    private static final int INSTRUMENTS_A_MINUTE = 1_000;
    private static final int MINUTES = 20;

    private final List<SymbolCandles> symbols;

    StoredYear(List<SymbolCandles> symbols) {
        this.symbols = symbols;
    }

    void run() throws IOException {
        Path home = Files.createTempDirectory("sauda-bench");
        try {
            fill(home);
            backtest(home);
            chart(home);
            minutes(home);
        } finally {
            delete(home);
        }
    }

    private void fill(Path home) {
        long begin = System.nanoTime();
        try (Database database = Database.open(home)) {
            CandleStore store = store(database);
            for (SymbolCandles symbol : symbols) {
                List<Candle> candles = new ArrayList<>();
                for (int i = 0; i < symbol.candles().size(); i++) {
                    candles.add(symbol.candles().candle(i, Candle.FINAL));
                }
                store.archive(symbol.instrument().key(), candles);
            }
        }
        System.out.printf("store filled in %.1f s%n", seconds(begin));
    }

    private static CandleStore store(Database database) {
        return JdbiStores.of(database, new InstrumentRegistry()).candles();
    }

    private void backtest(Path home) {
        List<Instrument> instruments =
                symbols.stream().map(SymbolCandles::instrument).toList();
        LocalDate first = IndiaTime.date(symbols.getFirst().candles().startMillis(0));
        for (int round = 0; round < 3; round++) {
            try (Database database = Database.open(home)) {
                long begin = System.nanoTime();
                CandleFiles.Content content = StoredCandles.read(
                        store(database), TradingCalendar.bundled(), instruments, first, first.plusYears(2));
                double reading = seconds(begin);
                BacktestResult result =
                        new Backtest(content.symbols(), MomentumProfile.standard(), TradePlan.standard()).run();
                System.out.printf(
                        "%,d bars from the store in %.2f s, with momentum %.2f s (target 4 s for 4.7 million), %d trades%n",
                        result.candles(),
                        reading,
                        seconds(begin),
                        result.trades().size());
            }
        }
    }

    /// Cold for the database: it was just opened.
    private void chart(Path home) {
        try (Database database = Database.open(home)) {
            long begin = System.nanoTime();
            int bars = store(database)
                    .load(symbols.getFirst().instrument().key(), Timeframe.M1, 0, Long.MAX_VALUE)
                    .size();
            System.out.printf(
                    "%,d candles of one chart after opening in %.0f ms (target 100 ms for 94,000)%n",
                    bars, seconds(begin) * 1_000);
        }
    }

    private void minutes(Path home) {
        try (Database database = Database.open(home)) {
            CandleStore store = store(database);
            List<Long> nanos = new ArrayList<>();
            for (int minute = 0; minute < MINUTES; minute++) {
                List<CandleStore.Entry> entries = new ArrayList<>();
                for (int i = 0; i < INSTRUMENTS_A_MINUTE; i++) {
                    SymbolCandles symbol = symbols.get(i % symbols.size());
                    Candle candle = new Candle(
                            (4_000_000_000L + minute * 1_000L + i / symbols.size()) * 60_000L, 1, 2, 1, 2, 3, 0);
                    entries.add(new CandleStore.Entry(symbol.instrument().key(), Timeframe.M1, candle));
                }
                long begin = System.nanoTime();
                store.save(entries);
                nanos.add(System.nanoTime() - begin);
            }
            nanos.sort(Comparator.naturalOrder());
            System.out.printf(
                    "upsert of %,d candles of a minute: median %.1f ms, worst %.1f ms, on the storage thread%n",
                    INSTRUMENTS_A_MINUTE, nanos.get(nanos.size() / 2) / 1e6, nanos.getLast() / 1e6);
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
