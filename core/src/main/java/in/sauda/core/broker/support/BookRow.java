package in.sauda.core.broker.support;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;

/// One row of a broker's order book.
///
/// @param variety how the broker files the order, which some brokers want to hear when it is changed; may be
///     empty
/// @param changing true while a modification or cancellation is under way at the exchange
public record BookRow(BookedOrder order, long triggerPrice, String variety, boolean changing) {}
