package in.sauda.core.broker;

/// One line of a broker's login form.
///
/// @param name key in {@link Credentials}
/// @param label what the form shows
/// @param secret hide what is typed
/// @param help where the user finds the value
/// @param required false when the field may stay empty
public record CredentialField(String name, String label, boolean secret, String help, boolean required) {
    /// A field that must be filled in.
    public CredentialField(String name, String label, boolean secret, String help) {
        this(name, label, secret, help, true);
    }
}
