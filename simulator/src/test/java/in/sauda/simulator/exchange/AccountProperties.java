package in.sauda.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Side;
import in.sauda.core.time.IndiaTime;
import in.sauda.simulator.market.Market;
import in.sauda.simulator.market.MarketFixture;
import in.sauda.simulator.master.Contract;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is ordered, changed, cancelled and converted: money, positions, holdings and trades tell one story.
class AccountProperties {
    private static final Contract SHARE = MarketFixture.share("SBIN");
    private static final Contract FUTURE = MarketFixture.symbol("NIFTY29DEC26FUT");

    /// @param kind 0 to 3 place, 4 cancel, 5 change, 6 convert, 7 let time pass
    record Step(int kind, boolean future, Side side, int product, long lots, int ticksAway, int pick) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Side.class),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.longs().between(1, 40),
                        Arbitraries.integers().between(-30, 30),
                        Arbitraries.integers().between(0, 50))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    private static final class World {
        final AtomicLong now = new AtomicLong(IndiaTime.epochMillis(MarketFixture.DAY, LocalTime.of(10, 0)));
        final Market market = new Market(MarketFixture.tapes(3), now::get);
        final Exchange exchange = new Exchange(market, List.of(new Holding(SHARE, "INE062A01020", 120, 700)));
        final List<ExchangeOrder> orders = new ArrayList<>();

        void play(Step step) {
            switch (step.kind()) {
                case 4 -> pick(step).forEach(exchange::cancel);
                case 5 -> pick(step).forEach(order -> exchange.modify(order, changed(order, step)));
                case 6 -> convert(step);
                case 7 -> pass();
                default -> orders.add(exchange.place(spec(step)));
            }
        }

        List<ExchangeOrder> pick(Step step) {
            return orders.isEmpty() ? List.of() : List.of(orders.get(step.pick() % orders.size()));
        }

        void pass() {
            now.addAndGet(20_000);
            market.step();
        }

        void convert(Step step) {
            String from = product(step);
            String to = from.equals("INTRADAY") ? (step.future() ? "CARRYFORWARD" : "DELIVERY") : "INTRADAY";
            exchange.convert(step.future() ? FUTURE : SHARE, from, to, step.side(), step.lots());
        }

        OrderSpec spec(Step step) {
            Contract contract = step.future() ? FUTURE : SHARE;
            long price = market.read(contract, tape -> tape.last()) + step.ticksAway() * contract.tick();
            return new OrderSpec(
                    contract,
                    step.side(),
                    OrderType.LIMIT,
                    "NORMAL",
                    product(step),
                    "DAY",
                    price,
                    0,
                    Math.min(step.lots(), step.future() ? 3 : 40) * contract.lotSize(),
                    "");
        }

        OrderSpec changed(ExchangeOrder order, Step step) {
            return order.spec()
                    .changed(
                            OrderType.LIMIT,
                            order.spec().price()
                                    + step.ticksAway() * order.contract().tick(),
                            0,
                            step.lots() * order.contract().lotSize());
        }

        static String product(Step step) {
            return step.product() == 0 ? "INTRADAY" : step.future() ? "CARRYFORWARD" : "DELIVERY";
        }
    }

    @Property(tries = 60)
    void moneyPositionsHoldingsAndTradesAddUp(@ForAll("steps") List<Step> steps) {
        World world = new World();
        for (Step step : steps) {
            world.play(step);
            world.market.locked(() -> {
                moneyAddsUp(world);
                quantitiesAddUp(world);
                return true;
            });
        }
    }

    private static void moneyAddsUp(World world) {
        Funds funds = world.exchange.funds();
        Account account = world.exchange.account();
        double flow = account.trades().stream()
                .mapToDouble(trade -> -trade.order().side().sign()
                        * trade.order().contract().toRupees(trade.price() * trade.quantity()))
                .sum();
        double openAtCost = account.positions().stream()
                .filter(position ->
                        position.netQuantity() > 0 || !position.product().equals("DELIVERY"))
                .mapToDouble(position -> position.netQuantity()
                        * (position.netQuantity() > 0 ? position.buyAverage() : position.sellAverage()))
                .sum();
        double charged = account.trades().stream()
                .map(Trade::order)
                .distinct()
                .mapToDouble(order -> ChargeBook.of(
                                order.contract(), order.spec().product(), order.side(), order.turnoverRupees())
                        .total()
                        .doubleValue())
                .sum();
        assertThat(funds.charges()).isCloseTo(charged, within(0.001));
        assertThat(funds.cash()).isCloseTo(funds.opening() + flow + openAtCost - charged, within(0.05));
        assertThat(funds.available() + funds.positionMargin() + funds.blocked()).isCloseTo(funds.cash(), within(0.001));
        assertThat(funds.positionMargin()).isNotNegative();
        assertThat(funds.blocked()).isNotNegative();
    }

    private static void quantitiesAddUp(World world) {
        Account account = world.exchange.account();
        for (Contract contract : List.of(SHARE, FUTURE)) {
            long traded = account.trades().stream()
                    .filter(trade -> trade.order().contract().equals(contract))
                    .mapToLong(trade -> trade.order().side().sign() * trade.quantity())
                    .sum();
            long open = account.positions().stream()
                    .filter(position -> position.contract().equals(contract))
                    .mapToLong(Position::netQuantity)
                    .sum();
            assertThat(open).isEqualTo(traded);
        }
        long delivered = account.positions().stream()
                .filter(position ->
                        position.contract().equals(SHARE) && position.product().equals("DELIVERY"))
                .mapToLong(position -> Math.min(0, position.netQuantity()))
                .sum();
        long held = account.holdings().stream().mapToLong(Holding::quantity).sum();
        assertThat(held).isEqualTo(120 + delivered);
        assertThat(held).isNotNegative();
        for (ExchangeOrder order : world.orders) {
            long filled = account.trades().stream()
                    .filter(trade -> trade.order() == order)
                    .mapToLong(Trade::quantity)
                    .sum();
            assertThat(order.filled()).isEqualTo(filled);
        }
    }
}
