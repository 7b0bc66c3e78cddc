package in.sauda.broker.upstox.rest;

import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerFailure.Fatal;
import in.sauda.core.broker.BrokerFailure.Refused;
import in.sauda.core.broker.BrokerFailure.Retryable;
import in.sauda.core.broker.BrokerFailure.SessionExpired;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The broker's codes that mean something particular to a user (protocol 2.3). Every other code is a refusal
/// in the
/// broker's own words.
enum ErrorCode {
    UDAPI10005(Kind.RETRY, "Upstox says that calls come too fast", "Wait a moment."),
    UDAPI100016(Kind.REFUSED, "Upstox does not know these credentials", "Check the API key and the secret of the app."),
    UDAPI100049(
            Kind.REFUSED, "This account must use Upstox' business interface", "Ask Upstox which interface is meant."),
    UDAPI100050(Kind.EXPIRED, "The Upstox login has ended", "Log in again; Upstox ends every login at 03:30."),
    UDAPI100057(
            Kind.REFUSED,
            "The login code was not accepted; each code works once",
            "Log in again in the browser; a code cannot be used twice."),
    UDAPI100058(Kind.REFUSED, "No segment of this Upstox account is active", "Activate a segment in the Upstox app."),
    UDAPI100060(Kind.FATAL, "The server does not know this Upstox call", "Check the endpoint setting."),
    UDAPI100067(
            Kind.REFUSED,
            "A read-only token does not allow this call",
            "Log in in the browser for everything beyond looking."),
    UDAPI100068(
            Kind.REFUSED,
            "Upstox does not know this API key with this redirect address",
            "Both must be exactly those of the app in Upstox' Developer Apps."),
    UDAPI100069(
            Kind.REFUSED,
            "The API key or the API secret is wrong",
            "Copy both again from Upstox' Developer Apps; a new app makes those of the old one worthless."),
    UDAPI100070(
            Kind.REFUSED,
            "The redirect address is not the one registered for the app",
            "Enter exactly the redirect address of the app in Upstox' Developer Apps."),
    UDAPI100072(Kind.RETRY, "Upstox tells no funds between midnight and 05:30", "Ask again after 05:30."),
    UDAPI100073(Kind.REFUSED, "This Upstox account is not active", "Ask Upstox to activate it."),
    UDAPI100074(Kind.REFUSED, "Upstox takes no orders between midnight and 05:30", "Order again after 05:30."),
    UDAPI100500(Kind.INTERNAL, "Something went wrong inside Upstox", "Wait a moment and look at the list."),
    UDAPI1149(Kind.REFUSED, "This needs the Upstox Plus plan", "Nothing else in the terminal needs it."),
    UDAPI1154(
            Kind.REFUSED,
            "Orders are taken only from the registered static IP address",
            "Register this computer's public IP address in Upstox' Developer Apps, or use the registered line."),
    UDAPI1156(Kind.REFUSED, "The algo name is not registered", "Check the algo name in the settings."),
    UDAPI1158(
            Kind.REFUSED,
            "Upstox takes no market order without protection",
            "Send a limit order at the protected price instead."),
    UDAPI1161(Kind.REFUSED, "Upstox takes no MCX orders over its interface at the moment", "Use the Upstox app.");

    /// What may be done about it.
    private enum Kind {
        RETRY,
        REFUSED,
        EXPIRED,
        FATAL,
        INTERNAL
    }

    private static final long PAUSE_MILLIS = 1_000;
    private static final Map<String, ErrorCode> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ErrorCode::name, Function.identity()));

    private final Kind kind;
    private final String sentence;
    private final String nextStep;

    ErrorCode(Kind kind, String sentence, String nextStep) {
        this.kind = kind;
        this.sentence = sentence;
        this.nextStep = nextStep;
    }

    static Optional<ErrorCode> of(String code) {
        return Optional.ofNullable(BY_NAME.get(code));
    }

    /// True when something broke inside, so that the request may have been carried out.
    boolean internal() {
        return kind == Kind.INTERNAL;
    }

    BrokerFailure failure(String message) {
        String whole = sentence + UpstoxErrors.quoted(message) + ".";
        return switch (kind) {
            case RETRY, INTERNAL -> new Retryable(name(), whole, nextStep, PAUSE_MILLIS);
            case REFUSED -> new Refused(name(), whole, nextStep);
            case EXPIRED -> new SessionExpired(name(), whole, nextStep);
            case FATAL -> new Fatal(name(), whole, nextStep);
        };
    }
}
