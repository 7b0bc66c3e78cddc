package in.sauda.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.testkit.FakeBroker;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LoginViewModelTest {
    private final List<Credentials> asked = new ArrayList<>();
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private final FakeBroker broker = FakeBroker.withLogin();
    private final LoginViewModel model = new LoginViewModel(
            broker,
            (ignored, credentials) -> {
                asked.add(credentials);
                return answer;
            },
            Runnable::run);

    @Test
    void asksForEveryFieldBeforeItAsksTheBroker() {
        model.submit();
        assertThat(asked).isEmpty();
        assertThat(broker.credentialFields())
                .allSatisfy(field -> assertThat(model.error(field).get()).endsWith("is needed."));
    }

    @Test
    void logsInOnceAndForgetsTheSecrets() {
        fill();
        model.submit();
        model.submit();
        assertThat(asked)
                .singleElement()
                .satisfies(
                        credentials -> assertThat(credentials.get("password")).isEqualTo("secret"));
        assertThat(model.busy().get()).isTrue();
        answer.complete("open");
        assertThat(model.busy().get()).isFalse();
        assertThat(broker.credentialFields())
                .allSatisfy(field -> assertThat(model.value(field).get()).isEmpty());
    }

    @Test
    void explainsARefusal() {
        fill();
        model.submit();
        answer.completeExceptionally(new BrokerException(
                new BrokerFailure.Refused("AB1050", "The TOTP is not valid.", "Check this computer's clock.")));
        assertThat(model.failure().get())
                .isEqualTo(
                        new LoginViewModel.Failure("The TOTP is not valid.", "Check this computer's clock.", "AB1050"));
        assertThat(model.busy().get()).isFalse();
    }

    private void fill() {
        broker.credentialFields().forEach(field -> model.value(field).set(" secret "));
    }
}
