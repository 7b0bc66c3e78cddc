package in.sauda.core.broker;

import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderRequest;

/// The way to an exchange. Every call returns at once; what became of it arrives as order events, exactly one
/// outcome per call.
///
/// A request is sent once. When the reply is lost the gateway reports {@link
/// in.sauda.core.orders.OrderEvent.Unknown} and finds out through the order book.
public interface OrderGateway {
    void submit(OrderRequest request);

    /// Like {@link #submit}, for an order that reduces a position: it goes ahead of entries that wait for the
    /// broker's rate limit. A gateway where nothing waits need not tell them apart.
    default void submitExit(OrderRequest request) {
        submit(request);
    }

    /// Changes price and quantity of a working order.
    ///
    /// @param change the original request with the new quantity, price and trigger
    void modify(OrderRequest change, String brokerOrderId);

    void cancel(ClientOrderId id, String brokerOrderId);

    /// The broker's order book, trades and positions, for reconciliation. Blocks.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    AccountSnapshot snapshot() throws BrokerException;
}
