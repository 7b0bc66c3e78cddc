package in.sauda.core.instruments;

import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Dated gzip copies of the raw files, {@code instruments/instruments_YYYYMMDD_master.json.gz}, one a day and master.
///
/// They outlive a lost database. A copy is written under another name and moved into place, so a file of the right name
/// is always whole. Its time stamp is the time the master was fetched.
final class MasterBackups {
    private static final int KEEP_DAYS = 7;
    private static final Pattern NAME = Pattern.compile("instruments_(\\d{8})_([a-z0-9-]{1,32})\\.json\\.gz");

    private final Path folder;
    private final TimeSource time;

    MasterBackups(Path folder, TimeSource time) {
        this.folder = folder;
        this.time = time;
    }

    /// A place for a download, in the same folder.
    Path downloadTarget(String master) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve("download_" + master + ".part");
    }

    /// Keeps a copy of a file that has just been taken over.
    void keep(String master, Path file, long fetchedAtMillis) throws IOException {
        Files.createDirectories(folder);
        String date = DateTimeFormatter.BASIC_ISO_DATE.format(IndiaTime.date(fetchedAtMillis));
        Path target = folder.resolve("instruments_" + date + "_" + master + ".json.gz");
        Path temporary = folder.resolve(target.getFileName() + ".tmp");
        if (MasterFile.zipped(file)) {
            Files.copy(file, temporary, StandardCopyOption.REPLACE_EXISTING);
        } else {
            zip(file, temporary);
        }
        Files.setLastModifiedTime(temporary, FileTime.fromMillis(fetchedAtMillis));
        move(temporary, target);
    }

    private static void zip(Path file, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(target), 1 << 16)) {
            in.transferTo(out);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException crossDevice) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Copies of a master, newest first.
    List<Backup> newestFirst(String master) throws IOException {
        return all().stream()
                .filter(backup -> backup.master().equals(master))
                .sorted(Comparator.comparing(Backup::date).reversed())
                .toList();
    }

    /// Deletes copies older than seven days.
    void cleanUp() throws IOException {
        LocalDate oldest = IndiaTime.date(time.wallMillis()).minusDays(KEEP_DAYS);
        for (Backup backup : all()) {
            if (backup.date().isBefore(oldest)) {
                Files.deleteIfExists(backup.file());
            }
        }
    }

    private List<Backup> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(MasterBackups::backup).flatMap(Optional::stream).toList();
        }
    }

    private static Optional<Backup> backup(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Backup(
                    file, LocalDate.parse(matcher.group(1), DateTimeFormatter.BASIC_ISO_DATE), matcher.group(2)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /// One copy.
    record Backup(Path file, LocalDate date, String master) {
        long fetchedAtMillis() throws IOException {
            return Files.getLastModifiedTime(file).toMillis();
        }
    }
}
