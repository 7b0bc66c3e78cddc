package in.sauda.core.secrets;

import java.util.Optional;

/// Keeps a user's secrets between two starts. Every call may block, a keychain even for as long as the system asks the
/// user, so none belongs on the user-interface thread. Safe from any thread.
public interface SecretStore {
    /// Where secrets are, for people, e.g. {@code macOS Keychain}.
    String place();

    /// @throws SecretStoreException when the store cannot be read
    Optional<String> get(SecretName name) throws SecretStoreException;

    /// Keeps a secret, replacing an older one; it is on disk when this returns.
    ///
    /// @throws SecretStoreException when it was not kept
    void put(SecretName name, String value) throws SecretStoreException;

    /// Forgets a secret; one that is not there is forgotten already.
    ///
    /// @throws SecretStoreException when it may still be there
    void remove(SecretName name) throws SecretStoreException;
}
