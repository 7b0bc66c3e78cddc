package in.sauda.broker.angelone;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.AccountSnapshot;
import in.sauda.core.broker.BrokerId;
import in.sauda.core.broker.OrderGateway;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.feed.Subscription;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders over the wire, matched by the simulated exchange.
class AngelOneOrderWireTest {
    private final WireClient client;
    private final Instrument share;
    private final OrderGateway orders;

    AngelOneOrderWireTest(@TempDir Path folder) throws Exception {
        client = new WireClient(folder);
        share = client.watched("RELIANCE-EQ");
        orders = client.session.orders();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private MarketEvent quote() {
        client.session.feed().subscribe(List.of(new Subscription(share, 1, FeedMode.FULL)));
        client.session.feed().connect();
        Await.until("a quote", () -> !client.published.events().isEmpty());
        return client.published.last();
    }

    private OrderRequest buy(String id, long quantity, long price) {
        return new OrderRequest(
                new ClientOrderId(id),
                TradingMode.DEMO,
                share,
                1,
                Side.BUY,
                OrderType.LIMIT,
                Product.INTRADAY,
                Validity.DAY,
                quantity,
                price - price % share.tickSize(),
                0);
    }

    private <E extends OrderEvent> E await(String id, Class<E> type) {
        Await.until(
                type.getSimpleName() + " of " + id + " in " + client.orderEvents,
                () -> client.orderEvents.stream()
                        .anyMatch(event ->
                                type.isInstance(event) && event.id().value().equals(id)));
        return client.orderEvents.stream()
                .filter(event -> event.id().value().equals(id))
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Test
    void aMarketableLimitOrderFillsAndShowsAsAPosition() throws Exception {
        MarketEvent quote = quote();
        orders.submit(buy("W-1", 10, quote.askPrice[0] + 200));

        OrderEvent.Filled filled = await("W-1", OrderEvent.Filled.class);

        assertThat(filled.filledQuantity()).isEqualTo(10);
        assertThat(filled.complete()).isTrue();
        assertThat(filled.averagePrice()).isBetween(quote.askPrice[0] - 500, quote.askPrice[0] + 200);
        AccountSnapshot snapshot = orders.snapshot();
        assertThat(snapshot.orders()).anySatisfy(order -> {
            assertThat(order.tag()).isEqualTo("W-1");
            assertThat(order.status()).isEqualTo(AccountSnapshot.Status.COMPLETE);
        });
        assertThat(snapshot.positions()).anySatisfy(position -> {
            assertThat(position.key()).isEqualTo(share.key());
            assertThat(position.netQuantity()).isEqualTo(10);
        });
    }

    @Test
    void aShareUnderSurveillanceTakesOrdersOnlyWithConsent() throws Exception {
        Instrument watched = client.listed("RELINFRA-BE");
        assertThat(client.session.derivatives().orElseThrow().cautionary())
                .anySatisfy(listed -> assertThat(listed.token()).isEqualTo(watched.token()));
        orders.submit(delivery("W-7", watched, false));
        assertThat(await("W-7", OrderEvent.Rejected.class).reason()).contains("scripconsent");

        orders.submit(delivery("W-8", watched, true));
        await("W-8", OrderEvent.Updated.class);
        assertThat(orders.snapshot().orders())
                .filteredOn(order -> order.tag().equals("W-8"))
                .singleElement()
                .satisfies(order -> assertThat(order.status()).isEqualTo(AccountSnapshot.Status.OPEN));
    }

    private static OrderRequest delivery(String id, Instrument instrument, boolean consent) {
        return new OrderRequest(
                new ClientOrderId(id),
                TradingMode.DEMO,
                instrument,
                1,
                Side.BUY,
                OrderType.LIMIT,
                Product.DELIVERY,
                Validity.DAY,
                1,
                20_000,
                0,
                consent,
                new BrokerId("angelone"));
    }

    @Test
    void aRestingOrderIsModifiedAndCancelled() {
        MarketEvent quote = quote();
        long far = quote.bidPrice[4] - 2_000;
        orders.submit(buy("W-2", 10, far));
        String brokerOrderId = await("W-2", OrderEvent.Accepted.class).brokerOrderId();
        await("W-2", OrderEvent.Updated.class);

        OrderRequest change = buy("W-2", 20, far - 1_000);
        orders.modify(change, brokerOrderId);
        OrderEvent.Updated wanted = new OrderEvent.Updated(change.id(), brokerOrderId, 20, change.price(), 0);
        Await.until("modified", () -> client.orderEvents.contains(wanted));

        orders.cancel(change.id(), brokerOrderId);
        await("W-2", OrderEvent.Cancelled.class);
        assertThat(client.orderEvents)
                .noneMatch(event -> event instanceof OrderEvent.Rejected || event instanceof OrderEvent.Filled);
    }

    @Test
    void anOrderWhoseReplyIsLostIsFoundInTheBookAndExistsOnce() throws Exception {
        MarketEvent quote = quote();
        client.simulator.faults().inject(FaultRule.once(new Fault.LoseReply("placeOrder", 1)));
        orders.submit(buy("W-3", 10, quote.bidPrice[4] - 2_000));

        await("W-3", OrderEvent.Accepted.class);
        assertThat(client.orderEvents).noneMatch(OrderEvent.Rejected.class::isInstance);

        assertThat(orders.snapshot().orders())
                .filteredOn(order -> order.tag().equals("W-3"))
                .hasSize(1);
    }
}
