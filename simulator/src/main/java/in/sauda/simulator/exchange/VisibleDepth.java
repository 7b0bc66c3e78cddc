package in.sauda.simulator.exchange;

import in.sauda.core.domain.Side;
import in.sauda.simulator.market.BookLevel;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Adds the clients' resting orders to the simulated side of a book.
final class VisibleDepth {
    private VisibleDepth() {}

    static List<BookLevel> merge(List<BookLevel> simulated, List<ExchangeOrder> orders, Side side) {
        Comparator<Long> best = side == Side.BUY ? Comparator.reverseOrder() : Comparator.naturalOrder();
        TreeMap<Long, BookLevel> levels = new TreeMap<>(best);
        simulated.forEach(level -> levels.put(level.price(), level));
        for (ExchangeOrder order : orders) {
            if (order.side() == side && !order.waitsForTrigger() && order.priced() && order.remaining() > 0) {
                levels.merge(
                        order.limit(),
                        new BookLevel(order.limit(), order.remaining(), 1),
                        (old, own) -> new BookLevel(old.price(), old.quantity() + own.quantity(), old.orders() + 1));
            }
        }
        return levels.values().stream().limit(BookLevel.SHOWN).toList();
    }
}
