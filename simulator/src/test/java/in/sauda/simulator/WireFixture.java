package in.sauda.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import in.sauda.core.time.SystemTime;
import in.sauda.simulator.market.MarketFixture;
import java.time.LocalTime;
import java.util.Locale;

/// A running simulator and a stranger's client, logged in.
final class WireFixture implements AutoCloseable {
    final SystemTime time = new SystemTime();
    final Simulator simulator;
    final TestClient client;

    WireFixture(LocalTime start, double speed) throws Exception {
        simulator = Simulator.start(
                SimulatorOptions.defaults(MarketFixture.DAY).withStart(start).withSpeed(speed), time);
        simulator.server().setRateLimits(false);
        client = new TestClient(simulator, time);
        client.login();
    }

    double last(String token) throws Exception {
        return client.post("order/v1/getLtpData", "{\"exchange\":\"NSE\",\"symboltoken\":\"" + token + "\"}")
                .path("data")
                .path("ltp")
                .asDouble();
    }

    /// A limit order on a cash share; the price on a grid of 10 paise.
    JsonNode place(String symbol, String token, String side, String product, double price, long quantity)
            throws Exception {
        return client.post(
                "order/v1/placeOrder",
                String.format(Locale.ENGLISH, """
                        {"variety":"NORMAL","tradingsymbol":"%s","symboltoken":"%s","transactiontype":"%s",
                         "exchange":"NSE","ordertype":"LIMIT","producttype":"%s","duration":"DAY","price":%.1f,
                         "quantity":%d}""", symbol, token, side, product, price, quantity));
    }

    JsonNode details(JsonNode placed) throws Exception {
        return client.get("order/v1/details/"
                        + placed.path("data").path("uniqueorderid").asText())
                .path("data");
    }

    double fund(String name) throws Exception {
        return Double.parseDouble(
                client.get("user/v1/getRMS").path("data").path(name).asText());
    }

    @Override
    public void close() {
        client.close();
        simulator.close();
    }
}
