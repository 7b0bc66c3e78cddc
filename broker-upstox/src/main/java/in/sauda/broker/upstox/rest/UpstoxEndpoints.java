package in.sauda.broker.upstox.rest;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The addresses a session talks to. Sockets have none of their own: the broker tells a signed one at every
/// connect.
///
/// @param rest root of everything but orders, without a trailing slash
/// @param orders root of placing, changing and cancelling orders (protocol 2.1)
/// @param publicIp service that answers with the caller's public address, empty when nobody checks it
/// @param overridden true when this is not the broker itself
public record UpstoxEndpoints(String rest, String orders, String publicIp, boolean overridden) {
    private static final String REST = "https://api.upstox.com";
    private static final String ORDERS = "https://api-hft.upstox.com";
    private static final String PUBLIC_IP = "https://api.ipify.org";

    /// @param overrides {@code rest}, {@code orders} and {@code publicip}; where only {@code rest} is overridden,
    ///     orders go there too
    /// @throws BrokerException when one is not an address
    public static UpstoxEndpoints of(Map<String, String> overrides) throws BrokerException {
        boolean overridden = overrides.containsKey("rest") || overrides.containsKey("orders");
        String rest = root(overrides.getOrDefault("rest", REST));
        String usual = overrides.containsKey("rest") ? rest : ORDERS;
        return new UpstoxEndpoints(
                rest,
                root(overrides.getOrDefault("orders", usual)),
                overrides.getOrDefault("publicip", overridden ? "" : PUBLIC_IP),
                overridden);
    }

    private static String root(String address) throws BrokerException {
        String plain = address.replaceFirst("/+$", "");
        Optional<String> host = host(plain);
        if (host.isEmpty() || !plain.matches("https?://.+")) {
            throw new BrokerException(new BrokerFailure.Fatal(
                    "ENDPOINT",
                    "The address of Upstox' server is not valid: " + address + ".",
                    "Correct or remove the endpoint setting."));
        }
        return plain;
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /// True when both are on this computer.
    public boolean loopback() {
        return local(rest) && local(orders);
    }

    private static boolean local(String address) {
        String host = host(address).orElse("");
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
