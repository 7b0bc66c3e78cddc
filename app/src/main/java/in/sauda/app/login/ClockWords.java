package in.sauda.app.login;

import in.sauda.core.broker.Broker;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.ServerProbe;
import in.sauda.core.time.TimeSource;
import java.util.Map;
import java.util.Optional;

/// How this computer's clock compares with the broker's, in a sentence: six digits of a wrong half minute are refused.
final class ClockWords {
    private static final long SKEWED_MILLIS = 10_000;
    private static final long RESOLUTION_MILLIS = 1_500;

    private ClockWords() {}

    /// Asks the broker's server; blocks. Empty where there is nothing to say.
    static String of(Broker broker, TimeSource time) {
        try {
            Optional<ServerProbe> probe = broker.probe(Map.of());
            return probe.isEmpty() ? "" : words(probe.get().ask(), time.wallMillis());
        } catch (BrokerException unreachable) {
            return "The clocks could not be compared. " + unreachable.failure().sentence();
        }
    }

    private static String words(ServerProbe.Answer answer, long nowMillis) {
        if (answer.serverMillis() == 0) {
            return "";
        }
        long skew = nowMillis - answer.serverMillis();
        if (Math.abs(skew) <= RESOLUTION_MILLIS) {
            return "This computer's clock agrees with the broker's.";
        }
        return "This computer's clock is " + Math.abs(skew) / 1000 + " s " + (skew > 0 ? "ahead of" : "behind")
                + " the broker's"
                + (Math.abs(skew) > SKEWED_MILLIS ? "; set it right, or the six digits will be refused." : ".");
    }
}
