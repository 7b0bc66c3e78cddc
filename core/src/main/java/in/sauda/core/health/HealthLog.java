package in.sauda.core.health;

import in.sauda.core.time.IndiaTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// {@code health/health-YYYYMMDD.jsonl} in the data folder: one line a minute, one file a day, seven days kept.
public final class HealthLog {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String PREFIX = "health-";
    private static final String SUFFIX = ".jsonl";
    private static final int DAYS_KEPT = 7;

    private final Path folder;

    public HealthLog(Path home) {
        folder = home.resolve("health");
    }

    /// Appends one line and, with the first one of a day, deletes the files of the days before the last seven.
    ///
    /// @throws IOException when the line cannot be written
    public void append(HealthReport report) throws IOException {
        Files.createDirectories(folder);
        LocalDate day = IndiaTime.date(report.timestampMillis());
        Path file = file(day);
        if (!Files.exists(file)) {
            prune(day);
        }
        Files.writeString(
                file,
                HealthJson.line(report) + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private Path file(LocalDate day) {
        return folder.resolve(PREFIX + DAY.format(day) + SUFFIX);
    }

    private void prune(LocalDate today) throws IOException {
        for (Path old : files()) {
            if (day(old).isBefore(today.minusDays(DAYS_KEPT - 1))) {
                Files.deleteIfExists(old);
            }
        }
    }

    /// The newest line of the newest file, or empty when nothing was ever written.
    ///
    /// @throws IOException when the folder or file cannot be read
    public Optional<String> newestLine() throws IOException {
        List<Path> files = files();
        for (int i = files.size() - 1; i >= 0; i--) {
            List<String> lines = Files.readAllLines(files.get(i), StandardCharsets.UTF_8);
            for (int line = lines.size() - 1; line >= 0; line--) {
                if (!lines.get(line).isBlank()) {
                    return Optional.of(lines.get(line));
                }
            }
        }
        return Optional.empty();
    }

    /// Oldest first; anything else in the folder is left alone.
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : found) {
                if (!day(file).equals(LocalDate.MAX)) {
                    files.add(file);
                }
            }
        } catch (NoSuchFileException nothingYet) {
            return List.of();
        }
        files.sort(null);
        return files;
    }

    /// The day in the file's name, or the last day there is when it is not one of ours.
    private static LocalDate day(Path file) {
        String name = file.getFileName().toString();
        try {
            return LocalDate.parse(name.substring(PREFIX.length(), name.length() - SUFFIX.length()), DAY);
        } catch (DateTimeParseException notOurs) {
            return LocalDate.MAX;
        }
    }
}
