package in.sauda.simulator.control;

import in.sauda.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// REST on loopback to inject faults, move the clock and read the truth. It has no login: whoever reaches it is at this
/// computer and holds nothing but a game.
public final class ControlServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Server server;
    private final ServerConnector connector;

    private ControlServer(Simulator simulator, int port) {
        QueuedThreadPool threads = new QueuedThreadPool(8, 2);
        threads.setName("simulator-control");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new ControlHandler(simulator));
    }

    /// @param port 0 for any free one
    /// @throws IOException in one clear sentence
    public static ControlServer start(Simulator simulator, int port) throws IOException {
        ControlServer control = new ControlServer(simulator, port);
        try {
            control.server.start();
            return control;
        } catch (Exception e) {
            control.close();
            throw new IOException("The control port " + port + " could not be opened: " + e.getMessage(), e);
        }
    }

    public URI address() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.setStopTimeout(0);
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The control server did not stop cleanly", e);
        }
    }
}
