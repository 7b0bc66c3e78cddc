package in.sauda.core.backtest;

import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.CandleBatch;
import in.sauda.core.candles.CandlePlayer;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.EventPressure;
import in.sauda.core.strategy.MomentumProfile;
import in.sauda.core.strategy.MomentumStrategy;
import in.sauda.core.strategy.StrategyContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Plays the candles of one symbol through the live strategy with a virtual clock.
///
/// The strategy judges every symbol by its own candles alone, so symbols may be played one after the other or beside
/// each other: the signals are those of all of them played together. One thread, one use.
final class SymbolPass implements StrategyContext {
    private static final long MINUTE = 60_000L;
    private static final int MINUTES_BETWEEN_LOOKS = 1_024;

    /// What one symbol gave.
    ///
    /// @param signals oldest first, numbered from 1
    record Result(List<Signal> signals, long suppressed) {}

    private final List<Signal> signals = new ArrayList<>();
    private final CandlePlayer player = new CandlePlayer(this::onClosed);
    private final MomentumStrategy strategy;
    private final EventPressure events;
    private long nowMillis;

    /// @param index of the symbol in the backtest
    /// @param events announcements of the calendar
    SymbolPass(int index, SymbolCandles symbol, MomentumProfile profile, EventPressure events) {
        this.events = events;
        strategy = new MomentumStrategy(profile, _ -> true, this);
        var _ = player.track(index, symbol.instrument(), symbol.candles());
    }

    /// @throws CancellationException when the thread is interrupted
    Result run() {
        for (int played = 1; player.step(); played++) {
            if (played % MINUTES_BETWEEN_LOOKS == 0 && Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The backtest was cancelled.");
            }
        }
        return new Result(signals, strategy.suppressed());
    }

    private void onClosed(CandleBatch batch) {
        nowMillis = batch.minuteMillis() + MINUTE;
        strategy.onCandles(batch);
    }

    @Override
    public long nextSignalId() {
        return signals.size() + 1L;
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
    public EventPressure events() {
        return events;
    }

    @Override
    public void watch(Signal signal) {
        raise(signal);
    }

    @Override
    public void raise(Signal signal) {
        signals.add(signal);
    }
}
