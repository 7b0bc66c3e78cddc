package in.sauda.app.session;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens pages and folders with what the system opens them with. Nothing is passed through a shell.
final class SystemOpener {
    private static final Logger LOG = LoggerFactory.getLogger(SystemOpener.class);

    void page(URI address) {
        start(address.toString());
    }

    void folder(Path folder) {
        start(folder.toString());
    }

    private static void start(String target) {
        try {
            Process _ = new ProcessBuilder(command(System.getProperty("os.name", ""), target))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            LOG.warn("{} could not be opened: {}", target, missing.getMessage());
        }
    }

    static List<String> command(String system, String target) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", target);
        }
        return List.of(name.contains("mac") ? "open" : "xdg-open", target);
    }
}
