package in.sauda.core.secrets;

import in.sauda.core.secrets.SecretStoreException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Secrets in one encrypted file, for computers without a keychain. Locked until the passphrase was given once.
///
/// A write goes to a file beside it, is forced to disk and moved into place: a crash leaves the old file or the new
/// one. A damaged file is never overwritten; {@link #startAnew} moves it aside.
public final class EncryptedFileStore implements SecretStore {
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private final RandomGenerator random;
    private final int iterations;
    private SecretFile.@Nullable Keys keys;
    private String salt = "";
    private int usedIterations;

    /// @param random must be cryptographically strong
    public EncryptedFileStore(Path path, RandomGenerator random) {
        this(path, random, SecretFile.ITERATIONS);
    }

    EncryptedFileStore(Path path, RandomGenerator random, int iterations) {
        this.path = path;
        this.random = random;
        this.iterations = iterations;
    }

    @Override
    public String place() {
        return "the encrypted file " + path.getFileName();
    }

    public Path path() {
        return path;
    }

    /// True when there is a file to unlock; without one the first passphrase makes it.
    public boolean exists() {
        return Files.exists(path);
    }

    public synchronized boolean locked() {
        return keys == null;
    }

    /// Opens the file with its passphrase, or makes one. Takes about half a second on purpose. The array is cleared.
    ///
    /// @throws SecretStoreException when the passphrase is wrong or the file cannot be read
    public synchronized void unlock(char[] passphrase) throws SecretStoreException {
        Redaction.know(new String(passphrase));
        try {
            if (exists()) {
                SecretFile file = SecretFile.parse(read());
                SecretFile.Keys derived = SecretFile.derive(passphrase, file.salt(), file.iterations());
                know(file.open(derived));
                accept(derived, file.salt(), file.iterations());
            } else {
                String fresh = SecretFile.encode(bytes(SALT_BYTES));
                accept(SecretFile.derive(passphrase, fresh, iterations), fresh, iterations);
                write(new TreeMap<>());
            }
        } finally {
            Arrays.fill(passphrase, ' ');
        }
    }

    private void accept(SecretFile.Keys derived, String itsSalt, int itsIterations) {
        keys = derived;
        salt = itsSalt;
        usedIterations = itsIterations;
    }

    /// Forgets the keys; the file stays.
    public synchronized void lock() {
        keys = null;
    }

    /// Moves the present file aside under a name nobody uses, so that the next passphrase makes a new one.
    ///
    /// @return where the old one is
    /// @throws SecretStoreException when it cannot be moved
    public synchronized Path startAnew() throws SecretStoreException {
        keys = null;
        Path aside = path.resolveSibling(path.getFileName() + ".old");
        for (int copy = 2; Files.exists(aside); copy++) {
            aside = path.resolveSibling(path.getFileName() + ".old" + copy);
        }
        try {
            return Files.move(path, aside);
        } catch (IOException refused) {
            throw notWritten(refused);
        }
    }

    @Override
    public synchronized Optional<String> get(SecretName name) throws SecretStoreException {
        return Optional.ofNullable(secrets().get(name.account()));
    }

    @Override
    public synchronized void put(SecretName name, String value) throws SecretStoreException {
        change(secrets -> secrets.put(name.account(), value));
    }

    @Override
    public synchronized void remove(SecretName name) throws SecretStoreException {
        change(secrets -> secrets.remove(name.account()));
    }

    private void change(Consumer<Map<String, String>> change) throws SecretStoreException {
        Map<String, String> secrets = secrets();
        change.accept(secrets);
        write(secrets);
    }

    /// Read from the file each time: it is small, and so nothing another process wrote is lost.
    private Map<String, String> secrets() throws SecretStoreException {
        return SecretFile.parse(read()).open(unlocked());
    }

    private SecretFile.Keys unlocked() throws SecretStoreException {
        SecretFile.Keys present = keys;
        if (present == null) {
            throw new SecretStoreException(
                    Reason.LOCKED, "The file of secrets is locked.", "Type its passphrase to unlock it.");
        }
        return present;
    }

    private byte[] read() throws SecretStoreException {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new SecretStoreException(
                    Reason.UNAVAILABLE,
                    "The file of secrets cannot be read.",
                    "Check the permissions of " + path + ".",
                    unreadable);
        }
    }

    private void write(Map<String, String> secrets) throws SecretStoreException {
        SecretFile file = SecretFile.seal(secrets, unlocked(), salt, usedIterations, bytes(NONCE_BYTES));
        Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.deleteIfExists(temporary);
            Files.createFile(temporary);
            if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(temporary, OWNER_ONLY);
            }
            Files.write(temporary, file.toJson());
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw notWritten(refused);
        }
    }

    private SecretStoreException notWritten(IOException cause) {
        return new SecretStoreException(
                Reason.NOT_WRITTEN,
                "The file of secrets could not be written; the old one is untouched.",
                "Check the free space and the permissions of " + path.getParent() + ".",
                cause);
    }

    private static void know(Map<String, String> secrets) {
        secrets.values().forEach(Redaction::know);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
