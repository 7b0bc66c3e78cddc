package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import java.util.List;

/// The broker's own view of the account at one moment.
public record AccountSnapshot(List<BookedOrder> orders, List<BookedPosition> positions) {
    public AccountSnapshot {
        orders = List.copyOf(orders);
        positions = List.copyOf(positions);
    }

    public enum Status {
        PENDING,
        OPEN,
        TRIGGER_PENDING,
        COMPLETE,
        CANCELLED,
        REJECTED
    }

    /// @param tag the client order id the order was sent with, or what another application put there
    /// @param text the broker's reason, may be empty
    public record BookedOrder(
            String brokerOrderId,
            String tag,
            InstrumentKey key,
            String symbol,
            Side side,
            long quantity,
            long filledQuantity,
            long price,
            long averagePrice,
            Status status,
            String text,
            long updatedMillis) {}

    /// @param netQuantity signed units
    public record BookedPosition(
            InstrumentKey key,
            String symbol,
            Product product,
            long netQuantity,
            long buyAverage,
            long sellAverage,
            long realisedPaise) {}
}
