package in.sauda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GttWireTest {
    private static final String SBIN = "3045";
    private static final String ROOT = "gtt/v1/";

    private WireFixture wire;

    @BeforeEach
    void start() throws Exception {
        wire = new WireFixture(LocalTime.of(10, 0), 5);
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    private static String rule(double price, double trigger) {
        return String.format(Locale.ENGLISH, """
                {"tradingsymbol":"SBIN-EQ","symboltoken":"3045","exchange":"NSE","transactiontype":"BUY",
                 "producttype":"DELIVERY","price":"%.1f","qty":10,"triggerprice":%.1f,"disclosedqty":"10",
                 "timeperiod":20}""", price, trigger);
    }

    private JsonNode details(String id) throws Exception {
        return wire.client.post(ROOT + "ruleDetails", "{\"id\":\"" + id + "\"}").path("data");
    }

    private String created(double price, double trigger) throws Exception {
        return wire.client
                .post(ROOT + "createRule", rule(price, trigger))
                .path("data")
                .path("id")
                .asText();
    }

    @Test
    void aRuleLivesIsChangedListedAndCancelledUnderBothSpellings() throws Exception {
        double last = wire.last(SBIN);
        String id = created(last * 0.9, last * 0.91);
        Await.until(
                "the rule is watched", () -> details(id).path("status").asText().equals("ACTIVE"));
        assertThat(details(id).path("qty").asText()).isEqualTo("10");
        assertThat(details(id).path("createddate").asText()).matches("2026-11-20T\\d\\d:\\d\\d:\\d\\dZ");
        String change = "{\"id\":\"" + id + "\","
                + rule(last * 0.9, last * 0.92).substring(1).replace("\"qty\":10", "\"qty\":25");
        String prefixed = "/gtt-service/rest/secure/angelbroking/gtt/v1/modifyRule";
        assertThat(TestClient.json(wire.client.send("POST", prefixed, change))
                        .path("data")
                        .path("id")
                        .asText())
                .isEqualTo(id);
        assertThat(details(id).path("qty").asText()).isEqualTo("25");
        String all = "{\"status\":[\"FORALL\"],\"page\":1,\"count\":10}";
        assertThat(wire.client.post(ROOT + "ruleList", all).path("data").size()).isOne();
        String cancel = "{\"id\":\"" + id + "\",\"symboltoken\":\"3045\",\"exchange\":\"NSE\"}";
        assertThat(wire.client.post(ROOT + "cancelRule", cancel).path("status").asBoolean())
                .isTrue();
        assertThat(details(id).path("status").asText()).isEqualTo("CANCELLED");
        assertThat(wire.client
                        .post(ROOT + "ruleList", all.replace("FORALL", "ACTIVE"))
                        .path("data")
                        .size())
                .isZero();
        assertThat(wire.client
                        .post(ROOT + "cancelRule", cancel)
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB9002");
    }

    @Test
    void theTriggerPlacesTheOrder() throws Exception {
        double last = wire.last(SBIN);
        String id = created(last * 1.02, Math.floor(last * 10) / 10);
        wire.simulator.clock().setSpeed(200);
        Await.until(
                "the price crosses", () -> details(id).path("status").asText().equals("SENTTOEXCHANGE"));
        JsonNode book = wire.client.get("order/v1/getOrderBook").path("data");
        assertThat(book.size()).isOne();
        assertThat(book.get(0).path("quantity").asText()).isEqualTo("10");
        assertThat(book.get(0).path("producttype").asText()).isEqualTo("DELIVERY");
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        String good = rule(700, 710);
        assertError(good.replace("\"qty\":10", "\"qty\":0"), "AB9006");
        assertError(good.replace("\"disclosedqty\":\"10\"", "\"disclosedqty\":\"11\""), "AB9007");
        assertError(good.replace("\"price\":\"700.0\"", "\"price\":\"x\""), "AB9008");
        assertError(good.replace("\"triggerprice\":710.0", "\"triggerprice\":0"), "AB9009");
        assertError(good.replace("\"NSE\"", "\"NFO\""), "AB9010");
        assertError(good.replace("\"3045\"", "\"nope\""), "AB9011");
        assertError(good.replace("SBIN-EQ", "SBIN"), "AB9012");
        assertError(good.replace("\"BUY\"", "\"HOLD\""), "AB9014");
        assertError(good.replace("DELIVERY", "INTRADAY"), "AB9015");
        assertError(good.replace("\"timeperiod\":20", "\"timeperiod\":0"), "AB9016");
        assertThat(wire.client
                        .post(ROOT + "ruleDetails", "{\"id\":77}")
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB9013");
        assertThat(wire.client
                        .post(ROOT + "ruleList", "{\"status\":[],\"page\":1,\"count\":1}")
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB9004");
        assertThat(wire.client
                        .post(ROOT + "ruleList", "{\"status\":[\"NEW\"],\"page\":0,\"count\":1}")
                        .path("errorcode")
                        .asText())
                .isEqualTo("AB9017");
    }

    /// The official clients still send it; newer documents leave it out, and then a rule lives for a year.
    @Test
    void aRuleLivesForItsTimePeriod() throws Exception {
        double last = wire.last(SBIN);
        String terms = rule(last * 0.9, last * 0.91);
        assertThat(daysOf(wire.client.post(ROOT + "createRule", terms))).isEqualTo(20);
        assertThat(daysOf(wire.client.post(ROOT + "createRule", lasting(terms, "null"))))
                .isEqualTo(365);
        assertThat(daysOf(wire.client.post(ROOT + "createRule", lasting(terms, "5"))))
                .isEqualTo(5);
        assertThat(daysOf(wire.client.post(ROOT + "createRule", lasting(terms, "\"30\""))))
                .isEqualTo(30);
        assertError(lasting(terms, "366"), "AB9016");
        assertError(lasting(terms, "0"), "AB9016");
        assertError(lasting(terms, "\"soon\""), "AB9016");
    }

    private static String lasting(String terms, String days) {
        return terms.replace("\"timeperiod\":20", "\"timeperiod\":" + days);
    }

    private long daysOf(JsonNode created) throws Exception {
        JsonNode rule = details(created.path("data").path("id").asText());
        return Duration.between(
                        Instant.parse(rule.path("createddate").asText()),
                        Instant.parse(rule.path("expirydate").asText()))
                .toDays();
    }

    private void assertError(String body, String code) throws Exception {
        assertThat(wire.client.post(ROOT + "createRule", body).path("errorcode").asText())
                .isEqualTo(code);
    }
}
