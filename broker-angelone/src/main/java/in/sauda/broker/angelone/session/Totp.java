package in.sauda.broker.angelone.session;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import in.sauda.broker.angelone.rest.AngelOneErrors;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// The six digits of RFC 6238 with the broker's parameters: HMAC-SHA1, steps of 30 seconds.
final class Totp {
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecretKeySpec key;

    private Totp(SecretKeySpec key) {
        this.key = key;
    }

    /// @param base32 the secret as the broker's page shows it; spaces, hyphens, case and padding do not matter
    /// @throws BrokerException when it is not base32
    static Totp of(String base32) throws BrokerException {
        String letters = base32.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
        Base32 codec = new Base32();
        if (letters.isEmpty() || !codec.isInAlphabet(letters)) {
            throw new BrokerException(new BrokerFailure.Refused(
                    AngelOneErrors.WRONG_SECRET,
                    "The TOTP secret is not valid: it consists of the letters A to Z and the digits 2 to 7.",
                    "Copy the text shown below the QR code on SmartAPI's enable-totp page."));
        }
        return new Totp(
                new SecretKeySpec(codec.decode(letters), TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1));
    }

    String at(long epochMillis) {
        try {
            return generator.generateOneTimePasswordString(key, Instant.ofEpochMilli(epochMillis));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("a key of this generator's own algorithm was refused", impossible);
        }
    }
}
