package in.sauda.broker.angelone.session;

import in.sauda.core.broker.CredentialField;
import java.util.List;

/// The login form.
public final class CredentialNames {
    static final String CLIENT_CODE = "clientcode";
    static final String PASSWORD = "password";
    static final String API_KEY = "apiKey";
    static final String TOTP_SECRET = "totpSecret";

    private CredentialNames() {}

    public static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        CLIENT_CODE,
                        "Client code",
                        false,
                        "Your Angel One client id, e.g. A123456; it is in the app's profile."),
                new CredentialField(
                        PASSWORD, "PIN", true, "The four-digit PIN (MPIN) you open the Angel One app with."),
                new CredentialField(
                        API_KEY,
                        "API key",
                        true,
                        "From smartapi.angelone.in, My Apps. Orders are accepted only from the IP address registered there."),
                new CredentialField(
                        TOTP_SECRET,
                        "TOTP secret",
                        true,
                        "The text below the QR code at smartapi.angelone.in/enable-totp, not the six digits."));
    }
}
