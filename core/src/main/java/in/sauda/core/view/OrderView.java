package in.sauda.core.view;

import in.sauda.core.orders.OrderRequest;
import in.sauda.core.orders.OrderStatus;
import org.jspecify.annotations.Nullable;

/// One order as the order table shows it.
///
/// @param brokerOrderId null until the broker gave one
/// @param averagePrice fixed-point, 0 while nothing is filled
/// @param text the broker's or our own reason, may be empty
/// @param strategy {@code manual} or the strategy's name
/// @param createdMillis market time
/// @param updatedMillis market time
public record OrderView(
        OrderRequest request,
        @Nullable String brokerOrderId,
        OrderStatus status,
        long filledQuantity,
        long averagePrice,
        String text,
        String strategy,
        long signalId,
        boolean exit,
        long createdMillis,
        long updatedMillis) {}
