package in.sauda.core.engine;

import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.paper.PaperExchange;
import in.sauda.core.strategy.MomentumProfile;
import java.util.function.Predicate;

/// How the core runs; fixed for its life.
///
/// @param mode where orders go
/// @param momentum thresholds of the momentum strategy
/// @param universe instruments the strategy judges, of those watched
/// @param instrumentCapacity most instruments in use at once; rows are preallocated for them
/// @param positionCapacity most positions of one day
/// @param ringSize events the inbound ring holds, a power of two
/// @param rowIntervalMillis shortest time between two rows of one instrument
/// @param fallback when prices are polled instead of streamed
/// @param paperSlippageBasisPoints slippage of market-like paper orders, hundredths of a percent
public record CoreSettings(
        TradingMode mode,
        MomentumProfile momentum,
        Predicate<Instrument> universe,
        int instrumentCapacity,
        int positionCapacity,
        int ringSize,
        int rowIntervalMillis,
        FeedFallback fallback,
        int paperSlippageBasisPoints) {
    /// Cash stocks near their day's high, room for 4,096 instruments.
    public static CoreSettings of(TradingMode mode) {
        return new CoreSettings(
                mode,
                MomentumProfile.standard(),
                instrument -> instrument.category() == InstrumentCategory.EQUITY,
                4_096,
                512,
                8_192,
                15,
                FeedFallback.USUAL,
                PaperExchange.DEFAULT_SLIPPAGE_BASIS_POINTS);
    }
}
