package in.sauda.simulator.exchange;

import in.sauda.core.domain.Side;
import in.sauda.simulator.market.BookLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The clients' orders of one contract and how they meet each other, the simulated depth and the simulated flow, by
/// price and then by time. Guarded by the market's lock.
final class ContractBook {
    private static final Comparator<ExchangeOrder> BEST_BUY =
            Comparator.comparingLong(ExchangeOrder::limit).reversed().thenComparingLong(ExchangeOrder::priority);
    private static final Comparator<ExchangeOrder> BEST_SELL =
            Comparator.comparingLong(ExchangeOrder::limit).thenComparingLong(ExchangeOrder::priority);

    private final List<ExchangeOrder> working = new ArrayList<>();
    private final Map<Long, Long> takenFromBids = new HashMap<>();
    private final Map<Long, Long> takenFromAsks = new HashMap<>();

    List<ExchangeOrder> working() {
        return List.copyOf(working);
    }

    boolean isEmpty() {
        return working.isEmpty();
    }

    void add(ExchangeOrder order) {
        working.add(order);
    }

    void remove(ExchangeOrder order) {
        working.remove(order);
    }

    /// New quotes: what was taken from the old ones no longer counts.
    void quotesChanged() {
        takenFromBids.clear();
        takenFromAsks.clear();
    }

    private List<ExchangeOrder> resting(Side side) {
        return working.stream()
                .filter(order -> order.side() == side && !order.waitsForTrigger() && order.remaining() > 0)
                .sorted(side == Side.BUY ? BEST_BUY : BEST_SELL)
                .toList();
    }

    /// An incoming order takes what it can reach: simulated depth and resting client orders, best price first; at one
    /// price the simulated orders stood there first.
    List<Fill> take(ExchangeOrder incoming, List<BookLevel> opposite) {
        List<Fill> fills = new ArrayList<>();
        Map<Long, Long> taken = incoming.side() == Side.BUY ? takenFromAsks : takenFromBids;
        List<ExchangeOrder> clients = new ArrayList<>(resting(incoming.side().opposite()));
        clients.removeIf(order -> order == incoming || !order.priced());
        for (BookLevel level : opposite) {
            takeClients(incoming, clients, level.price(), false, fills);
            if (!incoming.marketable(level.price()) || incoming.remaining() == 0) {
                break;
            }
            long free = level.quantity() - taken.getOrDefault(level.price(), 0L);
            long quantity = Math.min(free, incoming.remaining());
            if (quantity > 0) {
                taken.merge(level.price(), quantity, Long::sum);
                fill(incoming, quantity, level.price(), fills);
            }
        }
        takeClients(incoming, clients, 0, true, fills);
        return fills;
    }

    /// Trades against client orders that are better than the level, or against all that can be reached.
    private void takeClients(
            ExchangeOrder incoming, List<ExchangeOrder> clients, long level, boolean all, List<Fill> fills) {
        while (!clients.isEmpty() && incoming.remaining() > 0) {
            ExchangeOrder best = clients.getFirst();
            boolean better = incoming.side() == Side.BUY ? best.limit() < level : best.limit() > level;
            if (!incoming.marketable(best.limit()) || !(all || better)) {
                return;
            }
            long quantity = Math.min(best.remaining(), incoming.remaining());
            fill(incoming, quantity, best.limit(), fills);
            fill(best, quantity, best.limit(), fills);
            if (best.remaining() == 0) {
                clients.removeFirst();
            }
        }
    }

    /// The simulated flow traded: resting orders at better prices trade first, those at the same price after the
    /// simulated quantity that stood before them.
    List<Fill> flow(long price, long quantity) {
        List<Fill> fills = new ArrayList<>();
        flow(Side.BUY, price, quantity, fills);
        flow(Side.SELL, price, quantity, fills);
        return fills;
    }

    private void flow(Side side, long price, long quantity, List<Fill> fills) {
        long left = quantity;
        for (ExchangeOrder order : resting(side)) {
            boolean through = side == Side.BUY ? price < order.limit() : price > order.limit();
            if (!through && price != order.limit()) {
                return;
            }
            if (!through) {
                long ahead = Math.min(order.queueAhead(), left);
                order.setQueueAhead(order.queueAhead() - ahead);
                left -= ahead;
            }
            long part = Math.min(left, order.remaining());
            if (part > 0) {
                left -= part;
                fill(order, part, order.tradePrice(price), fills);
            }
        }
    }

    /// Resting orders that the moved quotes now cross trade at their own price.
    List<Fill> cross(Side side, List<BookLevel> opposite) {
        List<Fill> fills = new ArrayList<>();
        Map<Long, Long> taken = side == Side.BUY ? takenFromAsks : takenFromBids;
        for (ExchangeOrder order : resting(side)) {
            for (BookLevel level : opposite) {
                if (order.remaining() == 0 || !order.marketable(level.price())) {
                    break;
                }
                long quantity = Math.min(level.quantity() - taken.getOrDefault(level.price(), 0L), order.remaining());
                if (quantity > 0) {
                    taken.merge(level.price(), quantity, Long::sum);
                    fill(order, quantity, order.tradePrice(level.price()), fills);
                }
            }
        }
        return fills;
    }

    /// One price for all: whoever accepts it trades.
    List<Fill> auction(long price) {
        List<Fill> fills = new ArrayList<>();
        for (ExchangeOrder order : List.copyOf(working)) {
            if (!order.waitsForTrigger() && order.remaining() > 0 && order.marketable(price)) {
                fill(order, order.remaining(), price, fills);
            }
        }
        return fills;
    }

    /// Stops whose trigger the last price has reached, oldest first.
    List<ExchangeOrder> triggered(long last) {
        return working.stream()
                .filter(order -> order.waitsForTrigger()
                        && (order.side() == Side.BUY
                                ? last >= order.spec().trigger()
                                : last <= order.spec().trigger()))
                .toList();
    }

    private void fill(ExchangeOrder order, long quantity, long price, List<Fill> fills) {
        order.fill(quantity, price);
        fills.add(new Fill(order, quantity, price));
        if (order.remaining() == 0) {
            working.remove(order);
        }
    }
}
