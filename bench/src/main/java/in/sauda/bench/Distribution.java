package in.sauda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The distribution the build left beside this module, started as a user would start it.
public final class Distribution {
    private static final Path LAUNCHER = Path.of("..", "app", "target", "dist", "bin", "sauda");

    private Distribution() {}

    /// Starts the launcher; it replaces itself by the JVM, so the process is the JVM.
    static Process start(String javaOptions, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(LAUNCHER.toAbsolutePath().normalize().toString());
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("SAUDA_JAVA_OPTS", javaOptions);
        return builder.start();
    }

    /// A new folder for the data of one measurement.
    public static Path scratch() throws IOException {
        return Files.createTempDirectory("sauda-bench");
    }

    /// Deletes a folder and everything in it.
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
