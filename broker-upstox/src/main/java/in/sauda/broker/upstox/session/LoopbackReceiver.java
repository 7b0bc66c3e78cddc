package in.sauda.broker.upstox.session;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Waits on this computer for the browser that comes back from the broker's login page with a code.
///
/// Only loopback is listened to. A visit without our own random state is answered and forgotten: anybody's
/// page could
/// send one. The code is handed out once.
final class LoopbackReceiver implements AutoCloseable {
    static final String PORT_TAKEN = "REDIRECT_PORT";
    private static final int VISIT_MILLIS = 5_000;
    private static final int LONGEST_LINE = 8_192;

    private final ServerSocket socket;
    private final URI redirect;

    private LoopbackReceiver(ServerSocket socket, URI redirect) {
        this.socket = socket;
        this.redirect = redirect;
    }

    /// @param registered the redirect address of the app; without a port any free one is taken
    /// @throws BrokerException when the address is not one of this computer, or its port is taken
    static LoopbackReceiver open(String registered) throws BrokerException {
        URI address = parse(registered);
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Math.max(0, address.getPort())));
            String path = address.getPath() == null ? "" : address.getPath();
            URI redirect = URI.create("http://" + address.getHost() + ":" + socket.getLocalPort() + path);
            return new LoopbackReceiver(socket, address.getPort() < 0 ? redirect : address);
        } catch (IOException taken) {
            throw new BrokerException(
                    new BrokerFailure.Refused(
                            PORT_TAKEN,
                            "Port " + address.getPort() + " of the redirect address is used by another program.",
                            "Close that program, or register another port with the app."),
                    taken);
        }
    }

    private static URI parse(String registered) throws BrokerException {
        try {
            URI address = URI.create(registered.strip());
            String host = String.valueOf(address.getHost());
            if ("http".equals(address.getScheme()) && (host.equals("localhost") || host.startsWith("127."))) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new BrokerException(refused(), notAnAddress);
        }
        throw new BrokerException(refused());
    }

    private static BrokerFailure refused() {
        return new BrokerFailure.Refused(
                "UDAPI100070",
                "The redirect address is not one of this computer, so the login could not come back.",
                "Register http://127.0.0.1:8765/upstox with the app and enter it here.");
    }

    /// Where the browser has to come back to.
    URI redirect() {
        return redirect;
    }

    /// Waits for the visit that brings the code.
    ///
    /// @param state what the visit has to carry
    /// @return empty when nobody came in time
    Optional<String> await(String state, long patienceNanos) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(patienceNanos);
        socket.setSoTimeout(Math.clamp(left, 1, Integer.MAX_VALUE));
        while (true) {
            try (Socket visit = socket.accept()) {
                visit.setSoTimeout(VISIT_MILLIS);
                Map<String, String> query = query(firstLine(visit));
                String code = query.getOrDefault("code", "");
                boolean ours = state.equals(query.get("state"));
                if (ours && !code.isEmpty()) {
                    answer(visit, 200, "You are logged in. This page can be closed; Sauda goes on by itself.");
                    return Optional.of(code);
                }
                answer(visit, ours ? 400 : 404, "This visit is not the login that Sauda waits for.");
            } catch (InterruptedIOException late) {
                return Optional.empty();
            }
        }
    }

    private static String firstLine(Socket visit) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(visit.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder line = new StringBuilder();
        try {
            for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST_LINE; c = in.read()) {
                line.append((char) c);
            }
        } catch (InterruptedIOException silentVisitor) {
            return "";
        }
        return line.toString().strip();
    }

    /// The query of {@code GET /path?query HTTP/1.1}.
    private static Map<String, String> query(String requestLine) {
        Map<String, String> values = new HashMap<>();
        String[] parts = requestLine.split(" ", 3);
        int mark = parts.length < 2 ? -1 : parts[1].indexOf('?');
        if (mark >= 0 && parts[0].equals("GET")) {
            for (String pair : parts[1].substring(mark + 1).split("&", -1)) {
                String[] entry = pair.split("=", 2);
                if (entry.length == 2) {
                    values.putIfAbsent(entry[0], URLDecoder.decode(entry[1], StandardCharsets.UTF_8));
                }
            }
        }
        return values;
    }

    private static void answer(Socket visit, int status, String words) throws IOException {
        byte[] page =
                ("<!doctype html><meta charset=utf-8><title>Sauda</title><p>" + words).getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + (status == 200 ? " OK" : " Not found")
                + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + page.length
                + "\r\nConnection: close\r\n\r\n";
        visit.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        visit.getOutputStream().write(page);
        visit.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
