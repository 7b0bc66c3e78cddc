package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import org.jspecify.annotations.Nullable;

/// Securities in the demat account. Prices are fixed-point with two decimals, amounts are paise.
///
/// @param key null when the broker's row names no instrument we can resolve
/// @param symbol trading symbol as the broker spells it
/// @param isin may be empty
/// @param quantity units owned, those of {@code t1Quantity} not included
/// @param t1Quantity units bought and not delivered yet
/// @param collateralQuantity units pledged
/// @param authorisedQuantity units whose sale is already authorised
/// @param averagePrice what they were bought for on average
/// @param lastPrice -1 where unknown
/// @param previousClose -1 where unknown
/// @param pnlPaise the broker's own profit figure, {@link Paise#UNKNOWN} where it states none
/// @param pnlPercent of the invested amount; NaN where unknown
public record Holding(
        @Nullable InstrumentKey key,
        String symbol,
        String isin,
        long quantity,
        long t1Quantity,
        long collateralQuantity,
        long authorisedQuantity,
        long averagePrice,
        long lastPrice,
        long previousClose,
        long pnlPaise,
        double pnlPercent) {}
