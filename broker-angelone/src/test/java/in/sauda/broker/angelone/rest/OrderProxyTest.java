package in.sauda.broker.angelone.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sauda.broker.angelone.MockBroker;
import in.sauda.broker.angelone.rest.HttpTransport.Patience;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.support.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Order calls alone go through the order proxy, and nothing gets around it.
class OrderProxyTest {
    private final MockBroker broker;
    private final int port;

    OrderProxyTest() throws Exception {
        broker = new MockBroker();
        port = URI.create(broker.rest()).getPort();
        for (Endpoint endpoint : Endpoint.values()) {
            broker.always(endpoint, MockBroker.ok("null"));
        }
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private HttpTransport transport(String proxy) throws BrokerException {
        Map<String, String> endpoints = new HashMap<>();
        endpoints.put("rest", broker.rest());
        endpoints.put("stream", broker.stream());
        endpoints.put("orderproxy", proxy);
        return new HttpTransport(
                AngelOneEndpoints.of(endpoints), "key", new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5)));
    }

    private static Reply send(HttpTransport transport, Endpoint endpoint) {
        return transport.exchange(endpoint, endpoint.path(), JsonNodeFactory.instance.objectNode(), "jwt");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyOrderCallsPassTheProxy(boolean socks) throws Exception {
        try (TinyProxy proxy = new TinyProxy(socks, "geheim", port);
                HttpTransport transport =
                        transport((socks ? "socks5" : "http") + "://trader:geheim@127.0.0.1:" + proxy.port())) {
            for (Endpoint endpoint : Endpoint.values()) {
                int before = proxy.asked.size();
                assertThat(send(transport, endpoint)).as(endpoint.name()).isInstanceOf(Reply.Success.class);
                if (!endpoint.order()) {
                    assertThat(proxy.asked).as(endpoint.name()).hasSize(before);
                }
            }
            if (socks) {
                assertThat(proxy.asked).contains("user trader").anyMatch(line -> line.startsWith("connect"));
            } else {
                assertThat(proxy.asked)
                        .anyMatch(line ->
                                line.startsWith("POST") && line.contains("/placeOrder") && line.endsWith("password"));
                assertThat(broker.paths())
                        .as("only a proxy is asked for whole addresses")
                        .anyMatch(path -> path.startsWith("http://") && path.endsWith("/gtt/v1/createRule"));
            }
            assertThat(broker.requests(Endpoint.PLACE_ORDER)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Endpoint.class,
            names = {"PLACE_ORDER", "MODIFY_ORDER", "CANCEL_ORDER", "CREATE_RULE", "MODIFY_RULE", "CANCEL_RULE"})
    void theseAreTheOrderCalls(Endpoint endpoint) {
        assertThat(endpoint.order()).isTrue();
        assertThat(endpoint.read()).as("never repeated").isFalse();
    }

    /// An encrypted server is reached by CONNECT, so that the proxy sees a host and nothing else.
    @Test
    void tunnelsEncryptedCalls() throws Exception {
        try (TinyProxy proxy = new TinyProxy(false, "", port)) {
            Map<String, String> endpoints = Map.of(
                    "rest", "https://localhost:" + port,
                    "stream", broker.stream(),
                    "orderproxy", "http://127.0.0.1:" + proxy.port());
            try (HttpTransport transport = new HttpTransport(
                    AngelOneEndpoints.of(endpoints),
                    "key",
                    new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5)))) {
                Reply reply = send(transport, Endpoint.PLACE_ORDER);
                assertThat(proxy.asked).contains("CONNECT localhost:" + port + " HTTP/1.1");
                assertThat(reply)
                        .isInstanceOfSatisfying(
                                Reply.Failure.class,
                                failure -> assertThat(failure.mayHaveArrived())
                                        .as("the handshake failed before the order left")
                                        .isFalse());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://127.0.0.1:1", "http://127.0.0.1:1"})
    void aProxyThatIsDownNeverLeadsAnOrderAnotherWay(String proxy) throws Exception {
        try (HttpTransport transport = transport(proxy)) {
            assertThat(send(transport, Endpoint.PLACE_ORDER)).isInstanceOfSatisfying(Reply.Failure.class, failure -> {
                assertThat(failure.failure().code()).isEqualTo("ORDER_PROXY");
                assertThat(failure.mayHaveArrived()).isFalse();
            });
            assertThat(send(transport, Endpoint.ORDER_BOOK)).isInstanceOf(Reply.Success.class);
        }
        assertThat(broker.requests(Endpoint.PLACE_ORDER)).isEmpty();
    }

    @Test
    void aWrongPasswordIsADefiniteNo() throws Exception {
        try (TinyProxy proxy = new TinyProxy(true, "geheim", port);
                HttpTransport transport = transport("socks5://trader:falsch@127.0.0.1:" + proxy.port())) {
            assertThat(send(transport, Endpoint.PLACE_ORDER)).isInstanceOfSatisfying(Reply.Failure.class, failure -> {
                assertThat(failure.failure().sentence()).contains("password");
                assertThat(failure.mayHaveArrived()).isFalse();
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"ftp://host:1", "socks5://gate", "http://:80", "host:80", "'no address'", "socks5://gate:70000"})
    void refusesWhatIsNoProxyWithoutRepeatingIt(String setting) {
        BrokerException refused = catchThrowableOfType(BrokerException.class, () -> OrderProxy.parse(setting));
        assertThat(refused.failure().code()).isEqualTo("ORDER_PROXY");
        assertThat(refused.failure().sentence()).doesNotContain(setting);
    }

    @Test
    void neverPrintsItsPassword() throws Exception {
        assertThat(OrderProxy.parse("http://u:secret@h:1").orElseThrow().toString())
                .doesNotContain("secret");
        assertThat(OrderProxy.parse(" ")).isEmpty();
    }
}
