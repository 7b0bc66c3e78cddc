package in.sauda.core.view;

import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedState;

/// Health of the running core in one immutable row, published about four times a second.
///
/// @param subscribed instruments asked of the feed
/// @param ticking subscribed instruments with at least one update
/// @param ticks market events consumed
/// @param ticksPerSecond over the last second of wall time
/// @param conflated updates merged because the ring was full
/// @param candles closed one-minute candles made from ticks
/// @param signals signals raised
/// @param ordersWorking orders that are not terminal
/// @param feedAgeNanos time since the last frame, -1 when there was none
/// @param clockSkewMillis this computer minus the exchange, smoothed; Long.MIN_VALUE when unknown
/// @param marketMillis exchange time
/// @param phase of the equity derivatives session
public record CoreStatus(
        TradingMode mode,
        FeedState feed,
        int subscribed,
        int ticking,
        long ticks,
        double ticksPerSecond,
        long conflated,
        long candles,
        long signals,
        long orders,
        int ordersWorking,
        long feedAgeNanos,
        long clockSkewMillis,
        long marketMillis,
        Phase phase) {}
