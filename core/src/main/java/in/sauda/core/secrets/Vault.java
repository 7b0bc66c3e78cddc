package in.sauda.core.secrets;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where this computer keeps secrets: its keychain, or an encrypted file in the home folder where there is none.
///
/// The keychain is asked for once, when it is first needed, because the system may take its time. Safe from any
/// thread.
public final class Vault {
    /// {@code off} keeps secrets in the encrypted file although there is a keychain.
    public static final String KEYCHAIN_VARIABLE = "SAUDA_KEYCHAIN";

    private final Supplier<Optional<SecretStore>> opener;
    private final EncryptedFileStore file;
    private Optional<SecretStore> keychain = Optional.empty();
    private boolean asked;

    public Vault(Supplier<Optional<SecretStore>> opener, EncryptedFileStore file) {
        this.opener = opener;
        this.file = file;
    }

    /// @param keychainSwitch value of {@link #KEYCHAIN_VARIABLE}, null when it is not set
    public static Vault of(Path home, @Nullable String keychainSwitch) {
        EncryptedFileStore file = new EncryptedFileStore(home.resolve("secrets.json"), new SecureRandom());
        return new Vault("off".equalsIgnoreCase(keychainSwitch) ? Optional::empty : Keychain::open, file);
    }

    /// The system's keychain, where there is one. Blocks the first time.
    public synchronized Optional<SecretStore> keychain() {
        if (!asked) {
            keychain = opener.get();
            asked = true;
        }
        return keychain;
    }

    /// The store in use. Blocks the first time.
    public SecretStore store() {
        return keychain().orElse(file);
    }

    public EncryptedFileStore file() {
        return file;
    }

    /// True when secrets go to the file and its passphrase has not been given. Blocks the first time.
    public boolean locked() {
        return keychain().isEmpty() && file.locked();
    }
}
