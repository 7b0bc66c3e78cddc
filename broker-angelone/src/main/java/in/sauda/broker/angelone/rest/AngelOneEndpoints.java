package in.sauda.broker.angelone.rest;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/// The addresses a session talks to.
///
/// @param rest root without a trailing slash
/// @param stream address of the market-data socket
/// @param overridden true when they are not the broker's own
/// @param loopback true when both are on this computer
public record AngelOneEndpoints(String rest, String stream, boolean overridden, boolean loopback) {
    public static final String REST = "rest";
    public static final String STREAM = "stream";

    private static final String OWN_REST = "https://apiconnect.angelone.in";
    private static final String OWN_STREAM = "wss://smartapisocket.angelone.in/smart-stream";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> ENCRYPTED = Set.of("https", "wss");

    /// Applies overrides. Half an override would send one server's tokens to another, and a password must not
    /// cross a
    /// network in clear text, so both are refused.
    ///
    /// @throws BrokerException when the addresses cannot be used
    public static AngelOneEndpoints of(Map<String, String> overrides) throws BrokerException {
        String rest = withoutSlash(overrides.getOrDefault(REST, ""));
        String stream = withoutSlash(overrides.getOrDefault(STREAM, ""));
        if (rest.isEmpty() && stream.isEmpty()) {
            return new AngelOneEndpoints(OWN_REST, OWN_STREAM, false, false);
        }
        if (rest.isEmpty() || stream.isEmpty()) {
            throw refused("The endpoints \"rest\" and \"stream\" must be set together.");
        }
        boolean restHere = loopback(rest);
        boolean streamHere = loopback(stream);
        if (restHere != streamHere) {
            throw refused("The endpoints \"rest\" and \"stream\" must both be on this computer, or neither.");
        }
        return new AngelOneEndpoints(rest, stream, true, restHere);
    }

    private static boolean loopback(String address) throws BrokerException {
        URI uri = parse(address);
        String host = uri.getHost();
        if (host == null) {
            throw refused("The endpoint " + address + " has no host.");
        }
        boolean here = LOOPBACK.contains(host);
        if (!here && !ENCRYPTED.contains(String.valueOf(uri.getScheme()))) {
            throw refused("The endpoint " + address + " is not encrypted (https, wss) and not on this computer.");
        }
        return here;
    }

    private static URI parse(String address) throws BrokerException {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException notAnAddress) {
            throw refused("The endpoint " + address + " is not an address.");
        }
    }

    private static BrokerException refused(String sentence) {
        return new BrokerException(
                new BrokerFailure.Fatal("ENDPOINT", sentence, "Correct the endpoint settings of Angel One."));
    }

    private static String withoutSlash(String address) {
        String text = address.strip();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
