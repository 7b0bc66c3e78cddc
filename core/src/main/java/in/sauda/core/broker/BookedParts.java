package in.sauda.core.broker;

import in.sauda.core.broker.AccountSnapshot.BookedOrder;
import in.sauda.core.broker.AccountSnapshot.Status;
import java.util.List;
import java.util.stream.Collectors;

/// One order of ours that went to the exchange in several parts, each with a number of its own, as one row again.
public final class BookedParts {
    private BookedParts() {}

    /// A whole order is returned as it is.
    ///
    /// @param parts rows of the book that carry the same tag, at least one
    /// @param wanted quantity of the whole order, units
    /// @param expected how many parts there must be, 1 for an order that is sent whole
    public static BookedOrder together(List<BookedOrder> parts, long wanted, int expected) {
        BookedOrder first = parts.getFirst();
        if (parts.size() == 1 && expected == 1) {
            return first;
        }
        long quantity = parts.stream().mapToLong(BookedOrder::quantity).sum();
        long filled = parts.stream().mapToLong(BookedOrder::filledQuantity).sum();
        boolean all = quantity >= wanted || parts.size() >= expected;
        return new BookedOrder(
                first.brokerOrderId(),
                first.tag(),
                first.key(),
                first.symbol(),
                first.side(),
                first.type(),
                first.product(),
                Math.max(quantity, wanted),
                filled,
                first.price(),
                first.triggerPrice(),
                average(parts, filled),
                status(parts, all),
                text(parts),
                parts.stream().mapToLong(BookedOrder::updatedMillis).max().orElse(0));
    }

    private static long average(List<BookedOrder> parts, long filled) {
        long value = parts.stream()
                .mapToLong(part -> Math.multiplyExact(part.filledQuantity(), part.averagePrice()))
                .sum();
        return filled == 0 ? 0 : Math.floorDiv(value + filled / 2, filled);
    }

    /// While a part works, or is not in the book yet, the order works.
    private static Status status(List<BookedOrder> parts, boolean all) {
        if (parts.stream().allMatch(part -> part.status() == Status.PENDING)) {
            return Status.PENDING;
        }
        boolean working = parts.stream().anyMatch(part -> switch (part.status()) {
            case PENDING, OPEN, TRIGGER_PENDING -> true;
            case COMPLETE, CANCELLED, REJECTED -> false;
        });
        if (working || !all) {
            return Status.OPEN;
        }
        if (parts.stream().allMatch(part -> part.status() == Status.COMPLETE)) {
            return Status.COMPLETE;
        }
        return parts.stream().allMatch(part -> part.status() == Status.REJECTED) ? Status.REJECTED : Status.CANCELLED;
    }

    private static String text(List<BookedOrder> parts) {
        return parts.stream()
                .map(BookedOrder::text)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
