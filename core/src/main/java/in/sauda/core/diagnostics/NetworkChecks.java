package in.sauda.core.diagnostics;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.ServerProbe;
import in.sauda.core.time.TimeSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Checks of the way to a broker's server that need no login.
public final class NetworkChecks {
    private static final long SKEW_NOTED_MILLIS = 2_000;
    private static final long SKEW_FATAL_MILLIS = 25_000;
    private static final long SLOW_MILLIS = 1_500;

    private NetworkChecks() {}

    public static List<Check> all(String broker, ServerProbe probe, TimeSource time) {
        return List.of(
                new Check("dns", "Internet and names", () -> names(probe)),
                new Check("rest", broker + " reachable", () -> reachable(broker, probe)),
                new Check("clock", "Clock", () -> clock(probe, time)));
    }

    private static Finding names(ServerProbe probe) {
        try {
            String found = Arrays.stream(InetAddress.getAllByName(probe.host()))
                    .map(InetAddress::getHostAddress)
                    .limit(2)
                    .collect(Collectors.joining(", "));
            return Finding.ok(probe.host() + " is " + found + ".");
        } catch (UnknownHostException unknown) {
            return Finding.failed(
                    "The name " + probe.host() + " is not known to this computer's name server.",
                    "Check the internet connection, a VPN, or the DNS setting of the network.");
        }
    }

    private static Finding reachable(String broker, ServerProbe probe) throws BrokerException {
        long millis = probe.ask().roundTripNanos() / 1_000_000;
        return millis > SLOW_MILLIS
                ? Finding.note(
                        broker + " answers, but only after " + millis + " ms.",
                        "Orders will be as slow; check the line.")
                : Finding.ok(broker + " answers in " + millis + " ms.");
    }

    private static Finding clock(ServerProbe probe, TimeSource time) throws BrokerException {
        ServerProbe.Answer answer = probe.ask();
        if (answer.serverMillis() == 0) {
            return Finding.skipped("The broker's server does not say what time it is.");
        }
        long skew = time.wallMillis() - answer.roundTripNanos() / 2_000_000 - answer.serverMillis();
        String words = Math.abs(skew) / 1000 + " s " + (skew > 0 ? "ahead of" : "behind") + " the broker's";
        if (Math.abs(skew) >= SKEW_FATAL_MILLIS) {
            return Finding.failed(
                    "This computer's clock is " + words + ", so the six digits of the login are refused.",
                    "Switch on setting the time automatically in the system's date and time settings.");
        }
        return Math.abs(skew) >= SKEW_NOTED_MILLIS
                ? Finding.note("This computer's clock is " + words + ".", "Let the system set the time automatically.")
                : Finding.ok("This computer's clock agrees with the broker's.");
    }
}
