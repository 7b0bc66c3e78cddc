package in.sauda.core.orders;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import org.jspecify.annotations.Nullable;

/// What happened to an order, told by a gateway. Never conflated, never dropped.
///
/// Silence is not rejection: a timeout, a 5xx or a lost reply produces {@link Unknown} and the order stays in
/// flight until the order book, an order-update message or a reconciliation answers.
public sealed interface OrderEvent {
    ClientOrderId id();

    /// The request left for the broker.
    record Submitted(ClientOrderId id) implements OrderEvent {}

    /// The broker gave it an id; it may still be rejected by the exchange.
    record Accepted(ClientOrderId id, String brokerOrderId) implements OrderEvent {}

    /// The broker or exchange refused it.
    record Rejected(ClientOrderId id, String code, String reason) implements OrderEvent {}

    /// We refused it before it left: limits, mode, risk.
    record Denied(ClientOrderId id, String code, String reason) implements OrderEvent {}

    /// No answer; the order may or may not exist.
    record Unknown(ClientOrderId id, String reason) implements OrderEvent {}

    /// Working at the exchange with these values, after acceptance or a modification.
    record Updated(ClientOrderId id, String brokerOrderId, long quantity, long price, long triggerPrice)
            implements OrderEvent {}

    /// Cumulative fill state; repeats of the same cumulative quantity carry nothing new.
    ///
    /// @param filledQuantity cumulative units
    /// @param averagePrice fixed-point average of all fills
    /// @param millis exchange time of the last fill, epoch milliseconds
    record Filled(
            ClientOrderId id,
            @Nullable String brokerOrderId,
            long filledQuantity,
            long averagePrice,
            boolean complete,
            long millis)
            implements OrderEvent {}

    record Cancelled(ClientOrderId id, String reason) implements OrderEvent {}

    record Expired(ClientOrderId id, String reason) implements OrderEvent {}

    /// An order of the account that this terminal did not send: placed on the phone, say. Told again whenever
    /// it changes.
    record Foreign(BookedOrder order) implements OrderEvent {
        @Override
        public ClientOrderId id() {
            return ClientOrderId.ofForeign(order.brokerOrderId());
        }
    }

    record CancelRejected(ClientOrderId id, String code, String reason) implements OrderEvent {}

    record ModifyRejected(ClientOrderId id, String code, String reason) implements OrderEvent {}
}
