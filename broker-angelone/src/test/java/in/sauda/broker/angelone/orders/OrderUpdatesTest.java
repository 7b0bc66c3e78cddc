package in.sauda.broker.angelone.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sauda.broker.angelone.Await;
import in.sauda.broker.angelone.Instruments;
import in.sauda.broker.angelone.MockBroker;
import in.sauda.broker.angelone.MockSockets.ServerSocket;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.broker.angelone.session.AngelOneSession;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Product;
import in.sauda.core.domain.Side;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.domain.Validity;
import in.sauda.core.orders.ClientOrderId;
import in.sauda.core.orders.OrderEvent;
import in.sauda.core.orders.OrderRequest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pushed order updates, merged with the readings of the order book.
class OrderUpdatesTest {
    private static final ClientOrderId ID = new ClientOrderId("SD-1");
    private static final String GREETING =
            "{\"user-id\":\"A\",\"status-code\":\"200\",\"order-status\":\"AB00\",\"error-message\":\"\",\"orderData\":{}}";

    private final MockBroker broker;
    private final AngelOneSession session;
    private final ServerSocket socket;

    OrderUpdatesTest() throws Exception {
        broker = new MockBroker();
        broker.always(
                Endpoint.PLACE_ORDER, MockBroker.ok("{\"script\":\"X\",\"orderid\":\"1\",\"uniqueorderid\":\"u-1\"}"));
        session = broker.openWithUpdates();
        socket = broker.updates.await(1);
    }

    @AfterEach
    void close() {
        session.close();
        broker.close();
    }

    private static String data(String tag, String id, String status, long filled) {
        return """
                {"variety":"NORMAL","ordertype":"LIMIT","producttype":"INTRADAY","duration":"DAY","price":150.05,
                "triggerprice":0.0,"quantity":"75","filledshares":"%d","averageprice":150.0,
                "tradingsymbol":"NIFTY16SEP2524950CE","transactiontype":"BUY","exchange":"NFO","symboltoken":"44662",
                "ordertag":"%s","orderid":"%s","status":"%s","orderstatus":"%s","text":"",
                "updatetime":"01-Jan-2026 10:00:07"}""".formatted(filled, tag, id, status, status);
    }

    private static String frame(String code, String data) {
        return "{\"user-id\":\"A\",\"status-code\":\"200\",\"order-status\":\"" + code
                + "\",\"error-message\":\"\",\"orderData\":" + data + "}";
    }

    private void greet() {
        socket.send(GREETING);
        broker.always(Endpoint.ORDER_BOOK, MockBroker.ok("null"));
        int before = broker.requests(Endpoint.ORDER_BOOK).size();
        Await.until("what was missed is read", () -> {
            broker.time.advanceMillis(250);
            return broker.requests(Endpoint.ORDER_BOOK).size() > before;
        });
    }

    private void submit() {
        session.orders()
                .submit(new OrderRequest(
                        ID,
                        TradingMode.DEMO,
                        Instruments.option(),
                        1,
                        Side.BUY,
                        OrderType.LIMIT,
                        Product.INTRADAY,
                        Validity.DAY,
                        75,
                        15_005,
                        0));
        await(OrderEvent.Accepted.class);
    }

    private <E extends OrderEvent> E await(Class<E> type) {
        Await.until(
                type.getSimpleName() + " in " + broker.orderEvents,
                () -> all(type).size() >= 1);
        return all(type).getLast();
    }

    private <E extends OrderEvent> List<E> all(Class<E> type) {
        return broker.orderEvents.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void followsAnOrderWithoutAskingAndTellsEachChangeOnce() {
        greet();
        submit();
        int readings = broker.requests(Endpoint.ORDER_BOOK).size();
        socket.send(frame("AB09", data("SD-1", "1", "open pending", 0)));
        socket.send(frame("AB01", data("SD-1", "1", "open", 0)));
        socket.send(frame("AB01", data("SD-1", "1", "open", 25)));
        socket.send(frame("AB05", data("SD-1", "1", "complete", 75)));
        socket.send(frame("AB05", data("SD-1", "1", "complete", 75)));
        Await.until("both fills", () -> all(OrderEvent.Filled.class).size() >= 2);

        broker.always(Endpoint.ORDER_BOOK, MockBroker.ok("[" + data("SD-1", "1", "complete", 75) + "]"));
        broker.time.advanceMillis(60_000);

        assertThat(all(OrderEvent.Filled.class))
                .extracting(OrderEvent.Filled::filledQuantity, OrderEvent.Filled::complete)
                .containsExactly(tuple(25L, false), tuple(75L, true));
        assertThat(all(OrderEvent.Foreign.class)).isEmpty();
        assertThat(broker.requests(Endpoint.ORDER_BOOK).size() - readings)
                .as("readings while updates were pushed")
                .isLessThanOrEqualTo(2);
    }

    @Test
    void anOrderPlacedElsewhereAppearsByItselfOnceForEachChange() {
        greet();
        socket.send(frame("AB01", data("", "77", "open", 0)));
        socket.send(frame("AB01", data("", "77", "open", 0)));
        socket.send(frame("AB05", data("", "77", "complete", 75)));
        Await.until("told", () -> all(OrderEvent.Foreign.class).size() >= 2);

        assertThat(all(OrderEvent.Foreign.class))
                .extracting(foreign -> foreign.order().filledQuantity())
                .containsExactly(0L, 75L);
        assertThat(all(OrderEvent.Foreign.class).getFirst().id().value()).isEqualTo("E-77");
    }

    @Test
    void anUnknownCodeAndAnUnreadableFrameMakeTheBookBeRead() {
        greet();
        for (String strange : List.of(frame("AB42", data("", "5", "open", 0)), "{\"half\":", frame("AB01", "{}"))) {
            int before = broker.requests(Endpoint.ORDER_BOOK).size();
            socket.send(strange);
            Await.until("the book is read after " + strange, () -> {
                broker.time.advanceMillis(250);
                return broker.requests(Endpoint.ORDER_BOOK).size() > before;
            });
        }
        assertThat(broker.updates.count()).as("the connection stays").isEqualTo(1);
    }

    @Test
    void aTokenThatIsNoLongerTakenIsRenewed() {
        broker.always(
                Endpoint.GENERATE_TOKENS,
                MockBroker.ok("{\"jwtToken\":\"jwt-2\",\"refreshToken\":\"r-2\",\"feedToken\":\"f-2\"}"));
        socket.send("{\"status-code\":\"401\",\"order-status\":\"AB00\",\"error-message\":\"Invalid token\"}");
        Await.until("a new connection", () -> {
            broker.time.advanceMillis(250);
            return broker.updates.count() >= 2;
        });
        assertThat(broker.requests("/smart-order-update").getLast().getHeaders().get("Authorization"))
                .isEqualTo("Bearer jwt-2");
    }

    @Test
    void comesBackAfterEveryKindOfRefusal() {
        broker.updates.refuseNext(429);
        broker.updates.refuseNext(503);
        socket.closePolitely(1001, "going away");
        Await.until("connected again", () -> {
            broker.time.advanceMillis(1_000);
            return broker.updates.count() >= 2;
        });
        assertThat(broker.requests("/smart-order-update")).hasSize(4);
    }

    @Test
    void pingsEveryTenSecondsAndGivesUpASilentSocket() {
        Await.until("a ping", () -> {
            broker.time.advanceMillis(100);
            return socket.texts().contains("ping");
        });
        broker.updates.fallSilent();
        Await.until("a new connection", () -> {
            broker.time.advanceMillis(5_000);
            return broker.updates.count() >= 2;
        });
        assertThat(Objects.requireNonNull(socket.texts().getFirst())).isEqualTo("ping");
    }

    @Test
    void looksForOrdersPlacedElsewhereWhileNothingIsPushed() {
        broker.updates.refuseNext(503);
        broker.updates.refuseNext(503);
        broker.always(Endpoint.ORDER_BOOK, MockBroker.ok("[" + data("", "88", "open", 0) + "]"));
        socket.closePolitely(1001, "going away");
        Await.until("found", () -> {
            broker.time.advanceMillis(1_000);
            return !all(OrderEvent.Foreign.class).isEmpty();
        });
        assertThat(all(OrderEvent.Foreign.class)).hasSize(1);
    }
}
