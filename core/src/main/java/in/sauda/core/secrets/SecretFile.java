package in.sauda.core.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.core.secrets.SecretStoreException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The format of the encrypted file: a readable header, a check of the passphrase, and the sealed secrets.
///
/// PBKDF2-HMAC-SHA256 makes a master key of the passphrase; HKDF makes two keys of that, one that seals (AES-256-GCM,
/// the header as associated data) and one that is only compared. A SHA-256 over everything tells a damaged file from a
/// wrong passphrase before any key is tried: damage breaks the sum, a wrong passphrase only the check.
record SecretFile(int iterations, String salt, String check, String nonce, String sealed) {
    static final int ITERATIONS = 600_000;

    private static final int VERSION = 1;
    private static final int FEWEST_ITERATIONS = 1_000;
    private static final int MOST_ITERATIONS = 20_000_000;
    private static final int KEY_BITS = 256;
    private static final int TAG_BITS = 128;
    private static final String FORMAT = "sauda-secrets";
    private static final String KDF_NAME = "PBKDF2WithHmacSHA256";
    private static final String CIPHER_NAME = "AES/GCM/NoPadding";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> SECRETS = new TypeReference<>() {};

    /// The keys of one passphrase and salt.
    record Keys(SecretKey sealing, String check) {
        @Override
        public String toString() {
            return "Keys[redacted]";
        }
    }

    static Keys derive(char[] passphrase, String salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(passphrase, Base64.getDecoder().decode(salt), iterations, KEY_BITS);
        try {
            byte[] master =
                    SecretKeyFactory.getInstance(KDF_NAME).generateSecret(spec).getEncoded();
            KDF hkdf = KDF.getInstance("HKDF-SHA256");
            SecretKey sealing = hkdf.deriveKey("AES", part(master, "sauda seal"));
            byte[] check = hkdf.deriveData(part(master, "sauda check"));
            return new Keys(sealing, encode(check));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has these algorithms", missing);
        } finally {
            spec.clearPassword();
        }
    }

    private static HKDFParameterSpec part(byte[] master, String purpose) {
        return HKDFParameterSpec.expandOnly(
                new SecretKeySpec(master, "Generic"), purpose.getBytes(StandardCharsets.UTF_8), KEY_BITS / 8);
    }

    static SecretFile seal(Map<String, String> secrets, Keys keys, String salt, int iterations, byte[] nonce) {
        try {
            SecretFile header = new SecretFile(iterations, salt, keys.check(), encode(nonce), "");
            byte[] plain = JSON.writeValueAsBytes(new TreeMap<>(secrets));
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys, nonce, header).doFinal(plain);
            return new SecretFile(iterations, salt, keys.check(), encode(nonce), encode(sealed));
        } catch (GeneralSecurityException | JsonProcessingException impossible) {
            throw new IllegalStateException("sealing a map of strings cannot fail", impossible);
        }
    }

    /// @throws SecretStoreException when the keys are of another passphrase, or the content is not what was sealed
    Map<String, String> open(Keys keys) throws SecretStoreException {
        if (!MessageDigest.isEqual(bytes(check), bytes(keys.check()))) {
            throw new SecretStoreException(
                    Reason.WRONG_PASSPHRASE, "The passphrase is not the one the secrets were kept with.", "Try again.");
        }
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, keys, Base64.getDecoder().decode(nonce), this)
                    .doFinal(Base64.getDecoder().decode(sealed));
            return JSON.readValue(plain, SECRETS);
        } catch (AEADBadTagException changed) {
            throw damaged(changed);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unreadable) {
            throw damaged(unreadable);
        }
    }

    private static Cipher cipher(int mode, Keys keys, byte[] nonce, SecretFile header) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER_NAME);
        cipher.init(mode, keys.sealing(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bytes(header.headerText()));
        return cipher;
    }

    private String headerText() {
        return String.join("|", FORMAT, "" + VERSION, KDF_NAME, "" + iterations, salt, CIPHER_NAME, check, nonce);
    }

    byte[] toJson() {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("version", VERSION);
        root.putObject("kdf")
                .put("name", KDF_NAME)
                .put("iterations", iterations)
                .put("salt", salt);
        root.putObject("cipher").put("name", CIPHER_NAME).put("nonce", nonce);
        root.put("check", check).put("sealed", sealed).put("sha256", sum());
        return bytes(root.toPrettyString() + "\n");
    }

    /// @throws SecretStoreException when the content is damaged or of a newer version
    static SecretFile parse(byte[] content) throws SecretStoreException {
        JsonNode root;
        try {
            root = JSON.readTree(content);
        } catch (IOException notJson) {
            throw damaged(notJson);
        }
        if (root.path("format").asText().equals(FORMAT) && root.path("version").asInt() > VERSION) {
            throw new SecretStoreException(
                    Reason.NEWER,
                    "The file of secrets was written by a newer version of Sauda.",
                    "Start that version, or forget the secrets and type them again.");
        }
        SecretFile file = new SecretFile(
                root.path("kdf").path("iterations").asInt(),
                root.path("kdf").path("salt").asText(),
                root.path("check").asText(),
                root.path("cipher").path("nonce").asText(),
                root.path("sealed").asText());
        boolean whole = root.path("format").asText().equals(FORMAT)
                && root.path("version").asInt() == VERSION
                && root.path("kdf").path("name").asText().equals(KDF_NAME)
                && root.path("cipher").path("name").asText().equals(CIPHER_NAME)
                && file.iterations >= FEWEST_ITERATIONS
                && file.iterations <= MOST_ITERATIONS
                && root.path("sha256").asText().equals(file.sum());
        if (!whole) {
            throw damaged(new IOException("the checksum does not fit"));
        }
        return file;
    }

    private String sum() {
        try {
            return encode(MessageDigest.getInstance("SHA-256").digest(bytes(headerText() + "|" + sealed)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static SecretStoreException damaged(Exception cause) {
        return new SecretStoreException(
                Reason.DAMAGED,
                "The file of secrets is damaged, so no passphrase can open it.",
                "Restore it from a backup, or start a new one: the damaged file is kept beside it.",
                cause);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SecretFile[redacted]";
    }
}
