package in.sauda.core.candlefile;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// Recorded market data, which carries no licence and is therefore not part of the repository.
public final class RecordedData {
    private RecordedData() {}

    /// The file of the folder named by {@code SAUDA_DATA} or beside the checkout; skips the test when it is absent.
    public static Path file(String name) {
        Path file = Stream.of(System.getenv("SAUDA_DATA"), "../shared/data", "../../shared/data")
                .filter(Objects::nonNull)
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("../shared/data", name));
        assumeTrue(Files.exists(file), "recorded file " + name + " is not here; set SAUDA_DATA to its folder");
        return file;
    }
}
