package in.sauda.app.command;

import dev.dirs.ProjectDirectories;
import in.sauda.app.logging.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/// {@code --home}, or {@code SAUDA_HOME}, or the place the operating system keeps application data in.
public final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:SAUDA_HOME}",
            description =
                    "Folder for the database, settings and logs. Default: SAUDA_HOME, else the operating system's place for application data.")
    private @Nullable Path home;

    /// Returns the folder, made if it was missing, and sends the logs there.
    ///
    /// @throws CommandFailure when it cannot be made or written
    Path prepare() {
        Path folder = folder();
        try {
            Path logs = Files.createDirectories(folder.resolve("logs"));
            if (!Files.isWritable(folder) || !Files.isWritable(logs)) {
                throw new IOException("not writable");
            }
            Path probe = Files.createTempFile(folder, ".sauda", ".probe");
            Files.delete(probe);
            System.setProperty("sauda.logs", logs.toString());
            System.setProperty(
                    LogFormat.PROPERTY,
                    LogFormat.of(System.getenv("SAUDA_LOG_FORMAT"), folder.resolve("settings.json")));
            // Now, on one thread: two threads asking for the first logger at once make SLF4J print a warning.
            LoggerFactory.getLogger(HomeOption.class).debug("Logging to {}", logs);
            return folder;
        } catch (IOException e) {
            throw new CommandFailure(
                    "The data folder " + folder + " cannot be written (" + reason(e)
                            + "); choose another with --home or SAUDA_HOME.",
                    e);
        }
    }

    /// Where the folder is, or would be; nothing is made.
    Path folder() {
        return (home == null || home.toString().isEmpty() ? conventional() : home)
                .toAbsolutePath()
                .normalize();
    }

    private static String reason(IOException e) {
        return e.getClass()
                .getSimpleName()
                .replace("Exception", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static Path conventional() {
        return Path.of(ProjectDirectories.from("in", "Sauda", "Sauda").dataLocalDir);
    }
}
