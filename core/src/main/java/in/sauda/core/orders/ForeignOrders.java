package in.sauda.core.orders;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.instruments.Instrument;

/// Orders placed with another application, in the words of ours.
final class ForeignOrders {
    private ForeignOrders() {}

    static OrderRequest request(
            ClientOrderId id, BookedOrder booked, Instrument instrument, int index, TradingMode mode, BrokerId broker) {
        return new OrderRequest(
                id,
                mode,
                instrument,
                index,
                booked.side(),
                booked.type(),
                booked.product(),
                Validity.DAY,
                booked.quantity(),
                booked.price(),
                booked.triggerPrice(),
                false,
                broker);
    }

    /// @param before a cancellation of ours stays visible until the book shows its outcome
    static OrderStatus status(BookedOrder booked, OrderStatus before) {
        return switch (booked.status()) {
            case PENDING, OPEN, TRIGGER_PENDING -> {
                if (before == OrderStatus.CANCEL_PENDING) {
                    yield before;
                }
                yield booked.filledQuantity() > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.OPEN;
            }
            case COMPLETE -> OrderStatus.FILLED;
            case CANCELLED -> OrderStatus.CANCELLED;
            case REJECTED -> OrderStatus.REJECTED;
        };
    }
}
