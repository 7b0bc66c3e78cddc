package in.sauda.core.orders;

/// Life of one order as the user sees it.
public enum OrderStatus {
    /// Waits for the user's confirmation.
    AWAITING_CONFIRM(false),
    /// Confirmed, on its way to the broker.
    SUBMITTING(false),
    /// The broker's answer was lost; the order book will tell.
    UNKNOWN(false),
    OPEN(false),
    PARTIALLY_FILLED(false),
    CANCEL_PENDING(false),
    FILLED(true),
    CANCELLED(true),
    REJECTED(true),
    /// Refused by our own checks before it left.
    DENIED(true),
    /// The confirmation was not given in time, or the day ended.
    EXPIRED(true),
    /// The user said no.
    DECLINED(true);

    private final boolean terminal;

    OrderStatus(boolean terminal) {
        this.terminal = terminal;
    }

    /// True when nothing more can happen to the order.
    public boolean terminal() {
        return terminal;
    }
}
