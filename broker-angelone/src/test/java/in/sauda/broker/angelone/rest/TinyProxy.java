package in.sauda.broker.angelone.rest;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// The smallest proxy: SOCKS5 with an optional password, or HTTP with CONNECT and plain requests. Passes
/// everything on to one upstream whatever was asked for, and keeps what it was asked.
final class TinyProxy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final boolean socks;
    private final String password;
    private final InetSocketAddress upstream;
    final List<String> asked = new CopyOnWriteArrayList<>();

    /// @param password expected of SOCKS clients, empty for none
    TinyProxy(boolean socks, String password, int upstreamPort) throws IOException {
        this.socks = socks;
        this.password = password;
        this.upstream = new InetSocketAddress(InetAddress.getLoopbackAddress(), upstreamPort);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket target = new Socket()) {
            target.connect(upstream);
            boolean open = socks ? greet(client) : request(client, target);
            if (open) {
                Thread back = Thread.ofVirtual().start(() -> pump(target, client));
                pump(client, target);
                back.join();
            }
        } catch (IOException gone) {
            asked.add("broken: " + gone.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // One side has closed; the other is closed with it by the caller.
            return;
        }
    }

    private boolean greet(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        in.readUnsignedByte();
        byte[] methods = in.readNBytes(in.readUnsignedByte());
        int wanted = password.isEmpty() ? 0 : 2;
        boolean offered = methods.length > 0 && methods[0] == wanted;
        out.write(new byte[] {5, (byte) (offered ? wanted : 0xFF)});
        if (!offered || !loggedIn(in, out)) {
            return false;
        }
        in.skipNBytes(3);
        int type = in.readUnsignedByte();
        byte[] host = in.readNBytes(type == 1 ? 4 : type == 4 ? 16 : in.readUnsignedByte());
        int port = in.readUnsignedShort();
        asked.add("connect " + host.length + ":" + port);
        out.write(new byte[] {5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        return true;
    }

    private boolean loggedIn(DataInputStream in, OutputStream out) throws IOException {
        if (password.isEmpty()) {
            return true;
        }
        in.readUnsignedByte();
        String user = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        String typed = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        boolean right = typed.equals(password);
        asked.add("user " + user + (right ? "" : " refused"));
        out.write(new byte[] {1, (byte) (right ? 0 : 1)});
        return right;
    }

    /// Reads the head; CONNECT is answered, a plain request passed on without its host
    /// and as the only one of its connection.
    private boolean request(Socket client, Socket target) throws IOException {
        String head = head(client.getInputStream());
        String line = head.lines().findFirst().orElse("");
        boolean authorised = head.toLowerCase(Locale.ROOT).contains("proxy-authorization: basic");
        asked.add(line + (authorised ? " with password" : ""));
        if (!password.isEmpty() && !authorised) {
            answer(
                    client,
                    String.join(
                            "\r\n",
                            "HTTP/1.1 407 Proxy Authentication Required",
                            "Proxy-Authenticate: Basic realm=x",
                            "Content-Length: 0",
                            "Connection: close",
                            "",
                            ""));
            return false;
        }
        if (line.startsWith("CONNECT")) {
            answer(client, "HTTP/1.1 200 OK\r\n\r\n");
        } else {
            String origin = head.replaceFirst(" http://[^/ ]+", " ").replace("Keep-Alive", "close");
            target.getOutputStream().write(origin.getBytes(StandardCharsets.UTF_8));
        }
        return true;
    }

    private static void answer(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0) {
            head.append((char) next);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
            next = in.read();
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
