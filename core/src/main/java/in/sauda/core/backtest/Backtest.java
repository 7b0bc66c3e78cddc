package in.sauda.core.backtest;

import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.CandlePlayer;
import in.sauda.core.charges.BrokeragePlan;
import in.sauda.core.charges.ChargeCalculator;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.MomentumProfile;
import in.sauda.core.strategy.MomentumStrategy;
import in.sauda.core.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Runs the live momentum strategy over stored candles with a virtual clock.
///
/// A minute goes the same way as in the engine: all its candles close in one batch, then the strategy looks. Candles of
/// later minutes are not in the series yet, so looking ahead is impossible. The result depends on nothing but the
/// candles, the profile and the plan. One thread, one use.
public final class Backtest {
    private static final long MINUTE = 60_000L;

    private final class Context implements StrategyContext {
        private long lastId;

        @Override
        public long nextSignalId() {
            return ++lastId;
        }

        @Override
        public long exchangeMillis() {
            return nowMillis;
        }

        @Override
        public boolean warm(int instrumentIndex) {
            return true;
        }

        @Override
        public void raise(Signal signal) {
            signals.add(signal);
            simulator.onSignal(signal);
        }
    }

    private final List<Signal> signals = new ArrayList<>();
    private final TradeSimulator simulator;
    private final MomentumStrategy strategy;
    private final CandlePlayer player = new CandlePlayer(this::onClosed);
    private long nowMillis;
    private long candles;

    public Backtest(List<SymbolCandles> symbols, MomentumProfile profile, TradePlan plan) {
        simulator = new TradeSimulator(plan, new TradeCosts(new ChargeCalculator(BrokeragePlan.angelOne())));
        strategy = new MomentumStrategy(profile, _ -> true, new Context());
        for (int i = 0; i < symbols.size(); i++) {
            SymbolCandles symbol = symbols.get(i);
            var _ = player.track(i, symbol.instrument(), symbol.candles());
        }
    }

    private void onClosed(CandleBatch batch) {
        nowMillis = batch.minuteMillis() + MINUTE;
        candles += batch.size();
        simulator.onCandles(batch);
        strategy.onCandles(batch);
    }

    /// @throws CancellationException when the thread is interrupted
    public BacktestResult run() {
        while (player.step()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The backtest was cancelled.");
            }
        }
        simulator.finish();
        return new BacktestResult(
                List.copyOf(signals),
                strategy.suppressed(),
                List.copyOf(simulator.trades()),
                simulator.skipped(),
                candles);
    }
}
