package in.sauda.simulator.angel;

import in.sauda.simulator.faults.FaultTarget;
import in.sauda.simulator.faults.Line;
import in.sauda.simulator.master.Contract;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// One port of loopback: what a broker's wire needs besides its protocol.
public abstract class LoopbackServer implements FaultTarget, AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MOST_THREADS = 32;
    private static final int FEWEST_THREADS = 4;

    private final Server server;
    private final ServerConnector connector;

    /// @param port 0 for any free one
    /// @param name of the threads
    protected LoopbackServer(int port, String name) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName(name);
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
    }

    protected final Server server() {
        return server;
    }

    /// The open sockets of every kind.
    protected abstract List<Connections> kinds();

    /// @throws IOException with one clear sentence when the port is taken
    public final void start() throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw explained(e);
        }
    }

    private IOException explained(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new IOException(
                        "Port " + connector.getPort() + " on " + LOOPBACK
                                + " is already in use; choose another port, or 0 for any free one",
                        failure);
            }
        }
        return new IOException("The simulator's server could not start: " + failure.getMessage(), failure);
    }

    /// Root of every REST call.
    public final URI rest() {
        return address("http", "");
    }

    /// An address of this server.
    protected final URI address(String scheme, String path) {
        return URI.create(scheme + "://" + LOOPBACK + ":" + connector.getLocalPort() + path);
    }

    @Override
    public final void cut(Line line) {
        connections(line).forEach(Connections::cutAll);
    }

    @Override
    public final void send(Line line, byte[] frame) {
        connections(line).forEach(kind -> kind.all().forEach(socket -> socket.sendBinary(frame)));
    }

    @Override
    public final void tick(long nanos) {
        kinds().forEach(kind -> kind.tick(nanos));
    }

    private List<Connections> connections(Line line) {
        return kinds().stream().filter(kind -> line.covers(kind.line())).toList();
    }

    /// Counters of every open connection.
    public final List<SocketTruth> sockets() {
        return kinds().stream()
                .flatMap(kind -> kind.all().stream())
                .map(WireSocket::truth)
                .toList();
    }

    /// What anybody listens to. Call it inside {@link in.sauda.simulator.market.Market#locked}.
    public abstract List<Contract> subscribed();

    /// Updates of the stream encoded since the start.
    public abstract long packets();

    /// Frames of the stream given up because a client read too slowly.
    public final long droppedFrames() {
        return connections(Line.STREAM).stream()
                .mapToLong(kind -> kind.dropped().get())
                .sum();
    }

    @Override
    public void close() {
        try {
            server.setStopTimeout(0);
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The simulator's server did not stop cleanly", e);
        }
    }
}
