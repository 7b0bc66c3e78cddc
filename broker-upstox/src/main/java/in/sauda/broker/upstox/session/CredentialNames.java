package in.sauda.broker.upstox.session;

import in.sauda.broker.upstox.stream.Budgets;
import in.sauda.core.broker.CredentialField;
import in.sauda.core.broker.CredentialField.Format;
import in.sauda.core.broker.CredentialField.Kind;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.LoginStep;
import in.sauda.core.broker.LoginStep.Link;
import java.net.URI;
import java.util.List;
import java.util.Set;

/// The login form: the app's key, secret and redirect address for a login in the browser, or a token made
/// elsewhere.
public final class CredentialNames {
    static final String API_KEY = "apiKey";
    static final String API_SECRET = "apiSecret";
    static final String REDIRECT = "redirectUri";
    static final String TOKEN = "accessToken";
    static final String ALGO = "algoName";
    static final String PLAN = "plan";
    static final String CONNECTIONS = "feedConnections";

    private static final String ENVIRONMENT = "SAUDA_UPSTOX_";
    private static final int MOST_ON_NORMAL = 2;
    private static final int MOST_ON_PLUS = 5;
    private static final URI APPS = URI.create("https://account.upstox.com/developer/apps");

    private CredentialNames() {}

    public static List<CredentialField> fields() {
        return List.of(
                new CredentialField(
                        API_KEY,
                        "API key",
                        Kind.PLAIN,
                        "Of your app in Upstox' Developer Apps.",
                        false,
                        new Format("[A-Za-z0-9-]{8,64}", "An API key is letters, digits and hyphens without spaces."),
                        ENVIRONMENT + "API_KEY",
                        Set.of("UDAPI100016", "UDAPI100068", "UDAPI100069")),
                new CredentialField(
                        API_SECRET,
                        "API secret",
                        Kind.SECRET,
                        "Beside the key. It is shown again when you open the app there.",
                        false,
                        new Format("[A-Za-z0-9]{4,64}", "An API secret is letters and digits without spaces."),
                        ENVIRONMENT + "API_SECRET",
                        Set.of("UDAPI100069")),
                new CredentialField(
                        REDIRECT,
                        "Redirect address",
                        Kind.PLAIN,
                        "Exactly as registered with the app, on this computer: http://127.0.0.1:8765/upstox. Without a port "
                                + "Sauda takes any free one.",
                        false,
                        new Format(
                                "http://(127\\.0\\.0\\.1|localhost)(:[0-9]{2,5})?(/[A-Za-z0-9/_.-]*)?",
                                "The address must be one of this computer, like http://127.0.0.1:8765/upstox."),
                        ENVIRONMENT + "REDIRECT_URI",
                        Set.of("UDAPI100068", "UDAPI100070", LoopbackReceiver.PORT_TAKEN)),
                new CredentialField(
                        TOKEN,
                        "Access token",
                        Kind.SECRET,
                        "Instead of the login in the browser: a token made elsewhere today, or a read-only one that lasts a year.",
                        false,
                        new Format(
                                "[A-Za-z0-9._-]{16,}",
                                "A token is one long word of letters, digits, dots and hyphens."),
                        ENVIRONMENT + "ACCESS_TOKEN",
                        Set.of("UDAPI100050", "UDAPI100067")),
                new CredentialField(
                        ALGO,
                        "Algo name",
                        Kind.PLAIN,
                        "Only for an algo registered with the exchange: it is sent with every order. Leave it empty otherwise.",
                        false,
                        new Format(
                                "[A-Za-z0-9 ._-]{1,64}", "An algo name is letters, digits, spaces, dots and hyphens."),
                        ENVIRONMENT + "ALGO_NAME",
                        Set.of("UDAPI1156")),
                new CredentialField(
                        PLAN,
                        "Plan",
                        Kind.PLAIN,
                        "Only with Upstox Plus: plus. It allows books of thirty levels and up to five feed connections.",
                        false,
                        new Format("normal|plus", "The plan is normal or plus."),
                        ENVIRONMENT + "PLAN",
                        Set.of()),
                new CredentialField(
                        CONNECTIONS,
                        "Feed connections",
                        Kind.PLAIN,
                        "1 carries everything an account may stream. The normal plan allows 2, Plus 5; more share the load.",
                        false,
                        new Format("[1-5]", "The number of connections is 1, 2 or, with the plan plus, up to 5."),
                        ENVIRONMENT + "FEED_CONNECTIONS",
                        Set.of()));
    }

    /// The registered algo's name, empty for none.
    static String algo(Credentials credentials) {
        return credentials.get(ALGO).strip();
    }

    /// How much may be streamed.
    static Budgets budgets(Credentials credentials) {
        return plus(credentials) ? Budgets.PLUS : Budgets.NORMAL;
    }

    /// Sockets of the market feed: one unless the user wants more, never more than the plan allows.
    static int connections(Credentials credentials) {
        String wanted = credentials.get(CONNECTIONS).strip();
        int most = plus(credentials) ? MOST_ON_PLUS : MOST_ON_NORMAL;
        return wanted.matches("[1-9]") ? Math.min(most, Integer.parseInt(wanted)) : 1;
    }

    private static boolean plus(Credentials credentials) {
        return credentials.get(PLAN).strip().equalsIgnoreCase("plus");
    }

    public static List<LoginStep> steps() {
        return List.of(
                new LoginStep(
                        "App",
                        "Open Upstox' Developer Apps and copy the values of your app. Careful: creating a new app deletes the one "
                                + "you have, with its key and secret. Register this computer's static IP address there if you want to "
                                + "send orders.",
                        List.of(new Link("Developer Apps at Upstox", APPS)),
                        List.of(API_KEY, API_SECRET, REDIRECT, ALGO, PLAN, CONNECTIONS)),
                new LoginStep(
                        "Login",
                        "Sauda opens Upstox' login page in your browser and waits for you. The login lasts until 03:30 in the "
                                + "morning. With a token pasted here no browser is opened.",
                        List.of(),
                        List.of(TOKEN)));
    }
}
