package in.sauda.broker.angelone.rest;

import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.BrokerFailure.Refused;
import in.sauda.core.broker.BrokerFailure.Retryable;
import in.sauda.core.broker.BrokerFailure.SessionExpired;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The broker's error codes in plain sentences, each with what to do next.
///
/// Source: SmartAPI's error table, the trigger-order page and forum posts (protocol 1.22). The same code comes
/// with different messages from different calls, so the broker's own words are quoted where they say more than
/// the code.
enum ErrorCode {
    AG7002(Kind.REFUSED, Words.ADDRESS, Words.REGISTER),
    AG8001(Kind.EXPIRED, Words.EXPIRED, Words.LOG_IN),
    AG8002(Kind.EXPIRED, Words.EXPIRED, Words.LOG_IN),
    AG8003(Kind.EXPIRED, Words.EXPIRED, Words.LOG_IN),
    AG8004(
            Kind.REFUSED,
            "Angel One does not know this API key",
            "Copy the API key again from the SmartAPI page, My Apps."),
    AB8050(Kind.EXPIRED, "Angel One did not accept the token that renews the login", Words.LOG_IN),
    AB8051(Kind.EXPIRED, "The token that renews the Angel One login has expired", Words.LOG_IN),
    AB1000(Kind.QUOTED, Words.CREDENTIALS, Words.CHECK_CREDENTIALS),
    AB1001(Kind.QUOTED, Words.CREDENTIALS, Words.CHECK_CREDENTIALS),
    AB1002(Kind.QUOTED, "Angel One says the PIN has a wrong length", "Type the four digits of the MPIN."),
    AB1003(Kind.QUOTED, "Angel One says this client already exists", Words.CHECK_CREDENTIALS),
    AB1004(Kind.INTERNAL, Words.INTERNAL, Words.TRY_AGAIN),
    AB1005(Kind.QUOTED, "Angel One wants another type of user in the request", Words.REPORT),
    AB1006(Kind.REFUSED, "Angel One has blocked this client for trading", "Contact Angel One's support."),
    AB1007(Kind.QUOTED, Words.REFUSED, "Check client code, PIN and what was entered."),
    AB1008(Kind.QUOTED, "Angel One does not take this variety of order", Words.REPORT),
    AB1009(Kind.QUOTED, Words.INSTRUMENT, Words.REFRESH_MASTER),
    AB1010(Kind.EXPIRED, Words.EXPIRED, Words.LOG_IN),
    AB1011(Kind.EXPIRED, "Angel One says this client is not logged in", Words.LOG_IN),
    AB1012(Kind.QUOTED, "Angel One does not take this product here", "Choose another product."),
    AB1013(Kind.QUOTED, "Angel One does not find this order", Words.REFRESH),
    AB1014(Kind.QUOTED, "Angel One finds no such trade", Words.REFRESH),
    AB1015(Kind.QUOTED, "Angel One finds no such holding", Words.REFRESH),
    AB1016(Kind.QUOTED, "Angel One finds no such position", Words.REFRESH),
    AB1017(
            Kind.QUOTED,
            "Angel One did not convert the position",
            "Check the quantity and the funds the other product needs."),
    AB1018(Kind.QUOTED, "Angel One has no details of this instrument", Words.REFRESH_MASTER),
    AB1021(Kind.TOO_FAST, Words.TOO_FAST, Words.WAIT),
    AB1031(Kind.QUOTED, "Angel One says the old password does not match", Words.CHECK_CREDENTIALS),
    AB1032(Kind.QUOTED, Words.CREDENTIALS, Words.CHECK_CREDENTIALS),
    AB1050(
            Kind.REFUSED,
            "Angel One did not accept the one-time password (TOTP)",
            "Check the TOTP secret and that this computer's clock is right to within 30 seconds."),
    AB2000(Kind.INTERNAL, Words.INTERNAL, Words.TRY_AGAIN),
    AB2001(Kind.INTERNAL, Words.INTERNAL, Words.TRY_AGAIN),
    AB2002(Kind.QUOTED, "Angel One has blocked bracket orders", "Send a limit order and a stop order instead."),
    AB4008(Kind.REFUSED, "The order's tag is longer than Angel One allows", Words.REPORT),
    AB4018(Kind.REFUSED, "The request named no instrument", Words.REFRESH_MASTER),
    AB7001(Kind.REFUSED, Words.MPIN, Words.USE_MPIN),
    AB9000(Kind.INTERNAL, "Angel One's trigger orders report an internal error", Words.TRY_AGAIN),
    AB9001(Kind.QUOTED, "Angel One does not take these values for a trigger order", Words.CHECK_TRIGGER),
    AB9002(Kind.QUOTED, "Angel One does not offer this for trigger orders", Words.REPORT),
    AB9003(Kind.QUOTED, "Angel One does not accept the client code for trigger orders", Words.LOG_IN),
    AB9004(Kind.QUOTED, "Angel One does not take this choice of states", Words.REPORT),
    AB9005(Kind.EXPIRED, Words.EXPIRED, Words.LOG_IN),
    AB9006(Kind.QUOTED, "Angel One does not take this quantity for a trigger order", Words.CHECK_TRIGGER),
    AB9007(Kind.QUOTED, "Angel One does not take this disclosed quantity", Words.CHECK_TRIGGER),
    AB9008(Kind.QUOTED, "Angel One does not take this price for a trigger order", Words.CHECK_TRIGGER),
    AB9009(Kind.QUOTED, "Angel One does not take this trigger price", Words.CHECK_TRIGGER),
    AB9010(Kind.QUOTED, "Angel One takes trigger orders for NSE and BSE shares only", "Choose a share."),
    AB9011(Kind.QUOTED, Words.INSTRUMENT, Words.REFRESH_MASTER),
    AB9012(Kind.QUOTED, Words.INSTRUMENT, Words.REFRESH_MASTER),
    AB9013(Kind.QUOTED, "Angel One does not find this trigger order", Words.REFRESH),
    AB9014(Kind.QUOTED, "Angel One does not take this side for a trigger order", Words.CHECK_TRIGGER),
    AB9015(Kind.QUOTED, "Angel One does not take this product for a trigger order", "Choose delivery or margin."),
    AB9016(Kind.QUOTED, "Angel One does not take this period for a trigger order", Words.CHECK_TRIGGER),
    AB9017(Kind.QUOTED, "Angel One has no such page of trigger orders", Words.REPORT),
    AB9018(Kind.QUOTED, "Angel One does not list so many trigger orders at once", Words.REPORT),
    AB9019(
            Kind.REFUSED,
            "Angel One has no such figures now",
            "They exist for listed expiries, mostly in market hours.");

    enum Kind {
        REFUSED,
        /// Refused, and the broker's own words are quoted.
        QUOTED,
        EXPIRED,
        TOO_FAST,
        /// Something broke inside: the request may have been carried out.
        INTERNAL
    }

    private static final Map<String, ErrorCode> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));
    private static final int LONGEST_QUOTE = 200;

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

    Kind kind() {
        return kind;
    }

    /// @param message the broker's own words
    BrokerFailure failure(String message) {
        return switch (kind) {
            case REFUSED -> new Refused(name(), sentence + ".", nextStep);
            case QUOTED -> new Refused(name(), sentence + quoted(message) + ".", nextStep);
            case EXPIRED -> new SessionExpired(name(), sentence + ".", nextStep);
            case TOO_FAST -> AngelOneErrors.rateLimit(name());
            case INTERNAL ->
                new Retryable(name(), sentence + quoted(message) + ".", nextStep, AngelOneErrors.SERVER_PAUSE_MILLIS);
        };
    }

    static String quoted(String message) {
        String text = message.strip();
        if (text.isEmpty()) {
            return "";
        }
        boolean longer = text.length() > LONGEST_QUOTE;
        return ": \"" + (longer ? text.substring(0, LONGEST_QUOTE) + "…" : text) + "\"";
    }

    /// Sentences several codes share; an enum cannot name its own constants in its constructors.
    static final class Words {
        static final String LOG_IN = "Log in again.";
        static final String WAIT = "Nothing to do: the terminal waits and tries again.";
        static final String REFUSED = "Angel One refused the request";
        static final String EXPIRED = "The Angel One login is no longer valid";
        static final String TOO_FAST = "Angel One allows no more calls for a moment";
        static final String MPIN = "Angel One wants the MPIN of the app, not the account's password";
        static final String USE_MPIN = "Type the four digits you open the Angel One app with.";
        static final String ADDRESS = "Angel One takes orders from the registered IP address only, and this is another";
        static final String REGISTER =
                "Register this computer's public address at smartapi.angelone.in, My Apps, or set an order proxy.";
        private static final String CREDENTIALS = "Angel One does not know this client code and PIN";
        private static final String CHECK_CREDENTIALS = "Check the client code and the PIN.";
        private static final String INTERNAL = "Angel One reports an internal error";
        private static final String TRY_AGAIN = "Try again in a moment; if it stays, check the dates or the order.";
        private static final String INSTRUMENT = "Angel One does not know this instrument";
        private static final String REFRESH_MASTER = "Refresh the list of instruments.";
        private static final String REFRESH = "Refresh the list.";
        private static final String CHECK_TRIGGER = "Check the trigger order's values.";
        private static final String REPORT = "Report this to the developers.";

        private Words() {}
    }
}
