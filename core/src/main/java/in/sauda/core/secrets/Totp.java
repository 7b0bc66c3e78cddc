package in.sauda.core.secrets;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// The six digits of RFC 6238 as every broker uses them: HMAC-SHA1, steps of 30 seconds.
public final class Totp {
    private static final long STEP_SECONDS = 30;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecretKeySpec key;

    private Totp(SecretKeySpec key) {
        this.key = key;
    }

    /// @param base32 the secret as a broker's page shows it; spaces, hyphens, case and padding do not matter
    /// @return empty when it is not base32
    public static Optional<Totp> of(String base32) {
        String letters = base32.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
        Base32 codec = new Base32();
        if (letters.isEmpty() || !codec.isInAlphabet(letters)) {
            return Optional.empty();
        }
        byte[] secret = codec.decode(letters);
        return secret.length == 0
                ? Optional.empty()
                : Optional.of(new Totp(
                        new SecretKeySpec(secret, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1)));
    }

    /// The digits at a moment, epoch milliseconds.
    public String at(long epochMillis) {
        try {
            return generator.generateOneTimePasswordString(key, Instant.ofEpochMilli(epochMillis));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("a key of this generator's own algorithm was refused", impossible);
        }
    }

    /// How long the digits of this moment stay valid, 1 to 30.
    public static int secondsLeft(long epochMillis) {
        return (int) (STEP_SECONDS - Math.floorMod(epochMillis / 1000, STEP_SECONDS));
    }

    @Override
    public String toString() {
        return "Totp[redacted]";
    }
}
