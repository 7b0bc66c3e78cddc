package in.sauda.broker.angelone.session;

import in.sauda.broker.angelone.rest.AngelOneErrors;
import in.sauda.core.broker.CredentialField;
import in.sauda.core.broker.CredentialField.Format;
import in.sauda.core.broker.CredentialField.Kind;
import in.sauda.core.broker.LoginStep;
import in.sauda.core.broker.LoginStep.Link;
import java.net.URI;
import java.util.List;
import java.util.Set;

/// The login form. The environment's names are those of the requirement note: API_KEY, USERNAME, PIN, TOKEN.
public final class CredentialNames {
    static final String CLIENT_CODE = "clientcode";
    static final String PASSWORD = "password";
    static final String API_KEY = "apiKey";
    static final String TOTP_SECRET = "totpSecret";
    static final String TOTP = "totp";
    static final String REGISTERED_IP = "registeredIp";

    private static final String ENVIRONMENT = "SAUDA_ANGELONE_";
    private static final URI APPS = URI.create("https://smartapi.angelone.in/apps");
    private static final URI SIGN_UP = URI.create("https://smartapi.angelone.in/signup");
    private static final URI ENABLE_TOTP = URI.create("https://smartapi.angelone.in/enable-totp");

    private CredentialNames() {}

    public static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        CLIENT_CODE,
                        "Client code",
                        Kind.PLAIN,
                        "Your Angel One client id, e.g. A123456; it is in the app's profile.",
                        true,
                        new Format(
                                "[A-Za-z]{1,6}[0-9]{2,10}",
                                "A client code is letters and then digits, like A123456; not the phone number or e-mail address."),
                        ENVIRONMENT + "USERNAME",
                        Set.of("AB1000", "AB1001", "AB1006", "AB1007", "AB1032")),
                new CredentialField(
                        PASSWORD,
                        "PIN",
                        Kind.SECRET,
                        "The four-digit PIN (MPIN) you open the Angel One app with.",
                        true,
                        new Format("[0-9]{4}", "The PIN is four digits; it is not the password of the website."),
                        ENVIRONMENT + "PIN",
                        Set.of("AB1000", "AB1002", "AB1007", "AB1031")),
                new CredentialField(
                        API_KEY,
                        "API key",
                        Kind.SECRET,
                        "From smartapi.angelone.in, My Apps. Orders are accepted only from the IP address registered there.",
                        true,
                        new Format(
                                "[A-Za-z0-9]{6,64}",
                                "An API key is letters and digits without spaces; copy it again with the button beside it."),
                        ENVIRONMENT + "API_KEY",
                        Set.of("AG8004")),
                new CredentialField(
                        REGISTERED_IP,
                        "Registered IP",
                        Kind.PLAIN,
                        "The static address entered at smartapi.angelone.in, My Apps. Sauda compares it with what it sees.",
                        false,
                        new Format("[0-9A-Fa-f.:]{3,45}", "An address looks like 203.0.113.7."),
                        ENVIRONMENT + "REGISTERED_IP",
                        Set.of(AngelOneErrors.UNREGISTERED_ADDRESS)),
                new CredentialField(
                        TOTP_SECRET,
                        "TOTP secret",
                        Kind.TOTP_SECRET,
                        "The text below the QR code at smartapi.angelone.in/enable-totp. Leave it empty to type six digits instead.",
                        false,
                        new Format(
                                "[A-Za-z2-7\\s=-]{16,}",
                                "The secret is at least 16 of the letters A to Z and the digits 2 to 7; the six digits go into the other field."),
                        ENVIRONMENT + "TOKEN",
                        Set.of("AB1050", AngelOneErrors.WRONG_SECRET)),
                new CredentialField(
                        TOTP,
                        "Six digits",
                        Kind.TOTP_CODE,
                        "What your authenticator app shows at this moment for Angel One.",
                        false,
                        new Format("[0-9]{6}", "The code is six digits and changes every 30 seconds."),
                        "",
                        Set.of("AB1050", AngelOneErrors.CODE_NEEDED)));
    }

    public static List<LoginStep> steps() {
        return List.of(
                new LoginStep(
                        "Account",
                        "What you open the Angel One app with on your phone.",
                        List.of(),
                        List.of(CLIENT_CODE, PASSWORD)),
                new LoginStep(
                        "API key",
                        "Sign in to SmartAPI, create an app of the type Trading once (the redirect address may be any, e.g. "
                                + "http://127.0.0.1), register your static IP address there, and copy the key of the app.",
                        List.of(new Link("My Apps on SmartAPI", APPS), new Link("No SmartAPI account yet", SIGN_UP)),
                        List.of(API_KEY, REGISTERED_IP)),
                new LoginStep(
                        "One-time code",
                        "Angel One asks for six digits at every login. With the TOTP secret Sauda computes them; without it you type "
                                + "them from your authenticator app, once a day.",
                        List.of(new Link("Enable TOTP on SmartAPI", ENABLE_TOTP)),
                        List.of(TOTP_SECRET, TOTP)));
    }
}
