package in.sauda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.market.MarketFixture;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderUpdateWireTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SystemTime time = new SystemTime();
    private Simulator simulator;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(
                SimulatorOptions.defaults(MarketFixture.DAY)
                        .withStart(LocalTime.of(10, 0))
                        .withSpeed(5),
                time);
        simulator.server().setRateLimits(false);
        client = new TestClient(simulator, time);
        client.login();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private static JsonNode next(TestClient.Stream updates) throws Exception {
        return JSON.readTree(updates.text());
    }

    private double last() throws Exception {
        return client.post("order/v1/getLtpData", "{\"exchange\":\"NSE\",\"symboltoken\":\"3045\"}")
                .path("data")
                .path("ltp")
                .asDouble();
    }

    private String place(double factor, String type, double trigger) throws Exception {
        String body = String.format(
                Locale.ENGLISH,
                """
                {"variety":"%s","tradingsymbol":"SBIN-EQ","symboltoken":"3045","transactiontype":"BUY","exchange":"NSE",
                 "ordertype":"%s","producttype":"INTRADAY","duration":"DAY","price":%.1f,"triggerprice":%.1f,
                 "quantity":10,"ordertag":"mine"}""",
                type.startsWith("STOP") ? "STOPLOSS" : "NORMAL",
                type,
                last() * factor,
                last() * trigger);
        return client.post("order/v1/placeOrder", body)
                .path("data")
                .path("orderid")
                .asText();
    }

    private void cancel(String id) throws Exception {
        client.post("order/v1/cancelOrder", "{\"variety\":\"NORMAL\",\"orderid\":\"" + id + "\"}");
    }

    private static List<String> codes(TestClient.Stream updates, int count) throws Exception {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add(next(updates).path("order-status").asText());
        }
        return codes;
    }

    @Test
    void greetsWithAnEmptyOrder() throws Exception {
        TestClient.Stream updates = client.orderUpdates();
        JsonNode first = next(updates);
        assertThat(first.path("user-id").asText()).isEqualTo("D123456");
        assertThat(first.path("status-code").asText()).isEqualTo("200");
        assertThat(first.path("order-status").asText()).isEqualTo("AB00");
        JsonNode order = first.path("orderData");
        assertThat(order.size()).isEqualTo(35);
        assertThat(order.path("price").isDouble()).isTrue();
        assertThat(order.path("quantity").asText()).isEqualTo("0");
        assertThat(order.path("orderid").asText("missing")).isEmpty();
    }

    @Test
    void tellsTheLifeOfAnOrderThatTradesAtOnce() throws Exception {
        TestClient.Stream updates = client.orderUpdates();
        next(updates);
        String id = place(1.01, "LIMIT", 0);
        JsonNode pending = next(updates);
        assertThat(pending.path("order-status").asText()).isEqualTo("AB09");
        assertThat(pending.path("orderData").path("orderid").asText()).isEqualTo(id);
        assertThat(pending.path("orderData").path("orderstatus").asText()).isEqualTo("open pending");
        assertThat(next(updates).path("order-status").asText()).isEqualTo("AB01");
        JsonNode complete = next(updates);
        assertThat(complete.path("order-status").asText()).isEqualTo("AB05");
        JsonNode order = complete.path("orderData");
        assertThat(order.path("filledshares").asText()).isEqualTo("10");
        assertThat(order.path("unfilledshares").asText()).isEqualTo("0");
        assertThat(order.path("averageprice").isNumber()).isTrue();
        assertThat(order.path("ordertag").asText()).isEqualTo("mine");
        assertThat(order.path("fillid").asText()).isNotEmpty();
    }

    @Test
    void tellsChangesRejectionsAndCancellations() throws Exception {
        TestClient.Stream updates = client.orderUpdates();
        next(updates);
        String id = place(0.95, "LIMIT", 0);
        assertThat(codes(updates, 2)).containsExactly("AB09", "AB01");
        client.post(
                "order/v1/modifyOrder",
                "{\"variety\":\"NORMAL\",\"orderid\":\"%s\",\"ordertype\":\"LIMIT\",\"price\":%.1f,\"quantity\":\"20\"}"
                        .formatted(id, last() * 0.94));
        assertThat(codes(updates, 3)).containsExactly("AB11", "AB04", "AB01");
        cancel(id);
        assertThat(codes(updates, 1)).containsExactly("AB02");
        place(1.5, "LIMIT", 0);
        next(updates);
        JsonNode rejected = next(updates);
        assertThat(rejected.path("order-status").asText()).isEqualTo("AB03");
        assertThat(rejected.path("orderData").path("text").asText()).contains("execution range");
        cancel(place(1.06, "STOPLOSS_LIMIT", 1.05));
        assertThat(codes(updates, 3)).containsExactly("AB09", "AB10", "AB02");
    }

    @Test
    void answersBothKindsOfPing() throws Exception {
        TestClient.Stream updates = client.orderUpdates();
        next(updates);
        updates.send("ping");
        assertThat(updates.text()).isEqualTo("pong");
        updates.ping("x");
        assertThat(updates.pongs.poll(10, TimeUnit.SECONDS)).isEqualTo("x");
    }

    @Test
    void saysInTheFirstFrameWhyAConnectionIsTurnedAway() throws Exception {
        TestClient.Stream invalid = client.orderUpdates("Bearer nonsense");
        assertThat(next(invalid).path("status-code").asText()).isEqualTo("401");
        assertThat(invalid.ends.poll(10, TimeUnit.SECONDS)).startsWith("close");
        next(client.orderUpdates(client.jwt()));
        next(client.orderUpdates());
        next(client.orderUpdates());
        TestClient.Stream fourth = client.orderUpdates();
        assertThat(next(fourth).path("status-code").asText()).isEqualTo("429");
        assertThat(fourth.ends.poll(10, TimeUnit.SECONDS)).startsWith("close");
        assertThat(simulator.server().orderConnections()).isEqualTo(3);
        assertThatThrownBy(() -> client.orderUpdates("")).hasStackTraceContaining("401");
    }

    @Test
    void convertsPartOfAPosition() throws Exception {
        place(1.01, "LIMIT", 0);
        String body = """
                {"exchange":"NSE","oldproducttype":"INTRADAY","newproducttype":"DELIVERY","tradingsymbol":"SBIN-EQ",
                 "transactiontype":"BUY","quantity":%d,"type":"DAY"}""";
        JsonNode reply = client.post("order/v1/convertPosition", body.formatted(4));
        assertThat(reply.path("status").asBoolean()).isTrue();
        assertThat(reply.path("data").isNull()).isTrue();
        JsonNode positions = client.get("order/v1/getPosition").path("data");
        assertThat(positions.get(0).path("netqty").asText()).isEqualTo("6");
        assertThat(positions.get(1).path("netqty").asText()).isEqualTo("4");
        assertThat(positions.get(1).path("producttype").asText()).isEqualTo("DELIVERY");
        assertThat(client.post("order/v1/convertPosition", body.formatted(7))
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB1017");
    }
}
