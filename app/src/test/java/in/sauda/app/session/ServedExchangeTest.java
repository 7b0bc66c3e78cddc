package in.sauda.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.broker.Credentials;
import in.sauda.core.time.TimeSource;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServedExchangeTest {
    private static final ServedExchange SERVED = new ServedExchange(
            Map.of(
                    "rest",
                    "http://127.0.0.1:1",
                    "stream",
                    "ws://127.0.0.1:1/smart-stream",
                    "orderUpdates",
                    "ws://127.0.0.1:1/smart-order-update",
                    "master",
                    "http://127.0.0.1:1/m"),
            new Credentials(Map.of("clientcode", "D1", "password", "1234", "apiKey", "key", "totpSecret", "GEZDGNBV")),
            LocalDate.of(2026, 11, 20),
            1_000_000,
            5_000,
            20);

    @Test
    void survivesItsOwnLine() {
        assertThat(ServedExchange.parse(SERVED.toJson())).isEqualTo(SERVED);
    }

    @Test
    void findsTheSecondWireOrSaysThatThereIsNone() {
        String upstox = "{\"rest\":\"http://127.0.0.1:2\",\"orders\":\"http://127.0.0.1:3\","
                + "\"master\":\"http://127.0.0.1:2/m\",\"accessToken\":\"token\"}";
        String line = SERVED.toJson();
        DemoWire wire = ServedUpstox.parse(line.substring(0, line.length() - 1) + ",\"upstox\":" + upstox + "}");
        assertThat(wire.endpoints())
                .containsEntry("orders", "http://127.0.0.1:3")
                .containsKeys("rest", "master");
        assertThat(wire.credentials().get("accessToken")).isEqualTo("token");
        assertThatThrownBy(() -> ServedUpstox.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The exchange does not speak Upstox' wire; serve it with 'sauda simulate --broker both'.");
    }

    @Test
    void runsMarketTimeOnAtItsSpeed() {
        TimeSource threeSecondsLater = new TimeSource() {
            @Override
            public long wallMillis() {
                return 8_000;
            }

            @Override
            public long nanos() {
                return 0;
            }
        };
        assertThat(SERVED.clock(threeSecondsLater).millis()).isEqualTo(1_060_000);
    }

    @Test
    void refusesAnythingElseInOneSentence() {
        for (String wrong : new String[] {"", "{}", "[]", "http://127.0.0.1:8787", "{\"rest\":\"x\"}"}) {
            assertThatThrownBy(() -> ServedExchange.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("The exchange must be the line 'sauda simulate' printed");
        }
    }
}
