package in.sauda.core.broker.support;

import in.sauda.core.orders.OrderEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Orders of the account that {@link OrderTracker} does not follow, by the broker's id, as they were told last.
/// Belongs to the tracker and its lock.
final class OrdersElsewhere {
    /// @param nanos when the state was read or pushed
    private record Told(BookRow row, long nanos) {}

    private final Consumer<OrderEvent> events;
    private final Map<String, Told> orders = new HashMap<>();

    OrdersElsewhere(Consumer<OrderEvent> events) {
        this.events = events;
    }

    /// Remembers a state somebody else already told.
    void note(BookRow row, long nanos) {
        orders.put(row.order().brokerOrderId(), new Told(row, nanos));
    }

    /// Tells a state unless it is the last one, or older.
    void tell(BookRow row, long nanos) {
        Told known = orders.get(row.order().brokerOrderId());
        if (known != null && known.nanos() - nanos > 0) {
            return;
        }
        note(row, nanos);
        if (known == null || !known.row().order().equals(row.order())) {
            events.accept(new OrderEvent.Foreign(row.order()));
        }
    }

    @Nullable
    BookRow find(String brokerOrderId) {
        Told known = orders.get(brokerOrderId);
        return known == null ? null : known.row();
    }
}
