package in.sauda.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.app.testkit.FakeTerminal;
import in.sauda.app.testkit.ManualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class MetricsServerTest {
    @Test
    void servesTheFiguresOfTheRunningCore() throws Exception {
        FakeTerminal terminal = new FakeTerminal(new ManualTime());
        try (MetricsServer server = MetricsServer.open(0)) {
            assertThat(page(server)).doesNotContain("sauda_");
            server.show(terminal);
            assertThat(page(server).lines())
                    .contains(
                            "# TYPE sauda_ticks_total counter",
                            "sauda_ticks_total " + (double) terminal.status().ticks(),
                            "sauda_orders_working " + (double) terminal.status().ordersWorking(),
                            "sauda_health{sauda_health=\""
                                    + terminal.health().status().name() + "\"} 1");
        }
    }

    @Test
    void leavesOutWhatIsNotKnown() throws Exception {
        FakeTerminal terminal = new FakeTerminal(new ManualTime());
        try (MetricsServer server = MetricsServer.open(0)) {
            server.show(terminal);
            assertThat(page(server).contains("sauda_feed_age_seconds"))
                    .isEqualTo(terminal.status().feedAgeNanos() >= 0);
            assertThat(page(server).contains("sauda_clock_skew_seconds"))
                    .isEqualTo(terminal.status().clockSkewMillis() != Long.MIN_VALUE);
        }
    }

    @Test
    void saysWhenThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> MetricsServer.open(other.getLocalPort()).close())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot use port " + other.getLocalPort());
        }
    }

    private static String page(MetricsServer server) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> reply = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/metrics"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).isEqualTo(200);
            return reply.body();
        }
    }
}
