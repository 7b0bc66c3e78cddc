package in.sauda.broker.upstox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.broker.BrokerContext;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.OrderDesk;
import in.sauda.core.broker.OrderDesk.KillSwitch;
import in.sauda.core.broker.OrderDesk.OrderStep;
import in.sauda.core.broker.OrderDesk.Outcome;
import in.sauda.core.broker.OrderDesk.Scope;
import in.sauda.core.broker.RateUse;
import in.sauda.core.broker.contract.WireServer.TrueOrder;
import in.sauda.core.calendar.Phase;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.MarketEventPublisher;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.FreezeSlices;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import in.sauda.core.time.SystemTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Many orders at once and the switch against trading, against the simulated interface.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class UpstoxDeskWireTest {
    private final BlockingQueue<OrderEvent> events = new LinkedBlockingQueue<>();
    private int orders;

    @SuppressWarnings("NullAway.Init") // made before the first test
    private UpstoxWireServer server;

    @SuppressWarnings("NullAway.Init") // made before the first test
    private BrokerSession session;

    @SuppressWarnings("NullAway.Init") // made before the first test
    private OrderDesk desk;

    @BeforeAll
    void logIn() throws Exception {
        server = UpstoxWireServer.start();
        server.withoutRateLimits();
        List<Instrument> all = List.copyOf(server.listed().values());
        session = server.broker()
                .open(
                        server.credentials(),
                        new BrokerContext(
                                server.endpoints(),
                                Nobody::new,
                                events::add,
                                state -> {},
                                market -> Phase.CONTINUOUS,
                                new SystemTime(),
                                RandomGeneratorFactory.of("L64X128MixRandom").create(1),
                                () -> all,
                                server::browse));
        desk = session.desk().orElseThrow();
    }

    private static final class Nobody implements MarketEventPublisher {
        private final MarketEvent event = new MarketEvent();

        @Override
        public MarketEvent begin() {
            return event;
        }

        @Override
        public void publish() {}
    }

    @BeforeEach
    void forget() {
        events.clear();
    }

    @AfterAll
    void close() {
        session.close();
        server.close();
    }

    private OrderRequest order(Instrument instrument, Side side, OrderType type, int percentOfLast)
            throws BrokerException {
        long last = session.quotes().orElseThrow().one(instrument).lastPrice();
        long price = last * percentOfLast / 100;
        orders++;
        return new OrderRequest(
                new ClientOrderId("D" + Long.toString(System.nanoTime(), 36) + "-" + orders),
                TradingMode.DEMO,
                instrument,
                0,
                side,
                type,
                Product.INTRADAY,
                Validity.DAY,
                instrument.lotSize(),
                type == OrderType.MARKET ? 0 : price - price % instrument.tickSize(),
                0);
    }

    private OrderRequest resting(int share) throws BrokerException {
        return order(server.liquid().get(share), Side.BUY, OrderType.LIMIT, 96);
    }

    private <E extends OrderEvent> E await(ClientOrderId id, Class<E> type) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            OrderEvent event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(event).as("%s of %s", type.getSimpleName(), id.value()).isNotNull();
            if (event.id().equals(id) && type.isInstance(event)) {
                return type.cast(event);
            }
            if (!event.id().equals(id)) {
                events.add(event);
            }
        }
    }

    private List<TrueOrder> truth(OrderRequest request) {
        return server.orders().stream()
                .filter(order -> order.tag().equals(request.id().value()))
                .toList();
    }

    @Test
    void aListOfOrdersIsSentOnceAndAllOfItCancelledAtOnce() throws Exception {
        OrderRequest one = resting(0);
        OrderRequest other = resting(1);
        desk.submitAll(List.of(one, other));
        String first = await(one.id(), OrderEvent.Accepted.class).brokerOrderId();
        String second = await(other.id(), OrderEvent.Accepted.class).brokerOrderId();
        assertThat(truth(one)).extracting(TrueOrder::brokerOrderId).containsExactly(first);
        assertThat(truth(other)).extracting(TrueOrder::brokerOrderId).containsExactly(second);
        Outcome tagged = desk.cancelAll(
                TradingMode.DEMO, new Scope(Optional.of(Segment.NSE), one.id().value()));
        assertThat(tagged.orderIds()).containsExactly(first);
        await(one.id(), OrderEvent.Cancelled.class);
        Outcome rest = desk.cancelAll(TradingMode.DEMO, Scope.ALL);
        assertThat(rest.orderIds()).contains(second).doesNotContain(first);
        assertThat(rest.refusals()).isEmpty();
        await(other.id(), OrderEvent.Cancelled.class);
        assertThatThrownBy(() -> desk.cancelAll(TradingMode.DEMO, Scope.ALL))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("UDAPI1109");
    }

    @Test
    void aProtectedMarketOrderFillsAndEveryPositionIsLeft() throws Exception {
        OrderRequest buy = order(server.liquid().get(2), Side.BUY, OrderType.MARKET, 100);
        session.orders().submit(buy);
        OrderEvent.Filled filled = await(buy.id(), OrderEvent.Filled.class);
        assertThat(filled.complete()).isTrue();
        List<OrderStep> life = desk.history(truth(buy).getFirst().brokerOrderId());
        assertThat(life.getFirst().state()).isEqualTo("put order req received");
        assertThat(life.getLast().state()).isEqualTo("complete");
        assertThat(life.getLast().filledQuantity()).isEqualTo(buy.quantity());
        assertThat(life.getLast().averagePrice()).isEqualTo(filled.averagePrice());
        Outcome left = desk.exitAll(TradingMode.DEMO, Scope.ALL);
        assertThat(left.orderIds()).hasSize(1);
        assertThat(session.portfolio().positions())
                .filteredOn(position -> position.key().equals(buy.instrument().key()))
                .singleElement()
                .satisfies(position -> assertThat(position.netQuantity()).isZero());
    }

    @Test
    void theKillSwitchStopsASegmentForHours() throws Exception {
        Instrument future = server.listed().values().stream()
                .filter(contract -> contract.category() == InstrumentCategory.FUTURES
                        && contract.segment() == Segment.BFO
                        && contract.name().equals("SENSEX"))
                .findFirst()
                .orElseThrow();
        assertThat(desk.killSwitches()).hasSize(8).contains(new KillSwitch(Segment.BFO, true, false));
        assertThat(desk.turn(TradingMode.DEMO, Map.of(Segment.BFO, true)))
                .contains(new KillSwitch(Segment.BFO, true, true), new KillSwitch(Segment.NSE, true, false));
        OrderRequest request = order(future, Side.BUY, OrderType.LIMIT, 97);
        session.orders().submit(request);
        assertThat(await(request.id(), OrderEvent.Rejected.class).reason()).containsIgnoringCase("segment");
        assertThat(truth(request)).isEmpty();
        assertThatThrownBy(() -> desk.turn(TradingMode.DEMO, Map.of(Segment.BFO, false)))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("twelve hours");
    }

    @Test
    void nothingOfThisIsDoneForAnotherModeThanTheSessionsOwn() {
        assertThatThrownBy(() -> desk.exitAll(TradingMode.LIVE, Scope.ALL)).isInstanceOf(BrokerException.class);
        assertThatThrownBy(() -> desk.turn(TradingMode.LIVE, Map.of(Segment.NSE, true)))
                .isInstanceOf(BrokerException.class);
        assertThat(desk.ordersPerCall()).isEqualTo(25);
        assertThatThrownBy(() -> desk.submitAll(Collections.nCopies(26, resting(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// All order verbs share ten a second, five hundred a minute and two thousand in half an hour (protocol 2.4).
    @Test
    void tellsHowMuchOfTheAllowancesIsUsed() throws BrokerException {
        assertThatThrownBy(() -> desk.cancelAll(TradingMode.DEMO, new Scope(Optional.empty(), "nobody")))
                .isInstanceOf(BrokerException.class);
        RateUse orders = use("orders");
        assertThat(orders.windows()).extracting(RateUse.Window::allowed).containsExactly(10, 500, 2_000);
        assertThat(orders.windows().getLast().used()).isPositive();
        assertThat(use("many orders at once").windows())
                .extracting(RateUse.Window::allowed)
                .containsExactly(4, 40, 160);
    }

    private RateUse use(String group) {
        return session.rates().stream()
                .filter(use -> use.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    /// A bid far below the market for three times what the exchange takes in one order.
    private OrderRequest tooLargeForOne() throws BrokerException {
        Instrument option = cheapOption();
        OrderRequest one = order(option, Side.BUY, OrderType.LIMIT, 60);
        OrderRequest whole = one.withTerms(3 * FreezeSlices.largest(option), one.price(), 0);
        assertThat(FreezeSlices.count(option, whole.quantity())).isEqualTo(3);
        return whole;
    }

    /// Thousands of it are affordable.
    private Instrument cheapOption() throws BrokerException {
        List<Instrument> calls = server.listed().values().stream()
                .filter(one -> one.name().equals("NIFTY") && one.optionType() == OptionType.CE)
                .sorted(Comparator.comparing((Instrument one) -> Objects.requireNonNull(one.expiry()))
                        .thenComparingLong(Instrument::strike))
                .toList();
        for (Instrument call : calls) {
            long last = session.quotes().orElseThrow().one(call).lastPrice();
            if (last > 500 && last < 2_000) {
                return call;
            }
        }
        throw new AssertionError("no call costs between 5 and 20 rupees");
    }

    @Test
    void anOrderAboveTheFreezeQuantityIsOneOrderInSeveralParts() throws Exception {
        OrderRequest whole = tooLargeForOne();
        session.orders().submit(whole);
        OrderEvent.Accepted accepted = await(whole.id(), OrderEvent.Accepted.class);
        OrderEvent.Updated working = await(whole.id(), OrderEvent.Updated.class);
        assertThat(working.quantity()).isEqualTo(whole.quantity());
        assertThat(truth(whole)).hasSize(3).allMatch(TrueOrder::working);

        session.orders().cancel(whole.id(), accepted.brokerOrderId());
        await(whole.id(), OrderEvent.Cancelled.class);
        assertThat(truth(whole)).hasSize(3).noneMatch(TrueOrder::working);
    }
}
