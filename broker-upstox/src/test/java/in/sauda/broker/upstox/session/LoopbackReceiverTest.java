package in.sauda.broker.upstox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.broker.BrokerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackReceiverTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    @Test
    void takesTheCodeOfTheVisitWithOurStateAndOfNoOther() throws Exception {
        try (LoopbackReceiver receiver = LoopbackReceiver.open("http://127.0.0.1/upstox")) {
            CompletableFuture<Optional<String>> code = CompletableFuture.supplyAsync(() -> await(receiver));
            assertThat(visit(receiver, "?code=stolen&state=theirs")).isEqualTo(404);
            assertThat(visit(receiver, "?code=stolen")).isEqualTo(404);
            assertThat(visit(receiver, "favicon.ico")).isEqualTo(404);
            assertThat(code).isNotDone();
            assertThat(visit(receiver, "?code=mk404x&state=ours")).isEqualTo(200);
            assertThat(code.get(10, TimeUnit.SECONDS)).contains("mk404x");
        }
    }

    @Test
    void givesUpWhenNobodyComes() throws Exception {
        try (LoopbackReceiver receiver = LoopbackReceiver.open("http://localhost/upstox")) {
            assertThat(receiver.await("ours", TimeUnit.MILLISECONDS.toNanos(20)))
                    .isEmpty();
        }
    }

    @Test
    void keepsTheRegisteredAddressAndSaysWhenItsPortIsTaken() throws Exception {
        try (LoopbackReceiver any = LoopbackReceiver.open("http://127.0.0.1/upstox")) {
            String taken = any.redirect().toString();
            assertThat(taken).matches("http://127\\.0\\.0\\.1:\\d+/upstox");
            assertThatThrownBy(() -> LoopbackReceiver.open(taken))
                    .isInstanceOfSatisfying(
                            BrokerException.class,
                            refused -> assertThat(refused.failure().code()).isEqualTo(LoopbackReceiver.PORT_TAKEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.in/upstox", "http://192.168.1.4:80/x", "not an address", ""})
    void refusesAnAddressThatIsNotThisComputer(String address) {
        assertThatThrownBy(() -> LoopbackReceiver.open(address)).isInstanceOf(BrokerException.class);
    }

    private static Optional<String> await(LoopbackReceiver receiver) {
        try {
            return receiver.await("ours", PATIENCE);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static int visit(LoopbackReceiver receiver, String query) throws Exception {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            URI page = URI.create(receiver.redirect() + query);
            return browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
