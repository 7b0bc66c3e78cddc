package in.sauda.core.broker;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import java.util.List;

/// Past candles.
public interface History {
    /// Returns candles whose start lies in {@code [fromMillis, toMillis)}, oldest first, split into as many
    /// calls as
    /// the broker's span
    /// limit needs. Blocks; respects the broker's rate limit.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<Candle> candles(Instrument instrument, Timeframe timeframe, long fromMillis, long toMillis)
            throws BrokerException;
}
