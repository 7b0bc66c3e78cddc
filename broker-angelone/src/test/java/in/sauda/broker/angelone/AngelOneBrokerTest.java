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
                .containsExactly("clientcode", "password", "apiKey", "registeredIp", "totpSecret", "totp");
        assertThat(broker.credentialFields())
                .allSatisfy(field -> assertThat(field.help()).isNotBlank());
        assertThat(broker.loginSteps().stream().flatMap(step -> step.fields().stream()))
                .containsExactlyElementsOf(broker.credentialFields().stream()
                        .map(CredentialField::name)
                        .toList());
        assertThat(broker.loginSteps())
                .allSatisfy(step -> assertThat(step.words()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "clientcode, A123456, true",
        "clientcode, AAAJ123456, true",
        "clientcode, 9876543210, false",
        "clientcode, trader@example.com, false",
        "password, 0042, true",
        "password, 12345, false",
        "apiKey, Xk3dP0aQ, true",
        "apiKey, 'two words', false",
        "totpSecret, GEZD gnbv-GY3TQOJQ, true",
        "totpSecret, 123456, false",
        "registeredIp, 203.0.113.7, true",
        "registeredIp, home.example.org, false",
        "totp, 012345, true",
        "totp, 12345, false"
    })
    void knowsWhatAValueLooksLike(String name, String value, boolean fits) {
        CredentialField field = broker.credentialFields().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(field.format().matches(value)).isEqualTo(fits);
        assertThat(field.format().sentence()).isNotBlank();
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
