package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import org.jspecify.annotations.Nullable;

/// One execution in the broker's trade book of the day.
///
/// @param tradeId the exchange's number of the execution
/// @param key null when the broker's row carries no token; segment and symbol then identify the instrument
/// @param quantity units
/// @param price fixed-point in the segment's decimals
/// @param valuePaise quantity times price
/// @param millis time of the execution, epoch milliseconds, or 0 when unknown
public record BookedTrade(
        String brokerOrderId,
        String tradeId,
        @Nullable InstrumentKey key,
        Segment segment,
        String symbol,
        Side side,
        Product product,
        long quantity,
        long price,
        long valuePaise,
        long millis) {}
