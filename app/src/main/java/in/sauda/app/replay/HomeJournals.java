package in.sauda.app.replay;

import in.sauda.core.journal.JournalFolder;
import in.sauda.core.replay.JournalSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Finds the journals of a data folder: its own and those of its demo days. Blocks for the disk.
final class HomeJournals {
    private static final String JOURNAL = "journal";
    private static final String DEMO = "demo";

    private final Path root;

    /// @param home of the session: the data folder, or a demo day in it
    HomeJournals(Path home) {
        root = root(home);
    }

    private static Path root(Path home) {
        Path parent = home.toAbsolutePath().getParent();
        Path above = parent == null ? null : parent.getParent();
        return parent == null || above == null || !parent.endsWith(DEMO) ? home : above;
    }

    /// What each journal holds, newest first; empty ones are left out.
    List<JournalSummary> all() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(root.resolve(JOURNAL)));
        Path demos = root.resolve(DEMO);
        if (Files.isDirectory(demos)) {
            try (Stream<Path> days = Files.list(demos)) {
                days.map(day -> day.resolve(JOURNAL)).forEach(folders::add);
            }
        }
        List<JournalSummary> found = new ArrayList<>();
        for (Path folder : folders) {
            if (!new JournalFolder(folder).segments().isEmpty()) {
                found.add(JournalSummary.of(folder));
            }
        }
        found.removeIf(journal -> journal.firstMillis() == 0);
        found.sort(Comparator.comparingLong(JournalSummary::lastMillis).reversed());
        return found;
    }
}
