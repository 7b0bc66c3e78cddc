package in.sauda.app.orders;

import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.orders.OrderStatus;
import in.sauda.core.view.OrderView;

/// Says where an order stands. Never "success": what counts is accepted, open and filled.
public final class OrderWords {
    private OrderWords() {}

    public static String status(OrderStatus status) {
        return switch (status) {
            case AWAITING_CONFIRM -> "To confirm";
            case SUBMITTING -> "Sent";
            case UNKNOWN -> "Unknown, checking";
            case OPEN -> "Open";
            case PARTIALLY_FILLED -> "Partly filled";
            case CANCEL_PENDING -> "Cancelling";
            case FILLED -> "Filled";
            case CANCELLED -> "Cancelled";
            case REJECTED -> "Rejected";
            case DENIED -> "Denied";
            case EXPIRED -> "Expired";
            case DECLINED -> "Declined";
        };
    }

    public static Tone tone(OrderStatus status) {
        return switch (status) {
            case AWAITING_CONFIRM, SUBMITTING, CANCEL_PENDING -> Tone.NEUTRAL;
            case OPEN, PARTIALLY_FILLED, FILLED -> Tone.GOOD;
            case UNKNOWN -> Tone.WARNING;
            case REJECTED, DENIED -> Tone.DANGER;
            case CANCELLED, EXPIRED, DECLINED -> Tone.MUTED;
        };
    }

    /// The way an order has gone so far: {@code sent → accepted → open → filled 65 at 118.20}.
    public static String progress(OrderView order) {
        String reason = order.text().isBlank() ? "" : ": " + order.text();
        return switch (order.status()) {
            case AWAITING_CONFIRM -> "awaiting confirmation";
            case SUBMITTING -> order.brokerOrderId() == null ? "sent" : "sent → accepted";
            case UNKNOWN -> "sent → no answer yet; the order book will tell" + reason;
            case OPEN -> "sent → accepted → open";
            case PARTIALLY_FILLED -> "sent → accepted → open → " + filled(order);
            case CANCEL_PENDING -> "open → cancelling";
            case FILLED -> "sent → accepted → open → " + filled(order);
            case CANCELLED -> "cancelled" + reason;
            case REJECTED -> "rejected" + reason;
            case DENIED -> "not sent" + reason;
            case EXPIRED -> "expired" + reason;
            case DECLINED -> "declined" + reason;
        };
    }

    private static String filled(OrderView order) {
        return "filled " + IndianNumbers.units(order.filledQuantity()) + " at "
                + IndianNumbers.price(
                        order.averagePrice(), order.request().instrument().segment());
    }
}
