package in.sauda.core.orders;

import in.sauda.core.broker.OrderGateway;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.UiEvent;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands what was confirmed and saved to the gateway of the order's own broker, once. Engine thread only.
final class OrderSending {
    /// A confirmation is a decision about now; after this long it is none any more.
    private static final long LONGEST_SAVING_NANOS = 10_000_000_000L;

    private final TimeSource time;
    private final ExecutionEnvironment environment;
    private final OrderLedger ledger;
    private final Consumer<OrderEvent> events;

    /// @param events told of what was never sent
    OrderSending(TimeSource time, ExecutionEnvironment environment, OrderLedger ledger, Consumer<OrderEvent> events) {
        this.time = time;
        this.environment = environment;
        this.ledger = ledger;
        this.events = events;
    }

    private @Nullable OrderGateway gateway(OrderRecord order) {
        return environment.gateway(order.request.mode(), order.request.broker());
    }

    /// The order's state is on disk: now, and only now, it may leave.
    void onSaved(ClientOrderId id) {
        OrderRecord order = ledger.find(id);
        if (order == null || order.status.terminal()) {
            return;
        }
        OrderGateway gateway = gateway(order);
        OrderRequest change = order.change;
        String brokerOrderId = order.brokerOrderId;
        if (gateway == null) {
            refuseUnsent(order, "NOT_CONNECTED", "The broker session ended before it was sent.");
        } else if (time.nanos() - order.confirmedNanos > LONGEST_SAVING_NANOS) {
            refuseUnsent(order, "SAVED_TOO_LATE", "Saving took more than 10 seconds, so it was not sent.");
        } else if (change != null && brokerOrderId != null) {
            gateway.modify(listed(change), brokerOrderId);
        } else if (!order.sent && order.status == OrderStatus.SUBMITTING) {
            order.sent = true;
            order.sentNanos = time.nanos();
            send(order, gateway);
        }
    }

    private void send(OrderRecord order, OrderGateway gateway) {
        if (order.exit) {
            gateway.submitExit(listed(order.request));
        } else {
            gateway.submit(listed(order.request));
        }
    }

    /// The broker hears its own name of the contract.
    private OrderRequest listed(OrderRequest request) {
        Instrument listing = environment
                .conditions(request.broker(), request.instrument(), request.instrumentIndex())
                .route()
                .listing();
        return request.as(Objects.requireNonNullElse(listing, request.instrument()));
    }

    /// The order's state could not be saved: it is not sent, and says so.
    void onNotSaved(ClientOrderId id, String reason) {
        OrderRecord order = ledger.find(id);
        if (order != null && !order.status.terminal()) {
            refuseUnsent(order, "NOT_SAVED", reason);
        }
    }

    private void refuseUnsent(OrderRecord order, String code, String reason) {
        if (order.change != null) {
            events.accept(new OrderEvent.ModifyRejected(order.id(), code, reason));
        } else if (!order.sent) {
            events.accept(new OrderEvent.Denied(order.id(), code, reason));
        }
    }

    /// Cancels a confirmed order, on its way or working.
    void cancel(OrderRecord order) {
        OrderGateway gateway = gateway(order);
        String brokerOrderId = order.brokerOrderId;
        if (!order.sent) {
            events.accept(new OrderEvent.Denied(order.id(), "CANCELLED", "Cancelled before it was sent."));
        } else if (gateway == null) {
            ledger.notice(UiEvent.Level.WARNING, "NOT_CONNECTED", "No broker session is open.", "Log in first.");
        } else if (brokerOrderId == null) {
            order.cancelWanted = true;
        } else if (order.status != OrderStatus.CANCEL_PENDING) {
            order.cancelWanted = false;
            order.status = OrderStatus.CANCEL_PENDING;
            ledger.changed(order);
            if (!order.foreign()) {
                ledger.save(order);
            }
            gateway.cancel(order.id(), brokerOrderId);
        }
    }
}
