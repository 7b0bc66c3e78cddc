package in.sauda.core.backtest;

import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.charges.BrokeragePlan;
import in.sauda.core.charges.ChargeCalculator;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.EventPressure;
import in.sauda.core.strategy.MomentumProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/// Runs the live momentum strategy over stored candles with a virtual clock.
///
/// A minute goes the same way as in the engine: its candle closes, then the strategy looks. Candles of later minutes
/// are not in the series yet, so looking ahead is impossible. Symbols are played beside each other, their signals are
/// put in the order of time and traded together. The result depends on nothing but the candles, the profile and the
/// plan, however many threads work. One use.
public final class Backtest {
    private final List<SymbolCandles> symbols;
    private final MomentumProfile profile;
    private final TradePlan plan;
    private final EventPressure events;

    /// Without announcements.
    public Backtest(List<SymbolCandles> symbols, MomentumProfile profile, TradePlan plan) {
        this(symbols, profile, plan, EventPressure.NONE);
    }

    /// @param events announcements of the calendar
    public Backtest(List<SymbolCandles> symbols, MomentumProfile profile, TradePlan plan, EventPressure events) {
        this.events = events;
        this.symbols = List.copyOf(symbols);
        this.profile = profile;
        this.plan = plan;
    }

    /// Uses all cores.
    ///
    /// @throws CancellationException when the thread is interrupted
    public BacktestResult run() {
        return run(Runtime.getRuntime().availableProcessors());
    }

    /// @param threads that may work on it; with one it stays on the caller's
    /// @throws CancellationException when the thread is interrupted
    BacktestResult run(int threads) {
        List<Callable<SymbolPass.Result>> passes = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            int index = i;
            passes.add(() -> new SymbolPass(index, symbols.get(index), profile, events).run());
        }
        List<SymbolPass.Result> played = new Workers("backtest-", threads).all(passes);
        List<Integer> order = order();
        List<Signal> signals = inOrder(played, order);
        TradeSimulator simulator = new TradeSimulator(
                plan, new TradeCosts(new ChargeCalculator(BrokeragePlan.angelOne())), symbols, order);
        simulator.run(signals);
        return new BacktestResult(
                signals,
                played.stream().mapToLong(SymbolPass.Result::suppressed).sum(),
                List.copyOf(simulator.trades()),
                simulator.skipped(),
                symbols.stream().mapToLong(symbol -> symbol.candles().size()).sum());
    }

    /// Symbols in the order in which the engine closes their candles.
    private List<Integer> order() {
        Comparator<Integer> bySymbol = Comparator.comparing(
                        (Integer index) -> instrument(index).segment())
                .thenComparing(index -> instrument(index).symbol());
        return IntStream.range(0, symbols.size())
                .boxed()
                .sorted(bySymbol.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Instrument instrument(int index) {
        return symbols.get(index).instrument();
    }

    /// The signals of all symbols by time, then by symbol, numbered from 1.
    private static List<Signal> inOrder(List<SymbolPass.Result> played, List<Integer> order) {
        List<Signal> all = new ArrayList<>();
        order.forEach(index -> all.addAll(played.get(index).signals()));
        all.sort(Comparator.comparingLong(Signal::candleMillis));
        for (int i = 0; i < all.size(); i++) {
            all.set(i, all.get(i).numbered(i + 1L));
        }
        return List.copyOf(all);
    }
}
