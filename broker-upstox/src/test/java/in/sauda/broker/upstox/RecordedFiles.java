package in.sauda.broker.upstox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Real files that are not part of the repository; a test that needs one is skipped where they are absent.
public final class RecordedFiles {
    private RecordedFiles() {}

    public static Path find(String name) {
        Path file = Stream.of(System.getenv("SAUDA_DATA"), "../shared/data", "../../shared/data")
                .filter(Objects::nonNull)
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(name));
        assumeTrue(Files.exists(file), "recorded file " + name + " is not here; set SAUDA_DATA to its folder");
        return file;
    }

    public static InputStream open(String name) throws IOException {
        InputStream stream = Files.newInputStream(find(name));
        return name.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
    }
}
