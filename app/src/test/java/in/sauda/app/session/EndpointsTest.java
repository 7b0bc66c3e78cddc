package in.sauda.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.broker.BrokerId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private static final BrokerId ANGEL = new BrokerId("angelone");

    @Test
    void readsOverridesFromTheEnvironmentAndIgnoresBlankOnes() {
        Map<String, String> environment =
                Map.of("SAUDA_ANGELONE_REST", " http://127.0.0.1:8787 ", "SAUDA_ANGELONE_STREAM", " ");
        assertThat(Endpoints.of(ANGEL, environment::get)).containsExactly(Map.entry("rest", "http://127.0.0.1:8787"));
    }

    @Test
    void knowsAServerOnThisComputerFromTheBroker() {
        assertThat(Endpoints.onLoopback(Map.of("rest", "http://127.0.0.1:8787")))
                .isTrue();
        assertThat(Endpoints.onLoopback(Map.of("rest", "http://localhost:1/x"))).isTrue();
        assertThat(Endpoints.onLoopback(Map.of("rest", "http://[::1]:1"))).isTrue();
        assertThat(Endpoints.onLoopback(Map.of("rest", "https://proxy.example.in")))
                .isFalse();
        assertThat(Endpoints.onLoopback(Map.of())).isFalse();
    }
}
