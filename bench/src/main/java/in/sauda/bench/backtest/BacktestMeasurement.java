package in.sauda.bench.backtest;

import in.sauda.bench.Measurement;
import in.sauda.core.backtest.Backtest;
import in.sauda.core.backtest.BacktestResult;
import in.sauda.core.backtest.TradePlan;
import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.strategy.MomentumProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.ta4j.core.BarSeries;

/// A crossing rule beside ta4j on the same bars, and a year of fifty stocks with the momentum strategy.
///
/// {@code -Dbacktest.days=N} shortens the year for a quick look.
public final class BacktestMeasurement implements Measurement {
    private static final int CROSS_DAYS = 248;
    private static final int ROUNDS = 60;
    private static final int SYMBOLS = 50;

    @Override
    public String name() {
        return "backtest";
    }

    @Override
    public String description() {
        return "EMA cross with session VWAP on 93,000 bars beside ta4j; momentum on 50 stocks for a year, from memory and from the store";
    }

    @Override
    public void run() throws IOException {
        SymbolCandles symbol = symbol(0, CROSS_DAYS);
        BarSeries library = LibraryCross.series(symbol.candles());
        int bars = symbol.candles().size();
        double ours = best("Sauda", bars, () -> OwnCross.run(symbol));
        double theirs = best("ta4j", bars, () -> LibraryCross.run(library));
        double trader = best("manager", bars, () -> LibraryCross.manage(library));
        System.out.printf(
                "ratio %.1f to ta4j judged bar by bar, %.1f to its BarSeriesManager, as a trader runs it (target 5)%n",
                ours / theirs, ours / trader);
        int days = Integer.getInteger("backtest.days", 250);
        List<SymbolCandles> symbols = new ArrayList<>();
        for (int i = 0; i < SYMBOLS; i++) {
            symbols.add(symbol(i, days));
        }
        momentum(symbols, days);
        new StoredYear(symbols).run();
    }

    private static double best(String name, int bars, IntSupplier work) {
        double best = 0;
        int entries = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            entries = work.getAsInt();
            best = Math.max(best, bars / ((System.nanoTime() - begin) / 1e9));
        }
        System.out.printf("%-6s %,12.0f bars/s, %.3f µs a bar, %d entries%n", name, best, 1e6 / best, entries);
        return best;
    }

    private static void momentum(List<SymbolCandles> symbols, int days) {
        for (int round = 0; round < 3; round++) {
            long begin = System.nanoTime();
            BacktestResult result = new Backtest(symbols, MomentumProfile.standard(), TradePlan.standard()).run();
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf(
                    "momentum, %d days of %d stocks in memory: %,d bars in %.2f s, %,.0f bars/s, %d signals, %d trades%n",
                    days,
                    SYMBOLS,
                    result.candles(),
                    seconds,
                    result.candles() / seconds,
                    result.signals().size(),
                    result.trades().size());
        }
    }

    private static SymbolCandles symbol(int number, int days) {
        String name = "STOCK" + number;
        Instrument instrument = new Instrument(
                "bench",
                new InstrumentKey(Segment.NSE, name),
                name,
                name,
                "",
                InstrumentCategory.EQUITY,
                null,
                0,
                null,
                1,
                5,
                0,
                false);
        return new SymbolCandles(instrument, Bars.walk(days, number + 1L));
    }
}
