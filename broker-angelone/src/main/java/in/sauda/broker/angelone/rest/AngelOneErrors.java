package in.sauda.broker.angelone.rest;

import in.sauda.broker.angelone.rest.ErrorCode.Words;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerFailure.Fatal;
import in.sauda.core.broker.BrokerFailure.Refused;
import in.sauda.core.broker.BrokerFailure.Retryable;
import in.sauda.core.broker.BrokerFailure.SessionExpired;
import java.util.Locale;
import java.util.regex.Pattern;

/// What went wrong, in plain sentences with a next step: the broker's codes ({@link ErrorCode}), answers that are
/// not one of its envelopes, and answers that never came.
public final class AngelOneErrors {
    public static final String RATE_LIMIT = "RATE_LIMIT";
    public static final String TIMEOUT = "TIMEOUT";
    public static final String NETWORK = "NETWORK";
    public static final String UNREADABLE = "UNREADABLE_REPLY";
    public static final String NO_SESSION = "NO_SESSION";
    public static final String WRONG_SECRET = "TOTP_SECRET";
    public static final String CODE_NEEDED = "TOTP_CODE";
    public static final String UNKNOWN_OUTCOME = "UNKNOWN_OUTCOME";
    public static final String UNREGISTERED_ADDRESS = "UNREGISTERED_IP";
    public static final String NO_DATA = "AB9019";

    static final long SERVER_PAUSE_MILLIS = 2_000;
    private static final long RATE_PAUSE_MILLIS = 1_000;

    /// The exact wording is not documented (protocol 9), so every sentence about an IP address is taken for it.
    private static final Pattern ADDRESS = Pattern.compile("(?i)\\bip\\b|ip address|static ip");
    private static final Pattern MPIN = Pattern.compile("(?i)\\bmpin\\b|login\\s*by\\s*password");
    private static final Pattern TOTP = Pattern.compile("(?i)\\btotp\\b");

    private AngelOneErrors() {}

    /// True when a business error says that something broke inside, not that the request was refused.
    static boolean unclear(String code) {
        return ErrorCode.of(code)
                .map(known -> known.kind() == ErrorCode.Kind.INTERNAL)
                .orElse(false);
    }

    /// Failure for an envelope that says no. Its words decide where a code is known to come with several meanings.
    static BrokerFailure business(String code, String message) {
        boolean shared = switch (code) {
            case "AB1000", "AB1007", "AB1050" -> true;
            default -> code.isEmpty() || ErrorCode.of(code).isEmpty();
        };
        return shared ? byWords(code, message) : known(code, message);
    }

    private static BrokerFailure known(String code, String message) {
        return ErrorCode.of(code)
                .map(known -> known.failure(message))
                .orElseGet(() -> new Refused(
                        code.isEmpty() ? "REFUSED" : code,
                        Words.REFUSED + ErrorCode.quoted(message) + ".",
                        "Check what was entered; the log has the broker's answer."));
    }

    private static BrokerFailure byWords(String code, String message) {
        String words = message.toLowerCase(Locale.ROOT);
        if (words.contains("too many requests") || words.contains("access rate")) {
            return rateLimit(RATE_LIMIT);
        }
        if (words.contains("invalid token") || words.contains("token expired")) {
            return new SessionExpired(code.isEmpty() ? NO_SESSION : code, Words.EXPIRED + ".", Words.LOG_IN);
        }
        if (MPIN.matcher(message).find()) {
            return new Refused(code.isEmpty() ? "MPIN" : code, Words.MPIN + ".", Words.USE_MPIN);
        }
        if (ADDRESS.matcher(message).find()) {
            return new Refused(UNREGISTERED_ADDRESS, Words.ADDRESS + ErrorCode.quoted(message) + ".", Words.REGISTER);
        }
        return TOTP.matcher(message).find() ? ErrorCode.AB1050.failure(message) : known(code, message);
    }

    /// Failure for an answer that is not one of the broker's envelopes.
    static BrokerFailure http(int status, String body) {
        String words = body.toLowerCase(Locale.ROOT);
        if (status == 429 || words.contains("exceeding access rate")) {
            return rateLimit(RATE_LIMIT);
        }
        if (status == 401) {
            return new SessionExpired("HTTP401", Words.EXPIRED + ".", Words.LOG_IN);
        }
        if (status == 403) {
            return ADDRESS.matcher(body).find()
                    ? new Refused(UNREGISTERED_ADDRESS, Words.ADDRESS + ".", Words.REGISTER)
                    : new Refused(
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
                    Words.WAIT,
                    SERVER_PAUSE_MILLIS);
        }
        if (status >= 200 && status < 300) {
            return new Retryable(
                    UNREADABLE,
                    body.isBlank()
                            ? "Angel One sent an empty answer."
                            : "Angel One's answer could not be read (it is not the expected JSON).",
                    Words.WAIT,
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
        return new Retryable(TIMEOUT, "Angel One did not answer in time.", Words.WAIT, SERVER_PAUSE_MILLIS);
    }

    static BrokerFailure network(String detail) {
        return new Retryable(
                NETWORK,
                "Angel One could not be reached (" + detail + ").",
                "Check the internet connection.",
                SERVER_PAUSE_MILLIS);
    }

    static BrokerFailure orderProxy(String detail) {
        return new Retryable(
                "ORDER_PROXY",
                "The order proxy did not lead to Angel One (" + detail + "); nothing was sent.",
                "Check the order proxy in the settings; orders never take another way while it is set.",
                SERVER_PAUSE_MILLIS);
    }

    public static BrokerFailure addressService(String detail) {
        return new Retryable(
                "PUBLIC_IP",
                "The public IP address could not be found out (" + detail + ").",
                "Check the internet connection; orders are not affected.",
                SERVER_PAUSE_MILLIS);
    }

    /// For calls of a session that has been closed.
    public static BrokerFailure loggedOut() {
        return new SessionExpired(NO_SESSION, "This Angel One session has been closed.", Words.LOG_IN);
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

    /// A payload of the right envelope whose content makes no sense.
    public static BrokerFailure unreadable(String what) {
        return new Fatal(UNREADABLE, "Angel One's answer could not be understood: " + what + ".", "Report this.");
    }

    public static BrokerFailure rateLimit(String code) {
        return new Retryable(code, Words.TOO_FAST + ".", Words.WAIT, RATE_PAUSE_MILLIS);
    }

    /// True for every spelling of "too fast".
    static boolean rateLimited(BrokerFailure failure) {
        return failure.code().equals(RATE_LIMIT) || failure.code().equals("AB1021");
    }
}
