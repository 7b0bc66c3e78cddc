package in.sauda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import in.sauda.simulator.market.MarketFixture;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountWireTest {
    private static final String SBIN = "3045";

    private WireFixture wire;

    @BeforeEach
    void start() throws Exception {
        wire = new WireFixture(LocalTime.of(10, 0), 1);
    }

    private void restart(LocalTime at) throws Exception {
        stop();
        wire = new WireFixture(at, 1);
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    @Test
    void chargesTheAccountWhatTheEstimateSaid() throws Exception {
        double cash = wire.fund("availablecash");
        JsonNode placed = wire.place("SBIN-EQ", SBIN, "BUY", "DELIVERY", wire.last(SBIN) * 1.01, 50);
        double paid = wire.details(placed).path("averageprice").asDouble();
        String estimate = String.format(Locale.ENGLISH, """
                {"orders":[{"product_type":"DELIVERY","transaction_type":"BUY","quantity":"50","price":"%.4f",
                 "exchange":"NSE","symbol_name":"SBIN","token":"3045"}]}""", paid);
        JsonNode charges =
                wire.client.post("brokerage/v1/estimateCharges", estimate).path("data");
        double total = charges.path("summary").path("total_charges").asDouble();
        assertThat(total).isBetween(20.0, 100.0);
        assertThat(charges.path("charges").size()).isOne();
        assertThat(charges.path("summary").path("breakup").get(0).path("name").asText())
                .isEqualTo("Angel One Brokerage");
        assertThat(wire.fund("availablecash")).isCloseTo(cash - 50 * paid - total, within(0.011));
    }

    @Test
    void tiesUpWhatTheMarginBatchSaid() throws Exception {
        double price = Math.floor(wire.last(SBIN) * 0.98 * 10) / 10;
        String batch = String.format(Locale.ENGLISH, """
                {"positions":[{"exchange":"NSE","qty":100,"price":%.1f,"productType":"INTRADAY","token":"3045",
                 "tradeType":"BUY"}]}""", price);
        double margin = wire.client
                .post("margin/v1/batch", batch)
                .path("data")
                .path("totalMarginRequired")
                .asDouble();
        wire.place("SBIN-EQ", SBIN, "BUY", "INTRADAY", price, 100);
        assertThat(wire.fund("utiliseddebits")).isCloseTo(margin, within(0.011));
        assertThat(wire.client
                        .post("margin/v1/batch", "{\"positions\":[]}")
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB1004");
    }

    @Test
    void sellingHoldingsShrinksThemAndPays() throws Exception {
        JsonNode holding = holding("ITC-EQ");
        String token = holding.path("symboltoken").asText();
        double before = wire.fund("availablecash");
        JsonNode sold = wire.place("ITC-EQ", token, "SELL", "DELIVERY", wire.last(token) * 0.99, 150);
        assertThat(wire.details(sold).path("status").asText()).isEqualTo("complete");
        assertThat(holding("ITC-EQ").path("quantity").asLong())
                .isEqualTo(holding.path("quantity").asLong() - 150);
        double proceeds = 150 * wire.details(sold).path("averageprice").asDouble();
        assertThat(wire.fund("availablecash")).isBetween(before + proceeds - 150, before + proceeds);
        assertThat(wire.fund("utiliseddebits")).isZero();
    }

    private JsonNode holding(String symbol) throws Exception {
        for (JsonNode row : wire.client.get("portfolio/v1/getHolding").path("data")) {
            if (row.path("tradingsymbol").asText().equals(symbol)) {
                return row;
            }
        }
        throw new AssertionError(symbol + " is not held");
    }

    @Test
    void ordersBeforeTheSessionWaitForIt() throws Exception {
        restart(LocalTime.of(8, 50));
        JsonNode placed = wire.place("SBIN-EQ", SBIN, "BUY", "INTRADAY", wire.last(SBIN) * 1.02, 10);
        assertThat(placed.path("data").path("orderid").asText()).matches("1120[0-9a-f]{8}AO");
        JsonNode order = wire.details(placed);
        assertThat(order.path("variety").asText()).isEqualTo("AMO");
        assertThat(order.path("status").asText()).isEqualTo("after market order req received");
        String cancel = "{\"variety\":\"NORMAL\",\"orderid\":\""
                + placed.path("data").path("orderid").asText() + "\"}";
        assertThat(wire.client
                        .post("order/v1/cancelOrder", cancel)
                        .path("message")
                        .asText())
                .contains("08:45");
        wire.simulator.clock().jumpTo(MarketFixture.DAY.atTime(9, 16));
        Await.until(
                "the order trades in its session",
                () -> wire.details(placed).path("status").asText().equals("complete"));
    }

    @Test
    void sharesUnderSurveillanceNeedConsent() throws Exception {
        JsonNode listed = wire.client.get("securities/v1/cautionaryScrips").path("data");
        assertThat(listed.isArray()).isTrue();
        assertThat(listed.findValuesAsText("symbol")).contains("RELINFRA-BE");
        String token = "4791";
        JsonNode placed = wire.place("RELINFRA-BE", token, "BUY", "DELIVERY", wire.last(token), 1);
        assertThat(wire.details(placed).path("text").asText()).contains("scripconsent");
    }

    @Test
    void ordersFromAnUnregisteredAddressAreRefusedReadsAreNot() throws Exception {
        wire.simulator.server().registerAddress(Optional.of("203.0.113.9"));
        JsonNode refused = wire.place("SBIN-EQ", SBIN, "BUY", "INTRADAY", 800, 1);
        assertThat(refused.has("status")).isFalse();
        assertThat(refused.path("errorCode").asText()).isEqualTo("AG7002");
        assertThat(wire.client.get("user/v1/getRMS").path("status").asBoolean()).isTrue();
        wire.simulator.server().registerAddress(Optional.of("127.0.0.1"));
        assertThat(wire.place("SBIN-EQ", SBIN, "BUY", "INTRADAY", 800, 1)
                        .path("status")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void loginsEndAtMidnightOfTheExchange() throws Exception {
        restart(LocalTime.of(23, 0));
        assertThat(wire.client.get("user/v1/getProfile").path("status").asBoolean())
                .isTrue();
        wire.simulator.clock().jumpTo(MarketFixture.DAY.plusDays(1).atTime(0, 0, 1));
        assertThat(wire.client.get("user/v1/getProfile").path("errorCode").asText())
                .isEqualTo("AG8002");
        assertThat(TestClient.json(wire.client.send(
                                "POST",
                                "/rest/auth/angelbroking/jwt/v1/generateTokens",
                                "{\"refreshToken\":\"" + wire.client.refreshToken() + "\"}"))
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB8051");
        assertThat(wire.client.login().path("status").asBoolean()).isTrue();
        assertThat(wire.client.get("user/v1/getProfile").path("status").asBoolean())
                .isTrue();
    }

    @Test
    void tokensHaveTheBrokersAnatomy() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode payload = json.readTree(part(wire.client.jwt(), 1));
        assertThat(new String(part(wire.client.jwt(), 0), StandardCharsets.US_ASCII))
                .isEqualTo("{\"alg\":\"HS512\"}");
        assertThat(payload.path("usertype").asText()).isEqualTo("USER");
        assertThat(json.readTree(part(payload.path("token").asText(), 1))
                        .path("user_type")
                        .asText())
                .isEqualTo("client");
    }

    private static byte[] part(String token, int index) {
        List<String> parts = List.of(token.split("\\.", -1));
        return Base64.getUrlDecoder().decode(parts.get(index));
    }
}
