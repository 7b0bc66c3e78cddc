package in.sauda.broker.angelone.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.broker.angelone.Await;
import in.sauda.broker.angelone.Instruments;
import in.sauda.broker.angelone.MockBroker;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.session.AngelOneSession;
import in.sauda.core.broker.AccountSnapshot;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.support.ModeGuard;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AngelOneOrderGatewayTest {
    private static final ClientOrderId ID = new ClientOrderId("SD-000001");
    private static final String BROKER_ID = "260101000000111";

    private final MockBroker broker;
    private final AngelOneSession session;

    AngelOneOrderGatewayTest() throws Exception {
        broker = new MockBroker();
        session = broker.open();
        broker.always(
                Endpoint.PLACE_ORDER,
                MockBroker.ok("{\"script\":\"X\",\"orderid\":\"" + BROKER_ID + "\",\"uniqueorderid\":\"u\"}"));
        broker.always(Endpoint.MODIFY_ORDER, MockBroker.ok("{\"orderid\":\"" + BROKER_ID + "\"}"));
        broker.always(Endpoint.CANCEL_ORDER, MockBroker.ok("{\"orderid\":\"" + BROKER_ID + "\"}"));
    }

    @AfterEach
    void close() {
        session.close();
        broker.close();
    }

    private static OrderRequest limit(TradingMode mode, long quantity, long price) {
        return order(mode, OrderType.LIMIT, Validity.DAY, quantity, price, 0);
    }

    private static OrderRequest order(
            TradingMode mode, OrderType type, Validity validity, long quantity, long price, long trigger) {
        return new OrderRequest(
                ID,
                mode,
                Instruments.option(),
                0,
                Side.BUY,
                type,
                Product.INTRADAY,
                validity,
                quantity,
                price,
                trigger);
    }

    private static MockResponse book(String status, long quantity, long filled, String price, String text) {
        return MockBroker.ok("[" + row(status, quantity, filled, price, text) + "]");
    }

    private static String row(String status, long quantity, long filled, String price, String text) {
        return """
                {"variety":"NORMAL","ordertype":"LIMIT","producttype":"INTRADAY","duration":"DAY","price":%s,
                "triggerprice":0.0,"quantity":"%d","filledshares":"%d","unfilledshares":"0","averageprice":150.05,
                "tradingsymbol":"NIFTY16SEP2524950CE","transactiontype":"BUY","exchange":"NFO","symboltoken":"44662",
                "ordertag":"SD-000001","orderid":"%s","status":"%s","orderstatus":"%s","text":"%s",
                "updatetime":"01-Jan-2026 10:00:07","exchtime":"","exchorderupdatetime":""}""".formatted(price, quantity, filled, BROKER_ID, status, status, text);
    }

    private void awaitEvents(int count) {
        Await.until(count + " events, have " + broker.orderEvents, () -> broker.orderEvents.size() >= count);
    }

    /// Lets the poller read the book until the events are there.
    private void pollUntilEvents(int count) {
        Await.until(count + " events, have " + broker.orderEvents, () -> {
            broker.time.advanceMillis(1_000);
            return broker.orderEvents.size() >= count;
        });
    }

    @Test
    void placesALimitOrderOnceWithOurTag() {
        broker.always(Endpoint.ORDER_BOOK, book("open", 75, 0, "150.05", ""));
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        awaitEvents(2);

        assertThat(broker.orderEvents).startsWith(new OrderEvent.Submitted(ID), new OrderEvent.Accepted(ID, BROKER_ID));
        assertThat(broker.requests(Endpoint.PLACE_ORDER)).hasSize(1);
        JsonNode body = MockBroker.body(broker.requests(Endpoint.PLACE_ORDER).getFirst());
        assertThat(body).isEqualTo(MockBroker.json("""
                {"variety":"NORMAL","tradingsymbol":"NIFTY16SEP2524950CE","symboltoken":"44662","exchange":"NFO",
                "ordertype":"LIMIT","producttype":"INTRADAY","duration":"DAY","price":"150.05","triggerprice":"0.00",
                "quantity":"75","transactiontype":"BUY","squareoff":"0","stoploss":"0","ordertag":"SD-000001"}"""));
    }

    @Test
    void sendsAStopOrderUnderItsOwnVariety() {
        session.orders().submit(order(TradingMode.DEMO, OrderType.STOP_LIMIT, Validity.DAY, 75, 15005, 15000));
        awaitEvents(2);

        JsonNode body = MockBroker.body(broker.requests(Endpoint.PLACE_ORDER).getFirst());
        assertThat(body.path("variety").asText()).isEqualTo("STOPLOSS");
        assertThat(body.path("ordertype").asText()).isEqualTo("STOPLOSS_LIMIT");
        assertThat(body.path("triggerprice").asText()).isEqualTo("150.00");
    }

    @Test
    void tellsEachFillOnceUntilComplete() {
        broker.always(Endpoint.ORDER_BOOK, book("open", 150, 0, "150.05", ""));
        session.orders().submit(limit(TradingMode.DEMO, 150, 15005));
        pollUntilEvents(3);
        broker.always(Endpoint.ORDER_BOOK, book("open", 150, 75, "150.05", ""));
        pollUntilEvents(4);
        broker.always(Endpoint.ORDER_BOOK, book("complete", 150, 150, "150.05", ""));
        pollUntilEvents(5);

        long at = 1_767_241_807_000L;
        assertThat(broker.orderEvents)
                .containsExactly(
                        new OrderEvent.Submitted(ID),
                        new OrderEvent.Accepted(ID, BROKER_ID),
                        new OrderEvent.Updated(ID, BROKER_ID, 150, 15005, 0),
                        new OrderEvent.Filled(ID, BROKER_ID, 75, 15005, false, at),
                        new OrderEvent.Filled(ID, BROKER_ID, 150, 15005, true, at));
        stopsPolling();
    }

    /// With nothing open the book is left alone.
    private void stopsPolling() {
        Await.until("nothing scheduled", () -> {
            broker.time.advanceMillis(5_000);
            return broker.time.waiting() == 1;
        });
        int readings = broker.requests(Endpoint.ORDER_BOOK).size();
        broker.time.advanceMillis(60_000);
        assertThat(broker.requests(Endpoint.ORDER_BOOK)).hasSize(readings);
    }

    @Test
    void reportsARejectionByTheExchange() {
        broker.always(Endpoint.ORDER_BOOK, book("rejected", 75, 0, "150.05", "Insufficient Funds"));
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        pollUntilEvents(3);

        assertThat(broker.orderEvents.getLast())
                .isEqualTo(new OrderEvent.Rejected(ID, "EXCHANGE", "Insufficient Funds"));
    }

    @Test
    void aBusinessRefusalIsARejectionWithItsCode() {
        broker.always(Endpoint.PLACE_ORDER, MockBroker.no("AB1012", "Invalid product type"));
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        awaitEvents(2);

        assertThat(broker.orderEvents.getLast()).isInstanceOfSatisfying(OrderEvent.Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("AB1012");
            assertThat(rejected.reason()).contains("Invalid product type");
        });
        stopsPolling();
    }

    static Stream<Arguments> lostAnswers() {
        return Stream.of(
                Arguments.of("timeout", MockBroker.silence()),
                Arguments.of("connection lost", MockBroker.lostReply()),
                Arguments.of("500", MockBroker.plain(500, "")),
                Arguments.of(
                        "503 inviting a repeat",
                        new MockResponse.Builder()
                                .code(503)
                                .addHeader("Retry-After", "0")
                                .build()),
                Arguments.of("half JSON", MockBroker.plain(200, "{\"status\":tr")),
                Arguments.of("HTML", MockBroker.plain(200, "<html></html>")),
                Arguments.of("empty", MockBroker.plain(200, "")),
                Arguments.of("no order number", MockBroker.ok("{}")),
                Arguments.of("internal error", MockBroker.no("AB2001", "Internal Error")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void aLostAnswerIsUnknownAndSettledByTheOrderBookWithoutSendingAgain(String name, MockResponse lost) {
        broker.always(Endpoint.PLACE_ORDER, lost);
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        awaitEvents(2);
        assertThat(broker.orderEvents.getLast()).as(name).isInstanceOf(OrderEvent.Unknown.class);

        broker.always(Endpoint.ORDER_BOOK, book("complete", 75, 75, "150.05", ""));
        pollUntilEvents(4);

        assertThat(broker.orderEvents)
                .endsWith(
                        new OrderEvent.Accepted(ID, BROKER_ID),
                        new OrderEvent.Filled(ID, BROKER_ID, 75, 15005, true, 1_767_241_807_000L));
        assertThat(broker.requests(Endpoint.PLACE_ORDER)).hasSize(1);
    }

    @Test
    void anOrderNeverFoundIsRejectedAfterSeveralReadingsAndRecognisedIfItTurnsUp() {
        broker.always(Endpoint.PLACE_ORDER, MockBroker.lostReply());
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        awaitEvents(2);
        pollUntilEvents(3);

        assertThat(broker.orderEvents.getLast()).isInstanceOfSatisfying(OrderEvent.Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("NOT_FOUND");
            assertThat(rejected.reason()).contains("order book");
        });
        assertThat(broker.requests(Endpoint.ORDER_BOOK)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(broker.requests(Endpoint.PLACE_ORDER)).hasSize(1);

        broker.always(Endpoint.ORDER_BOOK, book("complete", 75, 75, "150.05", ""));
        session.orders().cancel(new ClientOrderId("SD-000002"), "260101000000222");
        pollUntilEvents(5);
        assertThat(broker.orderEvents)
                .endsWith(
                        new OrderEvent.Accepted(ID, BROKER_ID),
                        new OrderEvent.Filled(ID, BROKER_ID, 75, 15005, true, 1_767_241_807_000L));
    }

    @Test
    void anExpiredLoginIsRenewedButTheOrderIsNotSentAgain() {
        broker.once(Endpoint.PLACE_ORDER, MockBroker.gatewayNo("AG8001"));
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        awaitEvents(2);

        assertThat(broker.orderEvents.getLast()).isInstanceOfSatisfying(OrderEvent.Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("AG8001");
            assertThat(rejected.reason()).contains("not placed").contains("Confirm it again");
        });
        assertThat(broker.requests(Endpoint.PLACE_ORDER)).hasSize(1);
        assertThat(broker.requests(Endpoint.LOGIN)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = TradingMode.class,
            names = {"LIVE", "PAPER"})
    void refusesOrdersOfAnotherModeAtTheWire(TradingMode mode) {
        session.orders().submit(limit(mode, 75, 15005));
        awaitEvents(1);

        assertThat(broker.orderEvents).singleElement().isInstanceOfSatisfying(OrderEvent.Denied.class, denied -> {
            assertThat(denied.code()).isEqualTo("MODE");
        });
        assertThat(broker.requests(Endpoint.PLACE_ORDER)).isEmpty();
    }

    @Test
    void knowsWhereEachModeMayGo() {
        ModeGuard real = new ModeGuard("Angel One", false, false);
        ModeGuard simulator = new ModeGuard("Angel One", true, true);
        ModeGuard elsewhere = new ModeGuard("Angel One", true, false);

        assertThat(real.refusal(TradingMode.LIVE)).isEmpty();
        assertThat(real.refusal(TradingMode.DEMO)).isPresent();
        assertThat(simulator.refusal(TradingMode.DEMO)).isEmpty();
        assertThat(simulator.refusal(TradingMode.LIVE)).isPresent();
        assertThat(elsewhere.refusal(TradingMode.DEMO)).isPresent();
        assertThat(elsewhere.refusal(TradingMode.LIVE)).isPresent();
        assertThat(Stream.of(real, simulator, elsewhere).map(guard -> guard.refusal(TradingMode.PAPER)))
                .allMatch(Optional::isPresent);
    }

    static Stream<OrderRequest> prohibited() {
        return Stream.of(
                order(TradingMode.DEMO, OrderType.MARKET, Validity.DAY, 75, 0, 0),
                order(TradingMode.DEMO, OrderType.STOP_MARKET, Validity.DAY, 75, 0, 15000),
                order(TradingMode.DEMO, OrderType.LIMIT, Validity.IOC, 75, 15005, 0),
                order(TradingMode.DEMO, OrderType.LIMIT, Validity.DAY, 0, 15005, 0),
                order(TradingMode.DEMO, OrderType.LIMIT, Validity.DAY, 75, 0, 0),
                order(TradingMode.DEMO, OrderType.STOP_LIMIT, Validity.DAY, 75, 15005, 0));
    }

    @ParameterizedTest
    @MethodSource("prohibited")
    void neverSendsWhatTheBrokerProhibits(OrderRequest request) {
        session.orders().submit(request);
        awaitEvents(1);

        assertThat(broker.orderEvents).singleElement().isInstanceOf(OrderEvent.Denied.class);
        assertThat(broker.requests(Endpoint.PLACE_ORDER)).isEmpty();
    }

    @Test
    void modifiesAndTellsWhenTheBookShowsIt() {
        broker.always(Endpoint.ORDER_BOOK, book("open", 75, 0, "150.05", ""));
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        pollUntilEvents(3);

        session.orders().modify(limit(TradingMode.DEMO, 150, 14900), BROKER_ID);
        Await.until("sent", () -> broker.requests(Endpoint.MODIFY_ORDER).size() == 1);
        broker.always(Endpoint.ORDER_BOOK, book("open", 150, 0, "149", ""));
        pollUntilEvents(4);

        assertThat(broker.orderEvents.getLast()).isEqualTo(new OrderEvent.Updated(ID, BROKER_ID, 150, 14900, 0));
        JsonNode body = MockBroker.body(broker.requests(Endpoint.MODIFY_ORDER).getFirst());
        assertThat(body.path("orderid").asText()).isEqualTo(BROKER_ID);
        assertThat(body.path("price").asText()).isEqualTo("149.00");
        assertThat(body.path("quantity").asText()).isEqualTo("150");
        assertThat(body.has("ordertag")).isFalse();
    }

    @Test
    void saysSoWhenAModificationIsNotCarriedOut() {
        broker.always(Endpoint.ORDER_BOOK, book("open", 75, 0, "150.05", ""));
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        pollUntilEvents(3);
        session.orders().modify(limit(TradingMode.DEMO, 150, 14900), BROKER_ID);
        pollUntilEvents(4);

        assertThat(broker.orderEvents.getLast())
                .isInstanceOfSatisfying(
                        OrderEvent.ModifyRejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("NOT_APPLIED"));
    }

    @Test
    void aRefusedModificationLeavesTheOrderWorking() {
        broker.always(Endpoint.ORDER_BOOK, book("open", 75, 0, "150.05", ""));
        broker.always(Endpoint.MODIFY_ORDER, MockBroker.no("AB1013", "Order not found"));
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        pollUntilEvents(3);
        session.orders().modify(limit(TradingMode.DEMO, 150, 14900), BROKER_ID);
        awaitEvents(4);

        assertThat(broker.orderEvents.getLast())
                .isInstanceOfSatisfying(
                        OrderEvent.ModifyRejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("AB1013"));
    }

    @Test
    void cancelsAndTellsWhenTheBookShowsIt() {
        broker.always(Endpoint.ORDER_BOOK, book("open", 75, 0, "150.05", ""));
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        pollUntilEvents(3);
        session.orders().cancel(ID, BROKER_ID);
        Await.until("sent", () -> broker.requests(Endpoint.CANCEL_ORDER).size() == 1);
        broker.always(Endpoint.ORDER_BOOK, book("cancelled", 75, 0, "150.05", "by user"));
        pollUntilEvents(4);

        assertThat(broker.orderEvents.getLast()).isEqualTo(new OrderEvent.Cancelled(ID, "by user"));
        assertThat(MockBroker.body(broker.requests(Endpoint.CANCEL_ORDER).getFirst()))
                .isEqualTo(MockBroker.json("{\"variety\":\"NORMAL\",\"orderid\":\"" + BROKER_ID + "\"}"));
    }

    @Test
    void aFillThatOvertakesACancellationIsToldFirstAsTooLate() {
        broker.always(Endpoint.ORDER_BOOK, book("open", 75, 0, "150.05", ""));
        broker.always(Endpoint.CANCEL_ORDER, MockBroker.silence());
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        pollUntilEvents(3);
        session.orders().cancel(ID, BROKER_ID);
        awaitEvents(4);
        assertThat(broker.orderEvents.getLast()).isInstanceOf(OrderEvent.Unknown.class);
        broker.always(Endpoint.ORDER_BOOK, book("complete", 75, 75, "150.05", ""));
        pollUntilEvents(6);

        assertThat(broker.orderEvents.get(4)).isInstanceOf(OrderEvent.CancelRejected.class);
        assertThat(broker.orderEvents.get(5)).isInstanceOf(OrderEvent.Filled.class);
        assertThat(broker.requests(Endpoint.CANCEL_ORDER)).hasSize(1);
    }

    @Test
    void aStrangeRowOfAnotherApplicationDoesNotHideOurs() {
        broker.always(
                Endpoint.ORDER_BOOK,
                MockBroker.ok(
                        "[{\"orderid\":\"9\",\"exchange\":\"MARS\"}," + row("complete", 75, 75, "150.05", "") + "]"));
        session.orders().submit(limit(TradingMode.DEMO, 75, 15005));
        pollUntilEvents(3);

        assertThat(broker.orderEvents.getLast()).isInstanceOf(OrderEvent.Filled.class);
    }

    @Test
    void snapshotShowsOrdersAndPositionsAndFollowsOurWorkingOrders() throws Exception {
        broker.always(Endpoint.ORDER_BOOK, book("open", 75, 0, "150.05", ""));
        broker.always(Endpoint.POSITIONS, MockBroker.ok("""
                [{"exchange":"NFO","symboltoken":"44662","producttype":"CARRYFORWARD",
                "tradingsymbol":"NIFTY13MAR2522050PE","buyqty":"75","sellqty":"0","cfbuyqty":"0","cfsellqty":"75",
                "buyavgprice":"7.7","sellavgprice":"","totalbuyavgprice":"7.70","totalsellavgprice":"98.44",
                "netqty":"0","netvalue":"- 2235.80","pnl":"6805.50"}]"""));

        AccountSnapshot snapshot = session.orders().snapshot();

        assertThat(snapshot.orders()).singleElement().satisfies(order -> {
            assertThat(order.status()).isEqualTo(AccountSnapshot.Status.OPEN);
            assertThat(order.tag()).isEqualTo("SD-000001");
            assertThat(order.price()).isEqualTo(15005);
        });
        assertThat(snapshot.positions()).singleElement().satisfies(position -> {
            assertThat(position.product()).isEqualTo(Product.CARRY_FORWARD);
            assertThat(position.netQuantity()).isZero();
            assertThat(position.buyAverage()).isEqualTo(770);
            assertThat(position.sellAverage()).isEqualTo(9844);
            assertThat(position.realisedPaise()).isEqualTo(680_550);
        });
        broker.always(Endpoint.ORDER_BOOK, book("complete", 75, 75, "150.05", ""));
        pollUntilEvents(1);
        assertThat(broker.orderEvents).singleElement().isInstanceOf(OrderEvent.Filled.class);
    }

    @Test
    void snapshotFailsRatherThanLeavesOutAnOrderInAnUnknownState() {
        broker.always(Endpoint.ORDER_BOOK, book("teleported", 75, 0, "150.05", ""));

        BrokerException failure = catchThrowableOfType(
                BrokerException.class, () -> session.orders().snapshot());

        assertThat(failure.failure().sentence()).contains("teleported");
    }

    @Test
    void anEmptyBookIsAnEmptySnapshot() throws Exception {
        AccountSnapshot snapshot = session.orders().snapshot();

        assertThat(snapshot.orders()).isEmpty();
        assertThat(snapshot.positions()).isEmpty();
    }
}
