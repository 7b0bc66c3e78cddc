package in.sauda.core.instruments;

import in.sauda.core.time.IndiaTime;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one master: its state in memory, in the database and in the backup folder. Changes run one at a time.
final class MasterKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(MasterKeeper.class);

    /// A download with fewer instruments than this part of the last one is taken for a broken file.
    private static final double SHORTEST_PART = 0.5;

    private final MasterSource master;
    private final InstrumentStore store;
    private final ChangeStore changes;
    private final MasterBackups backups;
    private final TimeSource time;
    private final Object turn;

    private volatile @Nullable StoredMaster stored;
    private volatile Map<InstrumentCategory, Integer> categories = MasterContent.categories(List.of());
    private volatile boolean refreshing;
    private volatile boolean cancelled;
    private volatile String problem = "";

    /// @param turn shared by all masters: their imports share the clean-up of unused rows, so one runs at a time
    MasterKeeper(
            MasterSource master,
            InstrumentStore store,
            ChangeStore changes,
            MasterBackups backups,
            TimeSource time,
            Object turn) {
        this.turn = turn;
        this.master = master;
        this.store = store;
        this.changes = changes;
        this.backups = backups;
        this.time = time;
    }

    String name() {
        return master.name();
    }

    List<Instrument> instruments() {
        StoredMaster current = stored;
        return current == null ? List.of() : current.instruments();
    }

    boolean old() {
        StoredMaster current = stored;
        return current == null || age(current) >= InstrumentService.MAX_AGE_MILLIS;
    }

    /// A clock that was set back makes the file look young, not old.
    private long age(StoredMaster current) {
        return Math.max(0, time.wallMillis() - current.importedAtMillis());
    }

    /// Loads from the database, else from the newest good backup.
    ///
    /// @return a notice for the user when a backup had to be used
    Optional<String> load() {
        synchronized (turn) {
            try {
                store.load(name()).ifPresent(this::serve);
            } catch (MasterFormatException damaged) {
                LOG.warn("The kept instruments of {} cannot be used: {}", name(), damaged.getMessage());
            }
            return stored == null ? restore() : Optional.empty();
        }
    }

    private Optional<String> restore() {
        try {
            for (MasterBackups.Backup backup : backups.newestFirst(name())) {
                if (restored(backup)) {
                    return Optional.of("The instruments of " + name() + " come from the backup of " + backup.date()
                            + ", because the database had none that can be read.");
                }
            }
        } catch (IOException failure) {
            LOG.warn("The instrument backups of {} cannot be listed", name(), failure);
        }
        return Optional.empty();
    }

    private boolean restored(MasterBackups.Backup backup) {
        try {
            takeOver(
                    backup.file(),
                    "backup " + backup.file().getFileName(),
                    backup.fetchedAtMillis(),
                    ImportProgress.none(),
                    (next, complete) -> () -> {});
            return true;
        } catch (IOException unusable) {
            LOG.warn("The instrument backup {} cannot be used: {}", backup.file(), unusable.getMessage());
            return false;
        }
    }

    /// Makes instruments searchable in two steps, so that the long one can run beside the writing.
    @FunctionalInterface
    interface Indexing {
        /// @param complete false while the rest of the file is still being read
        /// @return puts the index in use
        Runnable build(List<Instrument> next, boolean complete);
    }

    void markRefreshing() {
        cancelled = false;
        refreshing = true;
    }

    /// Ends a refresh at its next report of progress, unless the new instruments are in force already. Never by
    /// interrupting: that would close the database's file.
    void cancel() {
        cancelled = refreshing;
    }

    /// A refresh the user took back.
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("cancelled by the user");
        }
    }

    private ImportProgress cancellable(ImportProgress progress) {
        return (stage, done) -> {
            if (cancelled && stage != ImportStage.INDEXING) {
                throw new Cancelled();
            }
            progress.at(stage, done);
        };
    }

    /// Fetches the master and takes it over unless it is broken.
    ///
    /// @param indexing makes the new instruments searchable
    Optional<ImportReport> refresh(ImportProgress progress, Indexing indexing) {
        try {
            ImportReport report = fetch(cancellable(progress), indexing);
            problem = "";
            return Optional.of(report);
        } catch (Cancelled byUser) {
            LOG.info("The refresh of the instruments of {} was cancelled", name());
            return Optional.empty();
        } catch (IOException | RuntimeException failure) {
            LOG.warn("The instruments of {} were not refreshed: {}", name(), failure.toString());
            problem = String.valueOf(failure.getMessage());
            return Optional.empty();
        } finally {
            refreshing = false;
        }
    }

    private ImportReport fetch(ImportProgress progress, Indexing indexing) throws IOException {
        long started = time.nanos();
        Path file = backups.downloadTarget(name());
        try {
            master.source().download(file, bytes -> progress.at(ImportStage.DOWNLOADING, bytes));
            synchronized (turn) {
                long fetchedAt = time.wallMillis();
                MasterContent content = MasterFile.read(
                        file, master.source(), new MasterContent.Collector(progress, firstRows(indexing)));
                refuseShort(content);
                save(content, "download", fetchedAt, progress, indexing);
                ImportReport report = finish(content, "download", started);
                backUp(file, fetchedAt);
                return report;
            }
        } catch (IOException | RuntimeException refused) {
            if (stored == null) {
                indexing.build(List.of(), true).run();
            }
            throw refused;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Where nothing is in force, what the file begins with is searchable while its rest is read.
    private Consumer<List<Instrument>> firstRows(Indexing indexing) {
        return stored == null ? rows -> indexing.build(rows, false).run() : rows -> {};
    }

    private void refuseShort(MasterContent content) throws MasterFormatException {
        int before = instruments().size();
        int now = content.instruments().size();
        if (now < before * SHORTEST_PART) {
            throw new MasterFormatException(
                    "The downloaded master holds only " + now + " instruments where the last one held " + before
                            + "; the last one stays in use. Import the file by hand if it is right.");
        }
    }

    ImportReport importFile(Path file, ImportProgress progress, Indexing indexing) throws IOException {
        synchronized (turn) {
            long fetchedAt = time.wallMillis();
            ImportReport report = takeOver(file, file.toString(), fetchedAt, progress, indexing);
            backUp(file, fetchedAt);
            problem = "";
            return report;
        }
    }

    private ImportReport takeOver(Path file, String source, long fetchedAt, ImportProgress progress, Indexing indexing)
            throws IOException {
        long started = time.nanos();
        MasterContent content = MasterFile.read(file, master.source(), new MasterContent.Collector(progress));
        save(content, source, fetchedAt, progress, indexing);
        return finish(content, source, started);
    }

    /// The index is built on another thread while the rows are written; it comes into use once they are on disk.
    /// Where nothing was in force before, it comes into use at once: a user who waits for the very first
    /// instruments need not wait for the disk too, and after a kill there would be nothing to go back to.
    private void save(MasterContent content, String source, long fetchedAt, ImportProgress progress, Indexing indexing)
            throws IOException {
        if (content.instruments().isEmpty()) {
            throw new MasterFormatException(
                    "The file holds no instrument; " + content.rejected() + " rows were rejected.");
        }
        CompletableFuture<Runnable> index = CompletableFuture.supplyAsync(
                () -> indexing.build(content.instruments(), true), MasterKeeper::startIndexing);
        StoredMaster before = stored;
        if (before == null) {
            index.join().run();
        }
        try {
            serve(store.save(name(), source, fetchedAt, content, progress));
            progress.at(ImportStage.INDEXING, content.instruments().size());
            if (before != null) {
                index.join().run();
            }
            compare(before, content.instruments(), fetchedAt);
        } catch (JdbiException failure) {
            throw new IOException("The instruments could not be saved: " + failure.getMessage() + ".", failure);
        }
    }

    /// Keeps what changed. Its loss with a kill at this moment is no reason to import again.
    private void compare(@Nullable StoredMaster before, List<Instrument> now, long fetchedAt) {
        if (before == null) {
            return;
        }
        List<InstrumentChange> found = MasterDiff.between(before.instruments(), now, IndiaTime.date(fetchedAt));
        if (found.isEmpty()) {
            return;
        }
        try {
            changes.save(name(), before.importedAtMillis(), fetchedAt, found);
        } catch (JdbiException failure) {
            LOG.warn("What changed in the instruments of {} could not be kept", name(), failure);
        }
    }

    private static void startIndexing(Runnable building) {
        Thread.ofPlatform().daemon().name("instruments-index").start(building);
    }

    private ImportReport finish(MasterContent content, String source, long started) {
        long millis = (time.nanos() - started) / 1_000_000;
        store.removeUnused();
        int accepted = content.instruments().size();
        return new ImportReport(
                name(),
                source,
                accepted + content.rejected(),
                accepted,
                content.rejected(),
                content.reasons(),
                content.categories(),
                millis);
    }

    /// A missing backup is no reason to refuse good instruments.
    private void backUp(Path file, long fetchedAt) {
        try {
            backups.keep(name(), file, fetchedAt);
            backups.cleanUp();
        } catch (IOException failure) {
            LOG.warn("The instruments of {} were not backed up", name(), failure);
        }
    }

    private void serve(StoredMaster next) {
        categories = MasterContent.categories(next.instruments());
        stored = next;
    }

    MasterStatus status() {
        StoredMaster current = stored;
        if (current == null) {
            return new MasterStatus(name(), "", 0, 0, 0, 0, categories, Map.of(), refreshing, problem);
        }
        return new MasterStatus(
                name(),
                current.source(),
                current.importedAtMillis(),
                age(current),
                current.instruments().size(),
                current.rejected(),
                categories,
                current.reasons(),
                refreshing,
                problem);
    }
}
