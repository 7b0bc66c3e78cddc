package in.sauda.app.session;

import in.sauda.core.journal.JournalFolder;
import in.sauda.core.journal.JournalWriter;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.UiEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal of a data folder.
final class Journals {
    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);
    private static final long KEPT_MILLIS = 7 * 86_400_000L;

    private static final UiEvent REFUSED = new UiEvent.Notice(
            UiEvent.Level.WARNING,
            "JOURNAL-1",
            "The disk refuses the journal: trading goes on, but this part of the day cannot be replayed.",
            "Make room on the disk that holds the data folder; recording begins again by itself.");
    private static final UiEvent AGAIN = new UiEvent.Notice(
            UiEvent.Level.INFO, "JOURNAL-1", "The journal is written again; a gap in it says what is missing.", "");

    private Journals() {}

    /// Opens the journal for writing and forgets what is older than a week. Empty when the disk refuses: the terminal
    /// works without a journal, only nothing can be replayed later.
    ///
    /// @param told when the disk refuses and when it works again; on the journal thread, and at once when there is
    ///     no journal
    static Optional<JournalWriter> open(Path home, TimeSource time, Consumer<UiEvent> told) {
        Path folder = home.resolve("journal");
        try {
            int pruned = new JournalFolder(folder).prune(time.wallMillis() - KEPT_MILLIS);
            LOG.info("Recording to {}, {} old segments deleted", folder, pruned);
            return Optional.of(JournalWriter.open(folder, working -> told.accept(working ? AGAIN : REFUSED)));
        } catch (IOException e) {
            LOG.error("There is no journal of this run: {} cannot be written", folder, e);
            told.accept(REFUSED);
            return Optional.empty();
        }
    }
}
