package in.sauda.core.secrets;

/// The process's one redactor.
///
/// It is static because what it guards is: the logging library makes its own parts by name and a log line has no owner.
/// A secret registered anywhere must be unknown to every file from then on, so there is nothing to inject.
public final class Redaction {
    private static final Redactor PROCESS = new Redactor();

    private Redaction() {}

    /// Registers a secret for as long as the process lives: API key, PIN, TOTP secret, tokens, passphrase.
    public static void know(String secret) {
        PROCESS.know(secret);
    }

    /// Registers a secret that is worthless within minutes: a one-time code.
    public static void knowForAWhile(String secret) {
        PROCESS.knowForAWhile(secret);
    }

    /// The text without secrets.
    public static String clean(String text) {
        return PROCESS.clean(text);
    }
}
