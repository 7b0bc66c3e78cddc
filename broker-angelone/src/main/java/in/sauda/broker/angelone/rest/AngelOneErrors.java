package in.sauda.broker.angelone.rest;

import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerFailure.Fatal;
import in.sauda.core.broker.BrokerFailure.Refused;
import in.sauda.core.broker.BrokerFailure.Retryable;
import in.sauda.core.broker.BrokerFailure.SessionExpired;
import java.util.Locale;
import java.util.Set;

/// The broker's error codes and our own, in plain sentences with a next step.
///
/// Source of the codes: SmartAPI error table and forum posts; the same code comes with different messages from
/// different
/// endpoints, so the broker's own text is quoted wherever it says more than the code.
public final class AngelOneErrors {
    public static final String RATE_LIMIT = "RATE_LIMIT";
    public static final String TIMEOUT = "TIMEOUT";
    public static final String NETWORK = "NETWORK";
    public static final String UNREADABLE = "UNREADABLE_REPLY";
    public static final String NO_SESSION = "NO_SESSION";
    public static final String WRONG_SECRET = "TOTP_SECRET";
    public static final String CODE_NEEDED = "TOTP_CODE";

    public static final String UNKNOWN_OUTCOME = "UNKNOWN_OUTCOME";

    private static final String WAIT = "Nothing to do: the terminal waits and tries again.";
    private static final String LOG_IN = "Log in again.";
    private static final long RATE_PAUSE_MILLIS = 1_000;
    private static final long SERVER_PAUSE_MILLIS = 2_000;

    /// Answers that may be given after the request was already processed.
    private static final Set<String> UNCLEAR_CODES = Set.of("AB1004", "AB2000", "AB2001");

    private AngelOneErrors() {}

    /// True when a business error says that something broke inside, not that the request was refused.
    static boolean unclear(String code) {
        return UNCLEAR_CODES.contains(code);
    }

    /// Failure for an envelope that says no.
    static BrokerFailure business(String code, String message) {
        return switch (code) {
            case "AB1050" ->
                new Refused(
                        code,
                        "Angel One did not accept the one-time password (TOTP).",
                        "Check the TOTP secret and that this computer's clock is right to within 30 seconds.");
            case "AB1000", "AB1001", "AB1002", "AB1032" ->
                new Refused(
                        code,
                        "Angel One does not know this client code and PIN" + quoted(message) + ".",
                        "Check the client code and the PIN.");
            case "AB1006" ->
                new Refused(code, "Angel One has blocked this client for trading.", "Contact Angel One's support.");
            case "AB1007" ->
                new Refused(
                        code,
                        "Angel One refused the request" + quoted(message) + ".",
                        "Check client code, PIN and what was entered.");
            case "AG8001", "AG8002", "AG8003", "AB1010", "AB1011", "AB8050", "AB8051" ->
                new SessionExpired(code, "The Angel One login is no longer valid.", LOG_IN);
            case "AG8004" ->
                new Refused(
                        code,
                        "Angel One does not know this API key.",
                        "Copy the API key again from the SmartAPI page, My Apps.");
            case "AB1021" -> rateLimit(code);
            case "AB1004", "AB2000", "AB2001" ->
                new Retryable(
                        code,
                        "Angel One reports an internal error" + quoted(message) + ".",
                        "Try again in a moment; if it stays, check the dates or the order.",
                        SERVER_PAUSE_MILLIS);
            case "AB4008" ->
                new Refused(code, "The order's tag is longer than Angel One allows.", "Report this to the developers.");
            case "" -> withoutCode(message);
            default -> new Refused(code, "Angel One refused the request" + quoted(message) + ".", "");
        };
    }

    private static BrokerFailure withoutCode(String message) {
        String words = message.toLowerCase(Locale.ROOT);
        if (words.contains("too many requests") || words.contains("access rate")) {
            return rateLimit(RATE_LIMIT);
        }
        if (words.contains("invalid token") || words.contains("token expired")) {
            return new SessionExpired(NO_SESSION, "The Angel One login is no longer valid.", LOG_IN);
        }
        return new Refused("REFUSED", "Angel One refused the request" + quoted(message) + ".", "");
    }

    /// Failure for an answer that is not one of the broker's envelopes.
    static BrokerFailure http(int status, String body) {
        String words = body.toLowerCase(Locale.ROOT);
        if (status == 429 || words.contains("exceeding access rate")) {
            return rateLimit(RATE_LIMIT);
        }
        if (status == 401) {
            return new SessionExpired("HTTP401", "The Angel One login is no longer valid.", LOG_IN);
        }
        if (status == 403) {
            return new Refused(
                    "HTTP403",
                    "Angel One denies access to this address or account.",
                    "Check that this computer's public IP address is registered for the API key.");
        }
        if (status == 404) {
            return new Fatal("HTTP404", "The server does not know this Angel One call.", "Check the endpoint setting.");
        }
        if (status >= 500) {
            return new Retryable(
                    "HTTP" + status,
                    "Angel One's server has a problem (HTTP " + status + ").",
                    WAIT,
                    SERVER_PAUSE_MILLIS);
        }
        if (status >= 200 && status < 300) {
            return new Retryable(
                    UNREADABLE,
                    body.isBlank()
                            ? "Angel One sent an empty answer."
                            : "Angel One's answer could not be read (it is not the expected JSON).",
                    WAIT,
                    SERVER_PAUSE_MILLIS);
        }
        return new Fatal(
                "HTTP" + status,
                "Angel One's server answered with HTTP " + status + ".",
                "Check the endpoint setting and the network's proxy.");
    }

    static BrokerFailure tooLarge(long limitBytes) {
        return new Fatal(
                UNREADABLE,
                "Angel One's answer is larger than " + limitBytes / (1 << 20) + " MB and was not read.",
                "Ask for a shorter span.");
    }

    static BrokerFailure timeout() {
        return new Retryable(TIMEOUT, "Angel One did not answer in time.", WAIT, SERVER_PAUSE_MILLIS);
    }

    static BrokerFailure network(String detail) {
        return new Retryable(
                NETWORK,
                "Angel One could not be reached (" + detail + ").",
                "Check the internet connection.",
                SERVER_PAUSE_MILLIS);
    }

    /// For calls of a session that has been closed.
    public static BrokerFailure loggedOut() {
        return new SessionExpired(NO_SESSION, "This Angel One session has been closed.", LOG_IN);
    }

    /// For a request that may have been carried out although its reply was lost; it must not be repeated blindly.
    public static BrokerFailure unknownOutcome(String what, BrokerFailure cause) {
        return new Fatal(
                UNKNOWN_OUTCOME,
                what + " may or may not have been carried out: " + cause.sentence(),
                "Look at the list before trying again.");
    }

    /// For a request that would have had to wait too long for the broker's rate limit and was not sent.
    public static BrokerFailure notSent() {
        return new Retryable(
                RATE_LIMIT,
                "Angel One takes no more calls of this kind for a moment; nothing was sent.",
                "Try again in a moment.",
                RATE_PAUSE_MILLIS);
    }

    /// For a request that must not go where this session leads.
    public static BrokerFailure wrongMode(String reason) {
        return new Refused("MODE", reason, "Use the session that belongs to the mode.");
    }

    /// A payload of the right envelope whose content makes no sense.
    public static BrokerFailure unreadable(String what) {
        return new Fatal(UNREADABLE, "Angel One's answer could not be understood: " + what + ".", "Report this.");
    }

    public static BrokerFailure rateLimit(String code) {
        return new Retryable(code, "Angel One allows no more calls for a moment.", WAIT, RATE_PAUSE_MILLIS);
    }

    /// True for every spelling of "too fast".
    static boolean rateLimited(BrokerFailure failure) {
        return failure.code().equals(RATE_LIMIT) || failure.code().equals("AB1021");
    }

    private static String quoted(String message) {
        String text = message.strip();
        return text.isEmpty() ? "" : ": \"" + (text.length() > 200 ? text.substring(0, 200) + "…" : text) + "\"";
    }
}
