package in.sauda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.simulator.master.Contract;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DerivativeWireTest {
    private WireFixture wire;

    @BeforeAll
    void start() throws Exception {
        wire = new WireFixture(LocalTime.of(11, 0), 1);
    }

    @AfterAll
    void stop() {
        wire.close();
    }

    private JsonNode data(String path, String body) throws Exception {
        return wire.client.post("marketData/v1/" + path, body).path("data");
    }

    @Test
    void greeksAreTextAndMakeSense() throws Exception {
        Contract any = wire.simulator.catalog().options("NIFTY").findFirst().orElseThrow();
        String expiry = DateTimeFormatter.ofPattern("ddMMMuuuu", Locale.ENGLISH)
                .format(Objects.requireNonNull(any.expiry()))
                .toUpperCase(Locale.ENGLISH);
        JsonNode rows = data("optionGreek", "{\"name\":\"NIFTY\",\"expirydate\":\"" + expiry + "\"}");
        assertThat(rows.size()).isGreaterThan(20);
        for (JsonNode row : rows) {
            double delta = Double.parseDouble(row.path("delta").asText());
            boolean call = row.path("optionType").asText().equals("CE");
            assertThat(row.path("delta").isTextual()).isTrue();
            assertThat(call ? delta : -delta).isBetween(0.0, 1.0);
            assertThat(Double.parseDouble(row.path("impliedVolatility").asText()))
                    .isBetween(3.0, 120.0);
        }
        assertThat(wire.client
                        .post("marketData/v1/optionGreek", "{\"name\":\"NIFTY\",\"expirydate\":\"01JAN2020\"}")
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB9019");
    }

    @Test
    void gainersAgreeWithTheQuotes() throws Exception {
        JsonNode rows = data("gainersLosers", "{\"datatype\":\"PercPriceGainers\",\"expirytype\":\"NEAR\"}");
        assertThat(rows.size()).isEqualTo(10);
        JsonNode best = rows.get(0);
        String body = "{\"mode\":\"FULL\",\"exchangeTokens\":{\"NFO\":[\""
                + best.path("symbolToken").asText() + "\"]}}";
        JsonNode quote = wire.client
                .post("market/v1/quote", body)
                .path("data")
                .path("fetched")
                .get(0);
        assertThat(quote.path("tradingSymbol").asText())
                .isEqualTo(best.path("tradingSymbol").asText());
        assertThat(quote.path("percentChange").asDouble())
                .isCloseTo(best.path("percentChange").asDouble(), org.assertj.core.api.Assertions.within(0.3));
        assertThat(wire.client
                        .post("marketData/v1/gainersLosers", "{\"datatype\":\"x\",\"expirytype\":\"NEAR\"}")
                        .path("status")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void buildupFollowsPriceAndInterest() throws Exception {
        JsonNode rows = data("OIBuildup", "{\"datatype\":\"Short Covering\",\"expirytype\":\"NEAR\"}");
        for (JsonNode row : rows) {
            assertThat(Double.parseDouble(row.path("netChange").asText())).isPositive();
            assertThat(Long.parseLong(row.path("netChangeOpnInterest").asText()))
                    .isNegative();
        }
        assertThat(rows.isArray()).isTrue();
    }

    @Test
    void putCallRatiosNameFutures() throws Exception {
        JsonNode rows = wire.client.get("marketData/v1/putCallRatio").path("data");
        assertThat(rows.size()).isGreaterThan(3);
        assertThat(rows.get(0).path("tradingSymbol").asText()).endsWith("FUT");
        assertThat(rows.get(0).path("pcr").asDouble()).isBetween(0.1, 10.0);
    }

    @Test
    void listsIntradayShares() throws Exception {
        JsonNode rows = wire.client.get("marketData/v1/nseIntraday").path("data");
        assertThat(rows.size()).isGreaterThan(100);
        assertThat(rows.get(0).path("Multiplier").isTextual()).isTrue();
    }

    @Test
    void salesAreAuthorisedAsDocumented() throws Exception {
        JsonNode verified = wire.client
                .post("edis/v1/verifyDis", "{\"isin\":\"INE154A01025\",\"quantity\":\"1\"}")
                .path("data");
        String id = verified.path("ReqId").asText();
        assertThat(verified.path("version").asText()).isEqualTo("1.1");
        assertThat(wire.client
                        .post("edis/v1/getTranStatus", "{\"ReqId\":\"" + id + "\"}")
                        .path("data")
                        .path("ResStatus")
                        .asText())
                .isEqualTo("success");
    }
}
