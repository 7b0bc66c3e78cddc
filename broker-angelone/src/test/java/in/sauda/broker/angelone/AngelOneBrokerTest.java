package in.sauda.broker.angelone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import in.sauda.broker.angelone.rest.AngelOneEndpoints;
import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.CredentialField;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OrderType;
import in.sauda.core.domain.Validity;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AngelOneBrokerTest {
    private final Broker broker = new AngelOneBroker();

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(Broker.class).stream().map(ServiceLoader.Provider::type))
                .contains(AngelOneBroker.class);
    }

    @Test
    void offersNothingTheBrokerProhibits() {
        assertThat(broker.capabilities().orderTypes()).containsExactlyInAnyOrder(OrderType.LIMIT, OrderType.STOP_LIMIT);
        assertThat(broker.capabilities().validities()).containsExactly(Validity.DAY);
        assertThat(broker.capabilities().ordersPerSecond()).isEqualTo(9);
        assertThat(broker.capabilities().feedConnections()).isEqualTo(3);
        assertThat(broker.capabilities().subscriptionsPerConnection()).isEqualTo(1000);
        assertThat(broker.capabilities().historyDaysPerCall())
                .containsEntry(Timeframe.M1, 30)
                .containsEntry(Timeframe.H1, 400)
                .containsEntry(Timeframe.D1, 2000);
    }

    @Test
    void explainsEveryFieldOfTheLoginForm() {
        assertThat(broker.credentialFields())
                .extracting(CredentialField::name)
                .containsExactly("clientcode", "password", "apiKey", "totpSecret");
        assertThat(broker.credentialFields())
                .allSatisfy(field -> assertThat(field.help()).isNotBlank());
    }

    @Test
    void usesTheBrokersOwnAddressesUnlessToldOtherwise() throws Exception {
        AngelOneEndpoints own = AngelOneEndpoints.of(Map.of());
        assertThat(own.rest()).isEqualTo("https://apiconnect.angelone.in");
        assertThat(own.stream()).isEqualTo("wss://smartapisocket.angelone.in/smart-stream");
        assertThat(own.overridden()).isFalse();

        AngelOneEndpoints local =
                AngelOneEndpoints.of(Map.of("rest", "http://127.0.0.1:8080/", "stream", "ws://127.0.0.1:8080/x"));
        assertThat(local.rest()).isEqualTo("http://127.0.0.1:8080");
        assertThat(local.overridden()).isTrue();
        assertThat(local.loopback()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://127.0.0.1:80,   '',                     together
            '',                    ws://127.0.0.1:80,      together
            http://127.0.0.1:80,   wss://example.org/x,    both
            http://example.org,    ws://example.org/x,     encrypted
            not an address,        ws://127.0.0.1/x,       address
            """)
    void refusesAddressesThatWouldLeakOrMixUpTokens(String rest, String stream, String word) {
        BrokerException refused = catchThrowableOfType(
                BrokerException.class, () -> AngelOneEndpoints.of(Map.of("rest", rest, "stream", stream)));

        assertThat(refused.failure().sentence()).contains(word);
        assertThat(refused.failure().code()).isEqualTo("ENDPOINT");
    }
}
