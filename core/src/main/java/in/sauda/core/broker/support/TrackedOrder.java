package in.sauda.core.broker.support;

import in.sauda.core.domain.TradingMode;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderRequest;
import org.jspecify.annotations.Nullable;

/// What is known of one order of ours. Belongs to {@link OrderTracker} and its lock.
public final class TrackedOrder {
    /// Where an order is in its life, as far as the broker has told.
    enum Stage {
        /// The request is on its way.
        IN_FLIGHT,
        /// The answer was lost.
        UNKNOWN,
        /// It has a broker's id.
        WORKING,
        /// Never found in the book; still recognised should it turn up.
        NOT_FOUND,
        /// Nothing more can happen.
        FINISHED
    }

    /// Price, trigger and quantity as the exchange works them.
    public record Terms(long quantity, long price, long triggerPrice) {
        public static Terms of(OrderRequest request) {
            return new Terms(request.quantity(), request.price(), request.triggerPrice());
        }

        static Terms of(BookRow row) {
            return new Terms(row.order().quantity(), row.order().price(), row.triggerPrice());
        }
    }

    /// A modification or cancellation whose effect has not been seen yet.
    ///
    /// @param wanted new terms, or null for a cancellation
    /// @param sinceNanos when the broker answered or failed to, Long.MAX_VALUE while the request is on its way
    record Change(@Nullable Terms wanted, long sinceNanos, boolean answered) {
        boolean cancels() {
            return wanted == null;
        }

        Change answeredAt(long nanos) {
            return new Change(wanted, nanos, true);
        }
    }

    final ClientOrderId id;
    final @Nullable TradingMode mode;
    Stage stage = Stage.IN_FLIGHT;
    String brokerOrderId = "";
    String uniqueId = "";
    String variety;
    long filled;

    @Nullable
    Terms shown;

    @Nullable
    Change change;

    long unknownSinceNanos;
    int missedReadings;
    private boolean pushed;
    private long pushedNanos;

    private TrackedOrder(ClientOrderId id, @Nullable TradingMode mode, String variety) {
        this.id = id;
        this.mode = mode;
        this.variety = variety;
    }

    static TrackedOrder sent(OrderRequest request, String variety) {
        return new TrackedOrder(request.id(), request.mode(), variety);
    }

    /// An order placed by an earlier run of the terminal, taken over as the book shows it.
    static TrackedOrder adopted(ClientOrderId id, BookRow row) {
        TrackedOrder order = new TrackedOrder(id, null, row.variety());
        order.stage = Stage.WORKING;
        order.brokerOrderId = row.order().brokerOrderId();
        order.filled = row.order().filledQuantity();
        order.shown = Terms.of(row);
        return order;
    }

    /// An order known by its ids only.
    static TrackedOrder adopted(ClientOrderId id, String brokerOrderId, String variety) {
        TrackedOrder order = new TrackedOrder(id, null, variety);
        order.stage = Stage.WORKING;
        order.brokerOrderId = brokerOrderId;
        return order;
    }

    /// Notes that the order was pushed at this moment, so that readings begun earlier are out of date.
    void told(long nanos) {
        pushed = true;
        pushedNanos = nanos;
    }

    boolean toldSince(long nanos) {
        return pushed && pushedNanos - nanos > 0;
    }

    /// True while something was asked for whose outcome is not known.
    boolean unsettled() {
        return switch (stage) {
            case IN_FLIGHT, UNKNOWN -> true;
            case WORKING -> change != null;
            case NOT_FOUND, FINISHED -> false;
        };
    }

    /// True while the order book has to be watched for it.
    boolean active() {
        return switch (stage) {
            case IN_FLIGHT, UNKNOWN, WORKING -> true;
            case NOT_FOUND, FINISHED -> false;
        };
    }
}
