package in.sauda.broker.angelone.rest;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.SocketFactory;

/// Sockets that reach their peer through a SOCKS5 proxy (RFC 1928, passwords by RFC 1929).
///
/// Java's own SOCKS sockets ask one authenticator for the whole process; this one keeps the proxy's password to
/// the client it was made for.
final class Socks5SocketFactory extends SocketFactory {
    private static final int VERSION = 5;
    private static final int NO_PASSWORD = 0;
    private static final int PASSWORD = 2;
    private static final int CONNECT = 1;
    private static final int IP4 = 1;
    private static final int NAME = 3;
    private static final int IP6 = 4;
    private static final int PASSWORD_VERSION = 1;

    private final InetSocketAddress proxy;
    private final String user;
    private final String password;

    Socks5SocketFactory(InetSocketAddress proxy, String user, String password) {
        this.proxy = proxy;
        this.user = user;
        this.password = password;
    }

    @Override
    public Socket createSocket() {
        return new ProxiedSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localAddress, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress target) throws IOException {
        Socket socket = createSocket();
        socket.connect(target, 0);
        return socket;
    }

    private final class ProxiedSocket extends Socket {
        @Override
        public void connect(SocketAddress target, int timeoutMillis) throws IOException {
            InetSocketAddress address = new InetSocketAddress(proxy.getHostString(), proxy.getPort());
            if (address.isUnresolved()) {
                throw new UnknownHostException(proxy.getHostString());
            }
            super.connect(address, timeoutMillis);
            int before = getSoTimeout();
            setSoTimeout(timeoutMillis);
            greet();
            ask((InetSocketAddress) target);
            setSoTimeout(before);
        }

        private void greet() throws IOException {
            int method = user.isEmpty() ? NO_PASSWORD : PASSWORD;
            send(new byte[] {VERSION, 1, (byte) method});
            DataInputStream in = new DataInputStream(getInputStream());
            if (in.readUnsignedByte() != VERSION || in.readUnsignedByte() != method) {
                throw new ConnectException("the SOCKS proxy does not take this way of logging in");
            }
            if (method == PASSWORD) {
                byte[] name = user.getBytes(StandardCharsets.UTF_8);
                byte[] secret = password.getBytes(StandardCharsets.UTF_8);
                send(ByteBuffer.allocate(name.length + secret.length + 3)
                        .put((byte) PASSWORD_VERSION)
                        .put((byte) name.length)
                        .put(name)
                        .put((byte) secret.length)
                        .put(secret)
                        .array());
                in.readUnsignedByte();
                if (in.readUnsignedByte() != 0) {
                    throw new ConnectException("the SOCKS proxy does not accept its user and password");
                }
            }
        }

        private void ask(InetSocketAddress target) throws IOException {
            byte[] host = target.isUnresolved()
                    ? target.getHostString().getBytes(StandardCharsets.UTF_8)
                    : target.getAddress().getAddress();
            ByteBuffer request = ByteBuffer.allocate(host.length + 7)
                    .put((byte) VERSION)
                    .put((byte) CONNECT)
                    .put((byte) 0);
            if (target.isUnresolved()) {
                request.put((byte) NAME).put((byte) host.length);
            } else {
                request.put((byte) (target.getAddress() instanceof Inet6Address ? IP6 : IP4));
            }
            request.put(host).putShort((short) target.getPort());
            send(Arrays.copyOf(request.array(), request.position()));
            answered();
        }

        private void answered() throws IOException {
            DataInputStream in = new DataInputStream(getInputStream());
            in.readUnsignedByte();
            int outcome = in.readUnsignedByte();
            in.readUnsignedByte();
            int length = switch (in.readUnsignedByte()) {
                case IP4 -> 4;
                case IP6 -> 16;
                case NAME -> in.readUnsignedByte();
                default -> throw new ConnectException("the SOCKS proxy's answer cannot be read");
            };
            in.skipNBytes(length + 2L);
            if (outcome != 0) {
                throw new ConnectException("the SOCKS proxy cannot reach the server (reply " + outcome + ")");
            }
        }

        private void send(byte[] bytes) throws IOException {
            OutputStream out = getOutputStream();
            out.write(bytes);
            out.flush();
        }
    }
}
