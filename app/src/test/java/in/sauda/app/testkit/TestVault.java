package in.sauda.app.testkit;

import in.sauda.app.login.Accounts;
import in.sauda.app.settings.SettingsStore;
import in.sauda.core.secrets.EncryptedFileStore;
import in.sauda.core.secrets.EnvironmentSecrets;
import in.sauda.core.secrets.SecretName;
import in.sauda.core.secrets.SecretStore;
import in.sauda.core.secrets.Vault;
import in.sauda.core.time.TimeSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Vaults without a keychain, and a keychain that is a map.
public final class TestVault implements SecretStore {
    public final Map<String, String> secrets = new HashMap<>();

    /// Accounts whose secrets go into an encrypted file of the folder.
    public static Accounts accounts(SettingsStore settings, Path home, TimeSource time) {
        return accounts(settings, new Vault(Optional::empty, file(home)), Map.of(), time);
    }

    public static Accounts accounts(
            SettingsStore settings, Vault vault, Map<String, String> environment, TimeSource time) {
        return new Accounts(settings, vault, new EnvironmentSecrets(environment::get), time);
    }

    public Vault vault(Path home) {
        return new Vault(() -> Optional.of(this), file(home));
    }

    public static EncryptedFileStore file(Path home) {
        return new EncryptedFileStore(home.resolve("secrets.json"), new SecureRandom());
    }

    @Override
    public String place() {
        return "the test's keychain";
    }

    @Override
    public Optional<String> get(SecretName name) {
        return Optional.ofNullable(secrets.get(name.account()));
    }

    @Override
    public void put(SecretName name, String value) {
        secrets.put(name.account(), value);
    }

    @Override
    public void remove(SecretName name) {
        secrets.remove(name.account());
    }
}
