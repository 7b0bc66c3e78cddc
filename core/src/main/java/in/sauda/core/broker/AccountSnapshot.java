package in.sauda.core.broker;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OrderType;
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

    /// Prices are fixed-point in the segment's decimals.
    ///
    /// @param tag the client order id the order was sent with, or what another application put there
    /// @param triggerPrice 0 unless a stop type
    /// @param text the broker's reason, may be empty
    public record BookedOrder(
            String brokerOrderId,
            String tag,
            InstrumentKey key,
            String symbol,
            Side side,
            OrderType type,
            Product product,
            long quantity,
            long filledQuantity,
            long price,
            long triggerPrice,
            long averagePrice,
            Status status,
            String text,
            long updatedMillis) {}

    /// Prices are fixed-point in the segment's decimals, amounts paise.
    ///
    /// @param netQuantity signed units
    /// @param carriedQuantity signed units of it that were brought over from an earlier day
    /// @param buyQuantity units bought, those brought over included
    /// @param sellQuantity units sold, those brought over included
    /// @param lastPrice 0 where the broker states none
    /// @param unrealisedPaise {@link Paise#UNKNOWN} where the broker states none
    public record BookedPosition(
            InstrumentKey key,
            String symbol,
            Product product,
            long netQuantity,
            long carriedQuantity,
            long buyQuantity,
            long sellQuantity,
            long buyAverage,
            long sellAverage,
            long lastPrice,
            long realisedPaise,
            long unrealisedPaise) {}
}
