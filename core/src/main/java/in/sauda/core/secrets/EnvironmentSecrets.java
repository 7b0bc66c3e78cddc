package in.sauda.core.secrets;

import in.sauda.core.broker.Broker;
import in.sauda.core.broker.CredentialField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Credentials from environment variables, for computers without a keychain and for scripts. A stored or typed value
/// always comes before them.
public final class EnvironmentSecrets {
    private final UnaryOperator<@Nullable String> environment;

    public EnvironmentSecrets(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    public static EnvironmentSecrets ofThisProcess() {
        return new EnvironmentSecrets(System::getenv);
    }

    /// What the environment says, by field name; fields it does not mention are absent.
    public Map<String, String> of(Broker broker) {
        Map<String, String> found = new LinkedHashMap<>();
        for (CredentialField field : broker.credentialFields()) {
            String value = field.environment().isEmpty() ? null : environment.apply(field.environment());
            if (value != null && !value.isBlank()) {
                found.put(field.name(), value.strip());
                if (field.secret()) {
                    Redaction.know(value);
                }
            }
        }
        return found;
    }
}
