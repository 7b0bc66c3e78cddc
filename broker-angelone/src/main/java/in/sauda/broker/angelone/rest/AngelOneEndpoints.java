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
/// @param orderUpdates address of the order-update socket, empty when another server is used that has none
/// @param publicIp service that answers with the caller's public address, empty when nobody checks it
/// @param orderProxy proxy that order calls alone go through, empty for none; may hold a password
/// @param overridden true when they are not the broker's own
/// @param loopback true when they are on this computer
public record AngelOneEndpoints(
        String rest,
        String stream,
        String orderUpdates,
        String publicIp,
        String orderProxy,
        boolean overridden,
        boolean loopback) {
    public static final String REST = "rest";
    public static final String STREAM = "stream";
    public static final String ORDER_UPDATES = "orderUpdates";
    public static final String PUBLIC_IP = "publicip";
    public static final String ORDER_PROXY = "orderproxy";

    private static final String OWN_REST = "https://apiconnect.angelone.in";
    private static final String OWN_STREAM = "wss://smartapisocket.angelone.in/smart-stream";
    private static final String OWN_ORDER_UPDATES = "wss://tns.angelone.in/smart-order-update";
    private static final String USUAL_PUBLIC_IP = "https://checkip.amazonaws.com/";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> ENCRYPTED = Set.of("https", "wss");

    /// Applies overrides. Half an override would send one server's tokens to another, and a password must not
    /// cross a network in clear text, so both are refused. The socket of order updates follows the two others: it
    /// is not opened when they are overridden and it is not.
    ///
    /// @throws BrokerException when the addresses cannot be used
    public static AngelOneEndpoints of(Map<String, String> overrides) throws BrokerException {
        String rest = withoutSlash(overrides.getOrDefault(REST, ""));
        String stream = withoutSlash(overrides.getOrDefault(STREAM, ""));
        String updates = withoutSlash(overrides.getOrDefault(ORDER_UPDATES, ""));
        String publicIp = overrides.getOrDefault(PUBLIC_IP, "").strip();
        String proxy = overrides.getOrDefault(ORDER_PROXY, "").strip();
        if (rest.isEmpty() && stream.isEmpty() && updates.isEmpty()) {
            String service = publicIp.isEmpty() ? USUAL_PUBLIC_IP : publicIp;
            return new AngelOneEndpoints(OWN_REST, OWN_STREAM, OWN_ORDER_UPDATES, service, proxy, false, false);
        }
        if (rest.isEmpty() || stream.isEmpty()) {
            throw refused("The endpoints \"rest\" and \"stream\" must be set together.");
        }
        boolean here = loopback(rest);
        if (here != loopback(stream)) {
            throw refused("The endpoints \"rest\" and \"stream\" must both be on this computer, or neither.");
        }
        if (!updates.isEmpty() && here != loopback(updates)) {
            throw refused("The endpoint \"orderUpdates\" must be on this computer if \"rest\" is, and only then.");
        }
        return new AngelOneEndpoints(rest, stream, updates, publicIp, proxy, true, here);
    }

    /// The proxy's password stays out of logs.
    @Override
    public String toString() {
        return "AngelOneEndpoints[rest=" + rest + ", stream=" + stream + ", orderUpdates=" + orderUpdates + "]";
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
