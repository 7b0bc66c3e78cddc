package in.sauda.core.diagnostics;

import in.sauda.core.secrets.Redaction;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What a user may send to support: texts without secrets, listed before they are saved. Nothing is sent anywhere.
///
/// Every text passes the redactor once more on its way in, whatever wrote it, and databases and secrets stay out.
public final class SupportBundle {
    private static final int LONGEST_FILE = 2 << 20;
    private static final int MOST_LOGS = 40;

    /// One file of the bundle, as it will be saved.
    ///
    /// @param name path inside the zip
    /// @param words what it is, for the preview
    public record Entry(String name, String words, String content) {
        public int bytes() {
            return content.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private final List<Entry> entries;

    private SupportBundle(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /// Reads what goes in. Blocks.
    ///
    /// @param home folder with settings and logs
    /// @param versions program, Java and system, one a line
    /// @throws IOException when a log cannot be read
    public static SupportBundle collect(Path home, String versions, List<CheckResult> diagnostics) throws IOException {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry("versions.txt", "Sauda, Java and system", versions));
        entries.add(entry("diagnostics.txt", "results of the checks", Reports.text(diagnostics)));
        entries.add(entry("diagnostics.json", "the same for programs", Reports.json(diagnostics)));
        Path settings = home.resolve("settings.json");
        if (Files.exists(settings)) {
            entries.add(entry("settings.json", "settings; secrets are never in them", tail(settings)));
        }
        Path logs = home.resolve("logs");
        if (Files.isDirectory(logs)) {
            try (Stream<Path> files = Files.list(logs)) {
                for (Path log : files.filter(Files::isRegularFile)
                        .sorted(Comparator.reverseOrder())
                        .limit(MOST_LOGS)
                        .toList()) {
                    entries.add(entry("logs/" + log.getFileName(), "log, its last 2 MB, redacted", tail(log)));
                }
            }
        }
        return new SupportBundle(entries);
    }

    private static Entry entry(String name, String words, String content) {
        return new Entry(name, words, Redaction.clean(content));
    }

    private static String tail(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, open.length() - LONGEST_FILE);
            byte[] bytes = new byte[(int) (open.length() - from)];
            open.seek(from);
            open.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /// What will be in the file, for the user to look at before it is saved.
    public List<Entry> entries() {
        return entries;
    }

    /// Saves the zip, whole or not at all.
    ///
    /// @throws IOException when it cannot be written
    public Path save(Path target) throws IOException {
        if (target.getParent() != null) {
            Files.createDirectories(target.getParent());
        }
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try (OutputStream out = Files.newOutputStream(temporary);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.content().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
