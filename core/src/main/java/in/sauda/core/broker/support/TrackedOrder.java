package in.sauda.core.broker.support;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.BookedParts;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.FreezeSlices;
import in.sauda.core.orders.OrderRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /// Units the exchange is asked for, 0 where only the ids are known.
    final long wanted;

    /// In how many orders the broker sends it, as far as that is known.
    private int expectedParts;

    /// Its parts by the broker's ids as they were told last; empty while the broker has told nothing of it.
    private final Map<String, BookRow> parts = new LinkedHashMap<>();

    private final Set<String> partIds = new LinkedHashSet<>();
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

    private TrackedOrder(ClientOrderId id, @Nullable TradingMode mode, String variety, long wanted, int expectedParts) {
        this.id = id;
        this.mode = mode;
        this.wanted = wanted;
        this.expectedParts = expectedParts;
        this.variety = variety;
    }

    static TrackedOrder sent(OrderRequest request, String variety) {
        return new TrackedOrder(
                request.id(),
                request.mode(),
                variety,
                request.quantity(),
                FreezeSlices.count(request.instrument(), request.quantity()));
    }

    /// An order placed by an earlier run of the terminal, taken over as the book shows it.
    static TrackedOrder adopted(ClientOrderId id, BookRow row) {
        TrackedOrder order = new TrackedOrder(id, null, row.variety(), 0, 1);
        order.stage = Stage.WORKING;
        order.brokerOrderId = row.order().brokerOrderId();
        order.part(row);
        order.filled = row.order().filledQuantity();
        order.shown = Terms.of(row);
        return order;
    }

    /// An order known by its ids only.
    static TrackedOrder adopted(ClientOrderId id, String brokerOrderId, String variety) {
        TrackedOrder order = new TrackedOrder(id, null, variety, 0, 1);
        order.stage = Stage.WORKING;
        order.brokerOrderId = brokerOrderId;
        order.partIds.add(brokerOrderId);
        return order;
    }

    /// Another part of an order that was placed by an earlier run.
    void adoptPart(BookRow row) {
        expectedParts = Math.max(
                expectedParts, parts.size() + (parts.containsKey(row.order().brokerOrderId()) ? 0 : 1));
        BookRow whole = together(row);
        filled = whole.order().filledQuantity();
        shown = Terms.of(whole);
    }

    /// The broker named its parts.
    void partsNamed(List<String> brokerOrderIds) {
        partIds.addAll(brokerOrderIds);
        expectedParts = Math.max(1, brokerOrderIds.size());
    }

    private void part(BookRow row) {
        parts.put(row.order().brokerOrderId(), row);
        partIds.add(row.order().brokerOrderId());
    }

    /// True for an order that goes to the exchange as several.
    boolean inParts() {
        return expectedParts > 1 || partIds.size() > 1;
    }

    boolean isPart(String brokerOrderId) {
        return partIds.contains(brokerOrderId);
    }

    /// True while the broker may have made parts nobody has told of: the whole cannot be cancelled then.
    boolean partsMissing() {
        return inParts() && brokerOrderId.isEmpty() && parts.size() < expectedParts;
    }

    /// Nobody will tell of more parts.
    void partsComplete() {
        expectedParts = Math.max(1, parts.size());
    }

    /// Takes a part as it is now and returns the whole order; an order that is sent whole is its own part.
    BookRow together(BookRow row) {
        part(row);
        return inParts() ? whole(row) : row;
    }

    /// The whole as its parts were told last, or null while the broker has told of none.
    @Nullable
    BookRow whole() {
        return parts.isEmpty() ? null : whole(parts.values().iterator().next());
    }

    private BookRow whole(BookRow like) {
        List<BookedOrder> booked = parts.values().stream().map(BookRow::order).toList();
        return new BookRow(
                BookedParts.together(booked, wanted, expectedParts),
                like.triggerPrice(),
                like.variety(),
                parts.values().stream().anyMatch(BookRow::changing));
    }

    /// The broker's ids of what may still work, for a cancellation.
    List<String> workingParts() {
        return partIds.stream().filter(this::mayWork).toList();
    }

    private boolean mayWork(String brokerOrderId) {
        BookRow row = parts.get(brokerOrderId);
        return row == null
                || switch (row.order().status()) {
                    case PENDING, OPEN, TRIGGER_PENDING -> true;
                    case COMPLETE, CANCELLED, REJECTED -> false;
                };
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
