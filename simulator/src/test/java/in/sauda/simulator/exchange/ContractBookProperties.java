package in.sauda.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.simulator.market.BookLevel;
import in.sauda.simulator.master.Contract;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Price-time priority, whatever arrives in whatever order.
class ContractBookProperties {
    private static final Contract SHARE =
            new Contract(Segment.NSE, "1", "TEST-EQ", "TEST", Contract.Kind.CASH, "", null, 0, null, 1, 5, 0, false);

    private static ExchangeOrder order(Side side, long price, long quantity, long sequence) {
        OrderSpec spec =
                new OrderSpec(SHARE, side, OrderType.LIMIT, "NORMAL", "INTRADAY", "DAY", price, 0, quantity, "");
        return new ExchangeOrder("" + sequence, "u" + sequence, sequence, spec, 0);
    }

    @Property(tries = 300)
    void flowNeverFillsAWorseOrLaterOrderBeforeABetterOrEarlierOne(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 6) Integer> ticks,
            @ForAll @IntRange(min = 1, max = 120) int quantity,
            @ForAll @IntRange(min = 1, max = 6) int tradeTick) {
        ContractBook book = new ContractBook();
        List<ExchangeOrder> orders = new ArrayList<>();
        for (int i = 0; i < ticks.size(); i++) {
            ExchangeOrder order = order(Side.BUY, ticks.get(i) * 5L, 10, i + 1L);
            orders.add(order);
            book.add(order);
        }
        long filled = book.flow(tradeTick * 5L, quantity).stream()
                .mapToLong(Fill::quantity)
                .sum();
        long reachable = 10L * ticks.stream().filter(tick -> tick >= tradeTick).count();
        assertThat(filled).isEqualTo(Math.min(quantity, reachable));
        for (ExchangeOrder worse : orders) {
            for (ExchangeOrder better : orders) {
                boolean before = better.limit() > worse.limit()
                        || (better.limit() == worse.limit() && better.sequence() < worse.sequence());
                if (before && worse.filled() > 0) {
                    assertThat(better.remaining()).isZero();
                }
            }
        }
    }

    @Property(tries = 300)
    void takingNeverPaysMoreThanTheLimitNorTakesMoreThanIsThere(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 40) Integer> quantities,
            @ForAll @IntRange(min = 1, max = 200) int wanted,
            @ForAll @IntRange(min = 18, max = 26) int limitTick) {
        List<BookLevel> asks = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            asks.add(new BookLevel((20 + i) * 5L, quantities.get(i), 1));
        }
        ContractBook book = new ContractBook();
        ExchangeOrder incoming = order(Side.BUY, limitTick * 5L, wanted, 1);
        List<Fill> fills = book.take(incoming, asks);
        long there = asks.stream()
                .filter(level -> level.price() <= incoming.limit())
                .mapToLong(BookLevel::quantity)
                .sum();
        assertThat(incoming.filled()).isEqualTo(Math.min(wanted, there));
        assertThat(fills).allMatch(fill -> fill.price() <= incoming.limit());
        assertThat(fills.stream().map(Fill::price).toList()).isSorted();
        ExchangeOrder second = order(Side.BUY, limitTick * 5L, 1_000, 2);
        book.take(second, asks);
        assertThat(incoming.filled() + second.filled()).isEqualTo(Math.min(there, wanted + 1_000L));
    }

    @Property(tries = 200)
    void everyFillBetweenClientsHasTwoSides(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 30) Integer> sells,
            @ForAll @IntRange(min = 1, max = 150) int wanted) {
        ContractBook book = new ContractBook();
        for (int i = 0; i < sells.size(); i++) {
            book.add(order(Side.SELL, (20 + i % 3) * 5L, sells.get(i), i + 1L));
        }
        List<Fill> fills = book.take(order(Side.BUY, 500, wanted, 99), List.of());
        long bought = sum(fills, Side.BUY);
        assertThat(bought).isEqualTo(sum(fills, Side.SELL));
        assertThat(bought)
                .isEqualTo(Math.min(
                        wanted, sells.stream().mapToLong(Integer::longValue).sum()));
    }

    private static long sum(List<Fill> fills, Side side) {
        return fills.stream()
                .filter(fill -> fill.order().side() == side)
                .mapToLong(Fill::quantity)
                .sum();
    }

    @Property(tries = 200)
    void simulatedQuantityAheadTradesFirst(
            @ForAll @IntRange(min = 0, max = 50) int ahead, @ForAll @IntRange(min = 1, max = 100) int quantity) {
        ContractBook book = new ContractBook();
        ExchangeOrder order = order(Side.SELL, 100, 30, 1);
        order.setQueueAhead(ahead);
        book.add(order);
        book.flow(100, quantity);
        assertThat(order.filled()).isEqualTo(Math.clamp(quantity - ahead, 0, 30));
    }
}
