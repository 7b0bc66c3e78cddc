package in.sauda.core.broker;

/// One line of a broker's login form.
///
/// @param name key in {@link Credentials}
/// @param label what the form shows
/// @param secret hide what is typed
/// @param help where the user finds the value
public record CredentialField(String name, String label, boolean secret, String help) {}
