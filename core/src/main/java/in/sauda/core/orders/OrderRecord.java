package in.sauda.core.orders;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.view.OrderView;
import org.jspecify.annotations.Nullable;

/// One order as the engine keeps it. Written by {@link OrderStateMachine} and {@link ExecutionEngine} only.
final class OrderRecord {
    final String strategy;
    final long signalId;
    final boolean exit;
    final long createdMillis;

    OrderRequest request;
    OrderStatus status;

    @Nullable
    String brokerOrderId;

    long filledQuantity;
    long averagePrice;
    String text = "";
    long updatedMillis;

    /// True once the request was handed to a gateway, or may have been in an earlier run.
    boolean sent;

    /// Monotonic time of the hand-over.
    long sentNanos;

    /// Monotonic time of the user's confirmation.
    long confirmedNanos;

    /// The user wants it gone, but there is no broker id to cancel yet.
    boolean cancelWanted;

    /// A confirmed change on its way, null when there is none.
    @Nullable
    OrderRequest change;

    OrderRecord(OrderRequest request, OrderTicket ticket, OrderStatus status, long createdMillis) {
        this.request = request;
        this.strategy = ticket.strategy();
        this.signalId = ticket.signalId();
        this.exit = ticket.exit();
        this.status = status;
        this.createdMillis = createdMillis;
        this.updatedMillis = createdMillis;
    }

    /// An order of an earlier run.
    OrderRecord(OrderView stored) {
        this.request = stored.request();
        this.strategy = stored.strategy();
        this.signalId = stored.signalId();
        this.exit = stored.exit();
        this.status = stored.status();
        this.brokerOrderId = stored.brokerOrderId();
        this.filledQuantity = stored.filledQuantity();
        this.averagePrice = stored.averagePrice();
        this.text = stored.text();
        this.createdMillis = stored.createdMillis();
        this.updatedMillis = stored.updatedMillis();
        this.sent = true;
        this.sentNanos = Long.MIN_VALUE;
    }

    /// An order somebody placed with another application.
    OrderRecord(OrderRequest request, BookedOrder booked) {
        this.request = request;
        this.strategy = OrderTicket.ELSEWHERE;
        this.signalId = 0;
        this.exit = false;
        this.status = OrderStatus.OPEN;
        this.brokerOrderId = booked.brokerOrderId();
        this.createdMillis = booked.updatedMillis();
        this.updatedMillis = booked.updatedMillis();
        this.sent = true;
        this.sentNanos = Long.MIN_VALUE;
    }

    /// True when the terminal did not place it: its fills are not ours and it is not kept on disk.
    boolean foreign() {
        return strategy.equals(OrderTicket.ELSEWHERE);
    }

    ClientOrderId id() {
        return request.id();
    }

    OrderView view() {
        return new OrderView(
                request,
                brokerOrderId,
                status,
                filledQuantity,
                averagePrice,
                text,
                strategy,
                signalId,
                exit,
                createdMillis,
                updatedMillis);
    }
}
