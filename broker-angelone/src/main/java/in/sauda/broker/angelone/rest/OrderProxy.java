package in.sauda.broker.angelone.rest;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.secrets.Redaction;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/// A proxy that order calls alone go through, so that they come from the registered address while prices do not
/// make the detour. Written {@code http://host:port} (tunnels with CONNECT) or {@code socks5://host:port}, each
/// with an optional {@code user:password@}.
record OrderProxy(boolean socks, String host, int port, String user, String password) {
    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";
    private static final int LARGEST_PORT = 65_535;

    /// @return empty when the setting is
    /// @throws BrokerException when the text is not such an address
    static Optional<OrderProxy> parse(String setting) throws BrokerException {
        if (setting.isBlank()) {
            return Optional.empty();
        }
        URI uri;
        try {
            uri = URI.create(setting.strip());
        } catch (IllegalArgumentException notAnAddress) {
            throw refused();
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean socks = scheme.equals("socks5");
        boolean known = socks || scheme.equals("http");
        if (!known || uri.getHost() == null || uri.getPort() < 1 || uri.getPort() > LARGEST_PORT) {
            throw refused();
        }
        String[] login = String.valueOf(uri.getUserInfo() == null ? "" : uri.getUserInfo())
                .split(":", 2);
        Redaction.know(login.length > 1 ? login[1] : "");
        return Optional.of(
                new OrderProxy(socks, uri.getHost(), uri.getPort(), login[0], login.length > 1 ? login[1] : ""));
    }

    /// The setting itself is not repeated: it may hold a password.
    private static BrokerException refused() {
        return new BrokerException(new BrokerFailure.Fatal(
                "ORDER_PROXY",
                "The order proxy is not an address like http://host:port or socks5://host:port.",
                "Correct the order proxy in the settings of Angel One."));
    }

    /// Leads every call of a client through this proxy.
    OkHttpClient.Builder applyTo(OkHttpClient.Builder client) {
        InetSocketAddress address = InetSocketAddress.createUnresolved(host, port);
        if (socks) {
            return client.proxy(Proxy.NO_PROXY).socketFactory(new Socks5SocketFactory(address, user, password));
        }
        return client.proxy(new Proxy(Proxy.Type.HTTP, address)).proxyAuthenticator(authenticator());
    }

    /// Answers once; a proxy that refuses the same answer again ends the call.
    private Authenticator authenticator() {
        return (route, response) -> user.isEmpty() || response.request().header(PROXY_AUTHORIZATION) != null
                ? null
                : response.request()
                        .newBuilder()
                        .header(PROXY_AUTHORIZATION, Credentials.basic(user, password, StandardCharsets.UTF_8))
                        .build();
    }

    @Override
    public String toString() {
        return (socks ? "socks5://" : "http://") + host + ":" + port;
    }
}
