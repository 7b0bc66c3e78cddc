package in.sauda.core.broker;

import java.util.Map;

/// What a user typed into a login form, by {@link CredentialField#name()}. Never printed.
public record Credentials(Map<String, String> values) {
    public Credentials {
        values = Map.copyOf(values);
    }

    /// Returns the value, or an empty string.
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "Credentials[redacted]";
    }
}
