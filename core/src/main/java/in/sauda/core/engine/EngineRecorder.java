package in.sauda.core.engine;

import in.sauda.core.candles.Candle;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.health.RecorderState;
import in.sauda.core.strategy.StrategySetup;
import java.util.List;
import java.util.Set;

/// Is told every input that decides candles and signals, in the order of consumption. Called on the engine thread: it
/// must neither block nor keep what it is given.
public interface EngineRecorder {
    /// Records nothing.
    EngineRecorder NONE = new EngineRecorder() {};

    /// A step of the engine begins; the clocks stand there until the next call.
    default void time(long marketMillis, long nanos) {}

    default void market(MarketEvent event) {}

    /// Candles are closed by time, not by an event.
    default void closing() {}

    /// From now on the instrument makes candles.
    default void track(int index) {}

    /// One-minute candles of the past are merged.
    default void candles(int index, List<Candle> candles) {}

    /// The feed is back since that monotonic time.
    default void reconnected(long nanos) {}

    /// The VWAP of an index takes the volume of a future from now on.
    default void lend(int index, int future) {}

    /// Ticks of any instrument since that exchange time may be missing.
    default void suspect(long sinceMillis) {}

    /// Strategies may, or may no longer, judge the instrument.
    default void warm(int index, boolean warm) {}

    /// From now on an instance of a strategy is run like that.
    default void strategy(StrategySetup setup) {}

    /// An instance of a strategy is gone.
    default void strategyRemoved(String id) {}

    /// Strategies looked between candles.
    default void timer() {}

    /// Options an instance of a strategy asked for were found.
    ///
    /// @param spot index of the underlying
    /// @param options indexes, lowest strike first
    default void contracts(String strategy, int spot, List<Integer> options) {}

    /// From now on strategies judge these instruments and no others; none means the usual ones.
    default void universe(Set<InstrumentKey> keys) {}

    /// How the recording stands.
    default RecorderState state() {
        return RecorderState.NONE;
    }

    /// Nothing more to do for now.
    default void idle() {}
}
