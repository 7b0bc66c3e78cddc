package in.sauda.app.command;

import in.sauda.app.metrics.MetricsServer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--metrics PORT`: nothing listens without it.
final class MetricsOption {
    @Option(
            names = "--metrics",
            paramLabel = "PORT",
            description =
                    "Serve figures for Prometheus at http://127.0.0.1:PORT/metrics, to this computer alone. Default: none.")
    private @Nullable Integer port;

    /// Starts the page where one is wanted; it ends with the process.
    ///
    /// @throws CommandFailure when the port cannot be used
    @Nullable
    MetricsServer open() {
        if (port == null) {
            return null;
        }
        if (port < 1 || port > 65_535) {
            throw new CommandFailure("--metrics must be a port from 1 to 65535, not " + port + ".");
        }
        try {
            return MetricsServer.open(port);
        } catch (IOException taken) {
            throw new CommandFailure(
                    "Figures cannot be served: " + taken.getMessage() + "; choose another --metrics.", taken);
        }
    }
}
