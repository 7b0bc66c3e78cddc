package in.sauda.bench.instruments;

import in.sauda.broker.angelone.master.AngelOneInstrumentSource;
import in.sauda.broker.upstox.master.UpstoxInstrumentSource;
import in.sauda.core.instruments.MasterSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The real master files, in the folder named by {@code SAUDA_DATA} or beside the repository.
///
/// @param file below that folder
record RecordedMasters(MasterSource master, String file) {
    static final RecordedMasters ANGEL_ONE = new RecordedMasters(
            new MasterSource("angelone", new AngelOneInstrumentSource(Map.of())),
            "angel/DERIVED_OpenAPIScripMaster_shape_from_upstox_2025-12-09.json.gz");
    static final RecordedMasters UPSTOX = new RecordedMasters(
            new MasterSource("upstox", new UpstoxInstrumentSource(Map.of())),
            "upstox_instruments/complete_2025-12-09.json.gz");

    static List<RecordedMasters> all() {
        return List.of(ANGEL_ONE, UPSTOX);
    }

    /// The file, or empty where it is absent; then a line says so.
    Optional<Path> find() {
        Optional<Path> found = Stream.of(System.getenv("SAUDA_DATA"), "../shared/data", "../../shared/data")
                .filter(Objects::nonNull)
                .map(folder -> Path.of(folder).resolve(file))
                .filter(Files::exists)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("Not measured: " + file + " is not here. Set SAUDA_DATA to the folder that holds it.");
        }
        return found;
    }

    static void delete(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.delete(path);
        }
    }
}
