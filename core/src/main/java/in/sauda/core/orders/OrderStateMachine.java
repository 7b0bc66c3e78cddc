package in.sauda.core.orders;

/// What an order event does to an order, in whatever order events arrive.
///
/// Fills are facts: they count even before the acceptance or after a cancellation, and each cumulative quantity
/// counts once. Nothing else leaves a terminal status. An unknown outcome stays in flight.
final class OrderStateMachine {
    /// The news in an event.
    ///
    /// @param changed the order looks different now
    /// @param units newly filled units
    /// @param value price times newly filled units, fixed-point
    record Applied(boolean changed, long units, long value) {
        private static final Applied NOTHING = new Applied(false, 0, 0);
        private static final Applied CHANGED = new Applied(true, 0, 0);

        static Applied changed(boolean changed) {
            return changed ? CHANGED : NOTHING;
        }
    }

    private OrderStateMachine() {}

    static Applied apply(OrderRecord order, OrderEvent event) {
        return switch (event) {
            case OrderEvent.Submitted _, OrderEvent.Foreign _ -> Applied.NOTHING;
            case OrderEvent.Accepted accepted -> accepted(order, accepted.brokerOrderId());
            case OrderEvent.Rejected rejected ->
                Applied.changed(end(order, OrderStatus.REJECTED, text(rejected.code(), rejected.reason())));
            case OrderEvent.Denied denied ->
                Applied.changed(end(order, OrderStatus.DENIED, text(denied.code(), denied.reason())));
            case OrderEvent.Unknown unknown -> unknown(order, unknown.reason());
            case OrderEvent.Updated updated -> updated(order, updated);
            case OrderEvent.Filled filled -> filled(order, filled);
            case OrderEvent.Cancelled cancelled ->
                Applied.changed(end(order, OrderStatus.CANCELLED, cancelled.reason()));
            case OrderEvent.Expired expired -> Applied.changed(end(order, OrderStatus.EXPIRED, expired.reason()));
            case OrderEvent.CancelRejected rejected -> cancelRejected(order, text(rejected.code(), rejected.reason()));
            case OrderEvent.ModifyRejected rejected -> modifyRejected(order, text(rejected.code(), rejected.reason()));
        };
    }

    private static String text(String code, String reason) {
        return code.isEmpty() ? reason : code + ": " + reason;
    }

    private static Applied accepted(OrderRecord order, String brokerOrderId) {
        boolean changed = !brokerOrderId.equals(order.brokerOrderId);
        order.brokerOrderId = brokerOrderId;
        return Applied.changed(working(order) || changed);
    }

    /// Moves an order in flight to OPEN or PARTIALLY_FILLED.
    private static boolean working(OrderRecord order) {
        if (order.status != OrderStatus.SUBMITTING && order.status != OrderStatus.UNKNOWN) {
            return false;
        }
        order.status = open(order);
        order.text = "";
        return true;
    }

    private static OrderStatus open(OrderRecord order) {
        return order.filledQuantity > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.OPEN;
    }

    private static boolean end(OrderRecord order, OrderStatus status, String text) {
        if (order.status.terminal()) {
            return false;
        }
        order.status = status;
        order.text = text;
        order.change = null;
        return true;
    }

    private static Applied unknown(OrderRecord order, String reason) {
        if (order.status.terminal()) {
            return Applied.NOTHING;
        }
        if (order.status == OrderStatus.SUBMITTING) {
            order.status = OrderStatus.UNKNOWN;
        }
        order.text = reason;
        return Applied.CHANGED;
    }

    private static Applied updated(OrderRecord order, OrderEvent.Updated updated) {
        if (order.status.terminal()) {
            return Applied.NOTHING;
        }
        order.brokerOrderId = updated.brokerOrderId();
        OrderRequest old = order.request;
        order.request = old.withTerms(updated.quantity(), updated.price(), updated.triggerPrice());
        if (order.change != null && sameTerms(order.change, order.request)) {
            order.change = null;
            order.text = "";
        }
        return Applied.changed(working(order) || !old.equals(order.request));
    }

    private static boolean sameTerms(OrderRequest left, OrderRequest right) {
        return left.quantity() == right.quantity()
                && left.price() == right.price()
                && left.triggerPrice() == right.triggerPrice();
    }

    private static Applied filled(OrderRecord order, OrderEvent.Filled filled) {
        if (filled.brokerOrderId() != null) {
            order.brokerOrderId = filled.brokerOrderId();
        }
        long units = filled.filledQuantity() - order.filledQuantity;
        boolean complete = filled.complete() || filled.filledQuantity() >= order.request.quantity();
        if (units <= 0) {
            return Applied.changed(units == 0 && complete && order.filledQuantity > 0 && finish(order));
        }
        long value = Math.multiplyExact(filled.filledQuantity(), filled.averagePrice())
                - Math.multiplyExact(order.filledQuantity, order.averagePrice);
        order.filledQuantity = filled.filledQuantity();
        order.averagePrice = filled.averagePrice();
        if (complete) {
            finish(order);
        } else if (!order.status.terminal() && order.status != OrderStatus.CANCEL_PENDING) {
            order.status = OrderStatus.PARTIALLY_FILLED;
        }
        return new Applied(true, units, value);
    }

    /// A complete fill wins every race, also against a cancellation that was reported first.
    private static boolean finish(OrderRecord order) {
        if (order.status == OrderStatus.FILLED) {
            return false;
        }
        order.status = OrderStatus.FILLED;
        order.text = "";
        order.change = null;
        return true;
    }

    private static Applied cancelRejected(OrderRecord order, String text) {
        if (order.status.terminal()) {
            return Applied.NOTHING;
        }
        if (order.status == OrderStatus.CANCEL_PENDING) {
            order.status = open(order);
        }
        order.text = text;
        return Applied.CHANGED;
    }

    private static Applied modifyRejected(OrderRecord order, String text) {
        order.change = null;
        if (order.status.terminal()) {
            return Applied.NOTHING;
        }
        order.text = text;
        return Applied.CHANGED;
    }
}
