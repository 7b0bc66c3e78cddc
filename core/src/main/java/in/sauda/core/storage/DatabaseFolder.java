package in.sauda.core.storage;

import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder the database file lives in.
final class DatabaseFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFolder.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(IndiaTime.ZONE);

    private DatabaseFolder() {}

    /// Creates the folder and proves by a short-lived file that it can be written.
    static Path prepare(Path home, String name) {
        try {
            Path folder = Files.createDirectories(home.resolve(name));
            Files.delete(Files.createTempFile(folder, "write", ".check"));
            return folder;
        } catch (IOException failure) {
            throw new StorageException(
                    "Sauda cannot write to its data folder " + home + ".",
                    "Choose another folder with --home or SAUDA_HOME, or allow writing there.",
                    failure);
        }
    }

    /// Renames the unreadable file so that nothing in it is lost, and returns the notice for the user.
    static String moveAside(Path folder, String name, TimeSource time) {
        Path file = folder.resolve(name + ".mv.db");
        Path aside = free(folder, name + "_damaged_" + STAMP.format(Instant.ofEpochMilli(time.wallMillis())));
        try {
            Files.move(file, aside);
        } catch (IOException failure) {
            throw new StorageException(
                    "The database file " + file + " is damaged and could not be moved aside.",
                    "Rename it by hand, then start again.",
                    failure);
        }
        LOG.error("Database {} is damaged, moved to {}, starting with an empty one", file, aside);
        return "The database was damaged and has been kept as " + aside
                + ". Sauda started with an empty one; instruments are loaded again from the last backup or the broker.";
    }

    private static Path free(Path folder, String stem) {
        Path candidate = folder.resolve(stem + ".mv.db");
        for (int copy = 2; Files.exists(candidate); copy++) {
            candidate = folder.resolve(stem + "_" + copy + ".mv.db");
        }
        return candidate;
    }
}
