package in.sauda.core.diagnostics;

import in.sauda.core.secrets.SecretName;
import in.sauda.core.secrets.SecretStore;
import in.sauda.core.secrets.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Checks of this computer: folders, disk, store of secrets.
public final class LocalChecks {
    private static final long WANTED_DISK_BYTES = 500L << 20;
    private static final SecretName TRIAL = new SecretName("sauda-check", "trial");

    private LocalChecks() {}

    /// Proves by a short-lived file that a folder can be written.
    public static Check folder(String id, String title, Path folder) {
        return new Check(id, title, () -> {
            try {
                Files.createDirectories(folder);
                Files.delete(Files.createTempFile(folder, ".sauda", ".check"));
                return Finding.ok(folder + " can be written.");
            } catch (IOException refused) {
                return Finding.failed(
                        folder + " cannot be written.",
                        "Allow writing there, or choose another place with --home or SAUDA_HOME.");
            }
        });
    }

    public static Check disk(Path folder) {
        return new Check("disk", "Disk space", () -> {
            long free = Files.getFileStore(folder).getUsableSpace();
            String words = (free >> 30 >= 10 ? (free >> 30) + " GB" : (free >> 20) + " MB") + " are free";
            return free >= WANTED_DISK_BYTES
                    ? Finding.ok(words + ".")
                    : Finding.failed(
                            "Only " + words + ".",
                            "Make room for at least " + (WANTED_DISK_BYTES >> 20) + " MB, or move the data folder.");
        });
    }

    /// Writes, reads and deletes one entry where there is a keychain.
    public static Check secrets(Vault vault) {
        return new Check("secrets", "Store of secrets", () -> {
            Optional<SecretStore> keychain = vault.keychain();
            if (keychain.isEmpty()) {
                return Finding.note(
                        "This computer has no keychain; secrets go into a file a passphrase opens.",
                        vault.file().exists() ? "" : "The passphrase is chosen when a login is remembered.");
            }
            SecretStore store = keychain.get();
            store.put(TRIAL, "trial");
            boolean same = store.get(TRIAL).filter("trial"::equals).isPresent();
            store.remove(TRIAL);
            return same && store.get(TRIAL).isEmpty()
                    ? Finding.ok("Secrets can be kept in " + store.place() + ".")
                    : Finding.failed(
                            store.place() + " does not give back what it takes.",
                            "Unlock it, or start with SAUDA_KEYCHAIN=off to use an encrypted file.");
        });
    }
}
