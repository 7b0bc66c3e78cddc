package in.sauda.app.session;

import in.sauda.core.journal.JournalFolder;
import in.sauda.core.journal.JournalWriter;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal of a data folder.
final class Journals {
    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);
    private static final long KEPT_MILLIS = 7 * 86_400_000L;

    private Journals() {}

    /// Opens the journal for writing and forgets what is older than a week. Empty when the disk refuses: the terminal
    /// works without a journal, only nothing can be replayed later.
    static Optional<JournalWriter> open(Path home, TimeSource time) {
        Path folder = home.resolve("journal");
        try {
            int pruned = new JournalFolder(folder).prune(time.wallMillis() - KEPT_MILLIS);
            LOG.info("Recording to {}, {} old segments deleted", folder, pruned);
            return Optional.of(JournalWriter.open(folder));
        } catch (IOException e) {
            LOG.error("There is no journal of this run: {} cannot be written", folder, e);
            return Optional.empty();
        }
    }
}
