package in.sauda.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import in.sauda.core.secrets.SecretStoreException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedFileStoreTest {
    private static final int QUICK = 1_000;
    private static final SecretName PIN = new SecretName("p1", "password");

    @TempDir
    Path home;

    private EncryptedFileStore store() {
        return new EncryptedFileStore(file(), new SecureRandom(), QUICK);
    }

    private Path file() {
        return home.resolve("secrets.json");
    }

    private EncryptedFileStore filled() throws SecretStoreException {
        EncryptedFileStore store = store();
        store.unlock("correct horse".toCharArray());
        store.put(PIN, "4821");
        return store;
    }

    private static Reason reason(ThrowingCallable call) {
        return catchThrowableOfType(SecretStoreException.class, call).reason();
    }

    @Test
    void givesBackWhatItKeptAfterARestart() throws Exception {
        filled().put(new SecretName("p2", "apiKey"), "Xk3dP0aQ");

        EncryptedFileStore again = store();
        assertThat(again.locked()).isTrue();
        assertThat(reason(() -> again.get(PIN))).isEqualTo(Reason.LOCKED);
        again.unlock("correct horse".toCharArray());
        assertThat(again.get(PIN)).hasValue("4821");
        assertThat(again.get(new SecretName("p2", "apiKey"))).hasValue("Xk3dP0aQ");
        again.remove(PIN);
        again.remove(PIN);
        assertThat(again.get(PIN)).isEmpty();
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void writesNothingReadableAndClearsThePassphrase() throws Exception {
        EncryptedFileStore store = store();
        char[] passphrase = "correct horse".toCharArray();
        store.unlock(passphrase);
        store.put(PIN, "never-in-clear");
        assertThat(passphrase).containsOnly(' ');
        assertThat(Files.readString(file()))
                .contains("\"format\" : \"sauda-secrets\"", "\"version\" : 1", "PBKDF2WithHmacSHA256")
                .doesNotContain("never-in-clear", "p1", "password", "correct horse");
    }

    @Test
    void usesAFreshNonceForEveryWrite() throws Exception {
        EncryptedFileStore store = filled();
        String first = Files.readString(file());
        store.put(PIN, "4821");
        assertThat(Files.readString(file())).isNotEqualTo(first);
    }

    @Test
    void derivesTheKeySlowlyEnough() throws Exception {
        EncryptedFileStore store = new EncryptedFileStore(file(), new SecureRandom());
        store.unlock("x".toCharArray());
        assertThat(Files.readString(file())).contains("\"iterations\" : 600000");
    }

    @Test
    void tellsAWrongPassphraseAndLosesNothing() throws Exception {
        filled();
        byte[] before = Files.readAllBytes(file());
        assertThat(reason(() -> store().unlock("Correct horse".toCharArray()))).isEqualTo(Reason.WRONG_PASSPHRASE);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    static Stream<String> damages() {
        return Stream.of("cut", "salt", "sealed", "empty", "other", "iterations");
    }

    @ParameterizedTest
    @MethodSource("damages")
    void tellsADamagedFileFromAWrongPassphrase(String kind) throws Exception {
        filled();
        String good = Files.readString(file());
        String bad = damage(good, kind);
        Files.writeString(file(), bad);
        for (String passphrase : new String[] {"correct horse", "wrong"}) {
            assertThat(reason(() -> store().unlock(passphrase.toCharArray()))).isEqualTo(Reason.DAMAGED);
        }
        assertThat(Files.readString(file())).isEqualTo(bad);
    }

    private static String damage(String good, String kind) {
        return switch (kind) {
            case "cut" -> good.substring(0, good.length() / 2);
            case "salt" -> flipped(good, "\"salt\" : \"");
            case "sealed" -> flipped(good, "\"sealed\" : \"");
            case "iterations" -> good.replace("\"iterations\" : 1000", "\"iterations\" : 1001");
            case "other" -> "{\"version\": 1, \"theme\": \"dark\"}";
            default -> "";
        };
    }

    private static String flipped(String text, String before) {
        int at = text.indexOf(before) + before.length() + 2;
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    @Test
    void keepsADamagedFileWhenItStartsAnew() throws Exception {
        filled();
        Files.writeString(file(), "not any more");
        EncryptedFileStore store = store();
        Path aside = store.startAnew();
        assertThat(Files.readString(aside)).isEqualTo("not any more");
        store.unlock("another".toCharArray());
        assertThat(store.get(PIN)).isEmpty();
        store.startAnew();
        assertThat(Files.readString(aside)).isEqualTo("not any more");
    }

    @Test
    void refusesAFileOfANewerVersion() throws Exception {
        filled();
        Files.writeString(file(), Files.readString(file()).replace("\"version\" : 1", "\"version\" : 2"));
        assertThat(reason(() -> store().unlock("correct horse".toCharArray()))).isEqualTo(Reason.NEWER);
    }

    @Test
    void saysThatItCouldNotWriteAndKeepsTheOldFile() throws Exception {
        EncryptedFileStore store = filled();
        Path inTheWay = Files.createDirectory(home.resolve("secrets.json.tmp"));
        Files.writeString(inTheWay.resolve("x"), "x");
        assertThat(reason(() -> store.put(PIN, "9999"))).isEqualTo(Reason.NOT_WRITTEN);
        assertThat(store.get(PIN)).hasValue("4821");
    }

    @ParameterizedTest
    @ValueSource(strings = {"पासवर्ड १२३", "pass \u0000 phrase", "🔑🔑🔑", " "})
    void takesAnyPassphrase(String passphrase) throws Exception {
        EncryptedFileStore store = store();
        store.unlock(passphrase.toCharArray());
        store.put(PIN, "₹ 4821");
        EncryptedFileStore again = store();
        again.unlock(passphrase.toCharArray());
        assertThat(again.get(PIN)).hasValue("₹ 4821");
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException, SecretStoreException {
        filled();
        if (Files.getFileStore(file()).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
        }
        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.UTF_8))
                .endsWith("}\n");
    }
}
