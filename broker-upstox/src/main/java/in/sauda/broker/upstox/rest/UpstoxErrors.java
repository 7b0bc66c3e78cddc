package in.sauda.broker.upstox.rest;

import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerFailure.Fatal;
import in.sauda.core.broker.BrokerFailure.Refused;
import in.sauda.core.broker.BrokerFailure.Retryable;
import in.sauda.core.broker.BrokerFailure.SessionExpired;

/// What went wrong, in plain sentences with a next step: the broker's codes ({@link ErrorCode}), answers that
/// are none
/// of its envelopes, and answers that never came.
public final class UpstoxErrors {
    public static final String RATE_LIMIT = "RATE_LIMIT";
    public static final String TIMEOUT = "TIMEOUT";
    public static final String NETWORK = "NETWORK";
    public static final String UNREADABLE = "UNREADABLE_REPLY";
    public static final String NO_SESSION = "NO_SESSION";
    public static final String UNKNOWN_OUTCOME = "UNKNOWN_OUTCOME";
    /// The broker's code for a call that comes too soon after others.
    private static final String TOO_MANY = "UDAPI10005";

    private static final long SERVER_PAUSE_MILLIS = 2_000;
    private static final long RATE_PAUSE_MILLIS = 1_000;
    private static final int MAX_QUOTE = 160;
    private static final String LOG_IN = "Log in to Upstox again.";
    private static final String WAIT = "Wait a moment.";

    private UpstoxErrors() {}

    /// True when an error says that something broke inside, not that the request was refused.
    static boolean unclear(int status, String code) {
        return status >= 500 || ErrorCode.of(code).map(ErrorCode::internal).orElse(false);
    }

    static BrokerFailure business(int status, String code, String message) {
        return ErrorCode.of(code).map(known -> known.failure(message)).orElseGet(() -> switch (status) {
            case 401 -> expired(code);
            case 429 -> rateLimit();
            default ->
                status >= 500
                        ? http(status, "")
                        : new Refused(
                                code.isEmpty() ? "REFUSED" : code,
                                "Upstox refused this" + quoted(message) + ".",
                                "Check what was entered; the log has the broker's answer.");
        });
    }

    /// Failure for an answer that is none of the broker's envelopes.
    static BrokerFailure http(int status, String body) {
        if (status == 401) {
            return expired("HTTP401");
        }
        if (status == 429) {
            return rateLimit();
        }
        if (status == 403) {
            return new Refused(
                    "HTTP403",
                    "Upstox denies access to this address or account.",
                    "Check that this computer's public IP address is registered with the app.");
        }
        if (status >= 500) {
            return new Retryable(
                    "HTTP" + status, "Upstox' server has a problem (HTTP " + status + ").", WAIT, SERVER_PAUSE_MILLIS);
        }
        if (status >= 200 && status < 300) {
            return new Retryable(
                    UNREADABLE,
                    body.isBlank()
                            ? "Upstox sent an empty answer."
                            : "Upstox' answer could not be read (it is not the expected JSON).",
                    WAIT,
                    SERVER_PAUSE_MILLIS);
        }
        return new Fatal(
                "HTTP" + status,
                "Upstox' server answered with HTTP " + status + ".",
                "Check the endpoint setting and the network's proxy.");
    }

    private static SessionExpired expired(String code) {
        return new SessionExpired(code.isEmpty() ? NO_SESSION : code, "The Upstox login has ended.", LOG_IN);
    }

    static BrokerFailure tooLarge(long limitBytes) {
        return new Fatal(
                UNREADABLE,
                "Upstox' answer is larger than " + limitBytes / (1 << 20) + " MB and was not read.",
                "Ask for a shorter span.");
    }

    static BrokerFailure timeout() {
        return new Retryable(TIMEOUT, "Upstox did not answer in time.", WAIT, SERVER_PAUSE_MILLIS);
    }

    static BrokerFailure network(String detail) {
        return new Retryable(
                NETWORK,
                "Upstox could not be reached (" + detail + ").",
                "Check the internet connection.",
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
        return new SessionExpired(NO_SESSION, "This Upstox session has been closed.", LOG_IN);
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
                "Upstox takes no more calls of this kind for a moment; nothing was sent.",
                "Try again in a moment.",
                RATE_PAUSE_MILLIS);
    }

    /// A payload of the right envelope whose content makes no sense.
    public static BrokerFailure unreadable(String what) {
        return new Fatal(UNREADABLE, "Upstox' answer could not be understood: " + what + ".", "Report this.");
    }

    static BrokerFailure rateLimit() {
        return new Retryable(TOO_MANY, "Upstox says that calls come too fast.", WAIT, RATE_PAUSE_MILLIS);
    }

    /// True for every spelling of "too fast".
    static boolean rateLimited(BrokerFailure failure) {
        return failure.code().equals(RATE_LIMIT) || failure.code().equals(TOO_MANY);
    }

    /// The broker's own words in brackets, cut where they are long; nothing when there are none.
    static String quoted(String message) {
        String words = message.strip().replaceAll("\\s+", " ");
        return words.isEmpty() ? "" : " (" + words.substring(0, Math.min(MAX_QUOTE, words.length())) + ")";
    }
}
