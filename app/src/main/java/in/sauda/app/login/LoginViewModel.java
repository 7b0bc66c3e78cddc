package in.sauda.app.login;

import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.CredentialField;
import in.sauda.core.broker.Credentials;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One broker's login form. Secrets live in its fields only until the login succeeded. FX thread only.
public final class LoginViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(LoginViewModel.class);

    /// What the form says after a failed login.
    public record Failure(String sentence, String nextStep, String code) {}

    private final Broker broker;
    private final SignIn signIn;
    private final Executor ui;
    private final Map<String, StringProperty> values = new LinkedHashMap<>();
    private final Map<String, ReadOnlyObjectWrapper<String>> errors = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();

    public LoginViewModel(Broker broker, SignIn signIn, Executor ui) {
        this.broker = broker;
        this.signIn = signIn;
        this.ui = ui;
        for (CredentialField field : broker.credentialFields()) {
            StringProperty value = new SimpleStringProperty("");
            ReadOnlyObjectWrapper<String> error = new ReadOnlyObjectWrapper<>("");
            value.addListener(ignored -> error.set(""));
            values.put(field.name(), value);
            errors.put(field.name(), error);
        }
    }

    public Broker broker() {
        return broker;
    }

    public StringProperty value(CredentialField field) {
        return Objects.requireNonNull(values.get(field.name()));
    }

    /// What is wrong with a field; empty when nothing is, or when nobody has asked yet.
    public ReadOnlyObjectProperty<String> error(CredentialField field) {
        return errorOf(field).getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// Checks the fields and logs in. Ignored while a login is under way.
    public void submit() {
        if (busy.get() || !validate()) {
            return;
        }
        busy.set(true);
        failure.set(null);
        Map<String, String> typed = new LinkedHashMap<>();
        values.forEach((name, value) -> typed.put(name, value.get().strip()));
        CompletableFuture<?> _ =
                signIn.open(broker, new Credentials(typed)).whenCompleteAsync((ignored, problem) -> done(problem), ui);
    }

    /// Checks one field, as when the user leaves it.
    public boolean validate(CredentialField field) {
        String problem = problem(field, value(field).get().strip());
        errorOf(field).set(problem);
        return problem.isEmpty();
    }

    private boolean validate() {
        boolean good = true;
        for (CredentialField field : broker.credentialFields()) {
            good &= validate(field);
        }
        return good;
    }

    private static String problem(CredentialField field, String value) {
        if (value.isEmpty()) {
            return field.label() + " is needed.";
        }
        return value.chars().anyMatch(Character::isISOControl)
                ? field.label() + " contains a character that cannot be typed; paste it again."
                : "";
    }

    private void done(@Nullable Throwable problem) {
        busy.set(false);
        if (problem == null) {
            values.values().forEach(value -> value.set(""));
            return;
        }
        failure.set(explain(problem));
    }

    private Failure explain(Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        if (cause instanceof BrokerException refused) {
            BrokerFailure told = refused.failure();
            LOG.info("Login at {} failed: {}", broker.id(), told.code());
            return new Failure(told.sentence(), told.nextStep(), told.code());
        }
        LOG.warn("Login at {} failed unexpectedly", broker.id(), cause);
        return new Failure(
                "The login could not be completed.", "Look into the log file, or run “sauda doctor”.", "LOGIN-1");
    }

    private ReadOnlyObjectWrapper<String> errorOf(CredentialField field) {
        return Objects.requireNonNull(errors.get(field.name()));
    }
}
