package in.sauda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.FaultRule;
import in.sauda.simulator.faults.Line;
import in.sauda.simulator.market.MarketFixture;
import in.sauda.simulator.master.Contract;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderWireTest {
    private final SystemTime time = new SystemTime();
    private Simulator simulator;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        startAt(LocalTime.of(10, 0), 5);
    }

    private void startAt(LocalTime start, double speed) throws Exception {
        simulator = Simulator.start(
                SimulatorOptions.defaults(MarketFixture.DAY).withStart(start).withSpeed(speed), time);
        simulator.server().setRateLimits(false);
        client = new TestClient(simulator, time);
        client.login();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private static String order(String side, String type, String product, double price, double trigger, long quantity) {
        return order("SBIN-EQ", "3045", "NSE", side, type, product, price, trigger, quantity);
    }

    private static String order(
            String symbol,
            String token,
            String exchange,
            String side,
            String type,
            String product,
            double price,
            double trigger,
            long quantity) {
        return String.format(
                Locale.ENGLISH,
                """
                {"variety":"%s","tradingsymbol":"%s","symboltoken":"%s","transactiontype":"%s","exchange":"%s",
                 "ordertype":"%s","producttype":"%s","duration":"DAY","price":"%.2f","triggerprice":%.2f,
                 "quantity":"%d","ordertag":"mine"}""",
                type.startsWith("STOP") ? "STOPLOSS" : "NORMAL",
                symbol,
                token,
                side,
                exchange,
                type,
                product,
                price,
                trigger,
                quantity);
    }

    private JsonNode place(String body) throws Exception {
        return client.post("order/v1/placeOrder", body);
    }

    private JsonNode details(JsonNode placed) throws Exception {
        String id = placed.path("data").path("uniqueorderid").asText();
        return client.get("order/v1/details/" + id).path("data");
    }

    private double last() throws Exception {
        return client.post(
                        "order/v1/getLtpData",
                        "{\"exchange\":\"NSE\",\"tradingsymbol\":\"SBIN-EQ\",\"symboltoken\":\"3045\"}")
                .path("data")
                .path("ltp")
                .asDouble();
    }

    private static double tick(double price) {
        return Math.round(price * 20) / 20.0;
    }

    @Test
    void booksAreNullWhileEmpty() throws Exception {
        assertThat(client.get("order/v1/getOrderBook").path("data").isNull()).isTrue();
        assertThat(client.get("order/v1/getTradeBook").path("data").isNull()).isTrue();
        assertThat(client.get("order/v1/getPosition").path("data").isNull()).isTrue();
        assertThat(client.get("portfolio/v1/getHolding").path("data").size()).isEqualTo(3);
        assertThat(client.get("portfolio/v1/getAllHolding")
                        .path("data")
                        .path("totalholding")
                        .path("totalinvvalue")
                        .asDouble())
                .isPositive();
    }

    @Test
    void aMarketableLimitTradesAtOnceAndMovesPositionAndFunds() throws Exception {
        double limit = tick(last() * 1.01);
        JsonNode placed = place(order("BUY", "LIMIT", "INTRADAY", limit, 0, 100));
        assertThat(placed.path("data").path("orderid").asText()).matches("261120\\d{9}");
        JsonNode order = details(placed);
        assertThat(order.path("status").asText()).isEqualTo("complete");
        assertThat(order.path("filledshares").asText()).isEqualTo("100");
        assertThat(order.path("averageprice").asDouble()).isBetween(limit * 0.97, limit);
        assertThat(order.path("price").isNumber()).isTrue();
        assertThat(order.path("ordertag").asText()).isEqualTo("mine");
        JsonNode position = client.get("order/v1/getPosition").path("data").get(0);
        assertThat(position.path("netqty").asText()).isEqualTo("100");
        assertThat(position.path("netvalue").asText()).startsWith("- ");
        JsonNode funds = client.get("user/v1/getRMS").path("data");
        double used = Double.parseDouble(funds.path("utiliseddebits").asText());
        assertThat(used).isBetween(0.19 * 100 * limit * 0.97, 0.21 * 100 * limit);
        assertThat(client.get("order/v1/getTradeBook")
                        .path("data")
                        .get(0)
                        .path("fillsize")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void aRestingOrderIsSeenInTheDepthModifiedAndCancelled() throws Exception {
        double price = tick(last() * 0.95);
        JsonNode placed = place(order("BUY", "LIMIT", "INTRADAY", price, 0, 10));
        assertThat(details(placed).path("status").asText()).isEqualTo("open");
        String id = placed.path("data").path("orderid").asText();
        String change = String.format(
                Locale.ENGLISH,
                "{\"variety\":\"NORMAL\",\"orderid\":\"%s\",\"ordertype\":\"LIMIT\",\"producttype\":\"INTRADAY\",\"duration\":\"DAY\",\"price\":%.2f,\"quantity\":20,\"tradingsymbol\":\"SBIN-EQ\",\"symboltoken\":\"3045\",\"exchange\":\"NSE\"}",
                id,
                price - 0.5);
        assertThat(client.post("order/v1/modifyOrder", change).path("message").asText())
                .isEqualTo("SUCCESS");
        assertThat(details(placed).path("quantity").asText()).isEqualTo("20");
        String cancel = "{\"variety\":\"NORMAL\",\"orderid\":\"" + id + "\"}";
        assertThat(client.post("order/v1/cancelOrder", cancel).path("status").asBoolean())
                .isTrue();
        assertThat(details(placed).path("status").asText()).isEqualTo("cancelled");
        assertThat(details(placed).path("cancelsize").asText()).isEqualTo("20");
        assertThat(client.post("order/v1/cancelOrder", cancel).path("status").asBoolean(true))
                .isFalse();
        assertThat(client.post("order/v1/cancelOrder", "{\"orderid\":\"nope\"}")
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB1013");
    }

    @Test
    void aPassiveOrderAtTheTouchFillsWhenTheMarketTradesThere() throws Exception {
        JsonNode placed = place(order("BUY", "LIMIT", "INTRADAY", tick(last() - 0.05), 0, 5));
        simulator.clock().setSpeed(400);
        Await.until(
                "the passive order trades",
                () -> details(placed).path("status").asText().equals("complete"));
    }

    @Test
    void aStopWaitsForItsTrigger() throws Exception {
        double price = last();
        JsonNode far = place(order("BUY", "STOPLOSS_LIMIT", "INTRADAY", tick(price * 1.06), tick(price * 1.05), 1));
        assertThat(details(far).path("status").asText()).isEqualTo("trigger pending");
        JsonNode near = place(order("SELL", "STOPLOSS_MARKET", "INTRADAY", 0, tick(price + 0.5), 1));
        Await.until(
                "the stop triggers", () -> details(near).path("status").asText().equals("complete"));
    }

    @Test
    void acceptsThenRejectsWithTheReasonInTheBook() throws Exception {
        double price = tick(last());
        assertRejected(order("BUY", "LIMIT", "INTRADAY", price + 0.02, 0, 1), "tick size");
        assertRejected(order("BUY", "LIMIT", "INTRADAY", tick(price * 1.3), 0, 1), "execution range");
        assertRejected(order("BUY", "LIMIT", "DELIVERY", price, 0, 5_000), "Insufficient Funds");
        assertRejected(order("SELL", "LIMIT", "DELIVERY", price, 0, 5_000), "holdings");
        Contract future = MarketFixture.symbol("NIFTY29DEC26FUT");
        assertRejected(future(future, 64), "lot size 65");
        assertRejected(future(future, 65L * 40), "freeze quantity");
    }

    private static String future(Contract future, long quantity) {
        return order(future.symbol(), future.token(), "NFO", "BUY", "LIMIT", "CARRYFORWARD", 26_000, 0, quantity);
    }

    private void assertRejected(String body, String reason) throws Exception {
        JsonNode placed = place(body);
        assertThat(placed.path("status").asBoolean()).isTrue();
        JsonNode order = details(placed);
        assertThat(order.path("status").asText()).isEqualTo("rejected");
        assertThat(order.path("text").asText()).contains(reason);
    }

    @Test
    void refusesAtOnceWhatTheGatewayRefuses() throws Exception {
        String good = order("BUY", "LIMIT", "INTRADAY", 800, 0, 1);
        assertError(good.replace("\"NORMAL\"", "\"AMO\""), "AB1008");
        assertError(good.replace("\"INTRADAY\"", "\"MIS\""), "AB1012");
        assertError(good.replace("SBIN-EQ", "SBIN"), "AB1009");
        assertError(good.replace("\"mine\"", "\"a tag of twenty chars\""), "AB4008");
        assertError(good.replace("\"LIMIT\"", "\"MARKET\""), "AB1007");
        assertError(good.replace("\"DAY\"", "\"IOC\""), "AB1007");
        assertThat(client.get("order/v1/getOrderBook").path("data").isNull()).isTrue();
        simulator.server().allowMarketOrders(true);
        assertThat(place(good.replace("\"LIMIT\"", "\"MARKET\"").replace("800.00", "0"))
                        .path("status")
                        .asBoolean())
                .isTrue();
    }

    private void assertError(String body, String code) throws Exception {
        assertThat(place(body).path("errorcode").asText()).isEqualTo(code);
    }

    @Test
    void dayOrdersEndWithTheSession() throws Exception {
        stop();
        startAt(LocalTime.of(15, 10), 60);
        JsonNode stop = place(order("BUY", "STOPLOSS_LIMIT", "INTRADAY", tick(last() * 1.06), tick(last() * 1.05), 1));
        JsonNode limit = place(order("BUY", "LIMIT", "INTRADAY", tick(last() * 0.95), 0, 1));
        simulator.clock().setSpeed(600);
        Await.until(
                "the stop ends with continuous trading",
                () -> details(stop).path("status").asText().equals("cancelled"));
        Await.until(
                "the order ends with the closing auction",
                () -> details(limit).path("text").asText().contains("end of the session"));
    }

    @Test
    void preOpenOrdersTradeAtTheOpeningPrice() throws Exception {
        stop();
        startAt(LocalTime.of(9, 1), 1);
        double limit = tick(last() * 1.05);
        JsonNode placed = place(order("BUY", "LIMIT", "INTRADAY", limit, 0, 7));
        assertThat(details(placed).path("status").asText()).isEqualTo("open");
        simulator.clock().setSpeed(600);
        Await.until(
                "the auction trades",
                () -> details(placed).path("status").asText().equals("complete"));
        JsonNode quote = client.post("market/v1/quote", "{\"mode\":\"OHLC\",\"exchangeTokens\":{\"NSE\":[\"3045\"]}}");
        assertThat(details(placed).path("averageprice").asDouble())
                .isEqualTo(
                        quote.path("data").path("fetched").get(0).path("open").asDouble());
    }

    @Test
    void aLostReplyLeavesTheOrderInTheBook() throws Exception {
        simulator.faults().inject(FaultRule.once(new Fault.LoseReply("placeOrder", 1)));
        assertThatThrownBy(() -> place(order("BUY", "LIMIT", "INTRADAY", tick(last() * 0.95), 0, 3)))
                .isInstanceOf(java.io.IOException.class);
        JsonNode book = client.get("order/v1/getOrderBook").path("data");
        assertThat(book.size()).isEqualTo(1);
        assertThat(book.get(0).path("quantity").asText()).isEqualTo("3");
    }

    @Test
    void faultsCanReplaceAReplyRejectLoginsAndBreakStreams() throws Exception {
        simulator
                .faults()
                .inject(FaultRule.once(new Fault.HttpError("getRMS", 1, 502, "<html>Bad Gateway</html>", false)));
        assertThat(client.send("GET", "/rest/secure/angelbroking/user/v1/getRMS", "")
                        .statusCode())
                .isEqualTo(502);
        assertThat(client.get("user/v1/getRMS").path("status").asBoolean()).isTrue();
        simulator.faults().inject(new Fault.RejectLogins("AB1006"));
        assertThat(client.login(simulator.credentials().clientcode(), "1234", client.totp(0))
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB1006");
        TestClient.Stream stream = client.stream();
        // A client knows that it is connected a moment before the server has listed it.
        stream.send("ping");
        assertThat(stream.text()).isEqualTo("pong");
        Await.until("the server lists the stream", () -> simulator.server().connections() == 1);
        simulator.faults().inject(new Fault.SendFrame(Line.STREAM, "090909"));
        assertThat(stream.frame().capacity()).isEqualTo(3);
        simulator.faults().inject(new Fault.Cut(Line.BOTH));
        assertThat(stream.ends.poll(10, java.util.concurrent.TimeUnit.SECONDS)).isNotNull();
        Await.until("the server forgets the stream", () -> simulator.server().connections() == 0);
    }
}
