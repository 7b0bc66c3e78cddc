package in.sauda.core.secrets;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import in.sauda.core.secrets.SecretStoreException.Reason;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The operating system's keychain: Windows Credential Manager, macOS Keychain, Secret Service on Linux.
public final class Keychain implements SecretStore {
    private static final Logger LOG = LoggerFactory.getLogger(Keychain.class);
    private static final String SERVICE = "Sauda";
    private static final String UNLOCK = "Unlock the keychain of this computer and try again.";

    private final Keyring keyring;

    private Keychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /// Opens the keychain of this computer; empty where there is none. Blocks.
    public static Optional<SecretStore> open() {
        try {
            return Optional.of(new Keychain(Keyring.create()));
        } catch (BackendNotSupportedException | RuntimeException | LinkageError absent) {
            // The library reports a missing bus or native library in whatever way its backend happens to fail.
            LOG.info("No keychain on this computer: {}", absent.toString());
            return Optional.empty();
        }
    }

    @Override
    public String place() {
        KeyringStorageType type = keyring.getKeyringStorageType();
        return switch (type) {
            case WINDOWS_CREDENTIAL_STORE -> "Windows Credential Manager";
            case OSX_KEYCHAIN, LEGACY_OSX_KEYCHAIN -> "macOS Keychain";
            case GNOME_KEYRING, KWALLET -> "the desktop's keyring (Secret Service)";
        };
    }

    /// The library does not tell an absent secret from one it may not read, so absence is what a store that answers
    /// otherwise means by failing.
    @Override
    public Optional<String> get(SecretName name) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, name.account()));
        } catch (PasswordAccessException | RuntimeException absent) {
            LOG.debug("The keychain has no {}: {}", name.account(), absent.toString());
            return Optional.empty();
        }
    }

    @Override
    public void put(SecretName name, String value) throws SecretStoreException {
        try {
            keyring.setPassword(SERVICE, name.account(), value);
        } catch (PasswordAccessException | RuntimeException refused) {
            throw new SecretStoreException(Reason.NOT_WRITTEN, place() + " did not keep the secret.", UNLOCK, refused);
        }
        if (!get(name).equals(Optional.of(value))) {
            throw new SecretStoreException(
                    Reason.NOT_WRITTEN, place() + " took the secret but does not give it back.", UNLOCK);
        }
    }

    @Override
    public void remove(SecretName name) throws SecretStoreException {
        if (get(name).isEmpty()) {
            return;
        }
        try {
            keyring.deletePassword(SERVICE, name.account());
        } catch (PasswordAccessException | RuntimeException refused) {
            throw new SecretStoreException(
                    Reason.NOT_WRITTEN, place() + " did not forget the secret.", UNLOCK, refused);
        }
    }
}
