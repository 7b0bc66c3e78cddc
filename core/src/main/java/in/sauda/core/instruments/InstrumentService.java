package in.sauda.core.instruments;

import in.sauda.core.instruments.search.SearchIndex;
import in.sauda.core.storage.Database;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// All instruments this terminal knows: kept in the database, held in memory for search, refreshed from the brokers.
///
/// Opening loads what is in the database; a master that is gone from there is read again from the newest good backup.
/// {@link #refreshOld} then fetches, in the background, what is missing or older than twelve hours, while the old one
/// keeps serving. Safe from any thread; imports run one at a time.
public final class InstrumentService implements InstrumentMasters, AutoCloseable {
    /// A cached master this old is fetched again. Source: rules 10.1.
    public static final long MAX_AGE_MILLIS = 12 * 3_600_000L;

    private final List<MasterKeeper> keepers;
    private final SwappingDirectory directory;
    private final ChangeStore changes;
    private final TimeSource time;
    private final List<String> notices = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("instruments").factory());

    private InstrumentService(Database database, Path home, List<MasterSource> sources, TimeSource time) {
        this.time = time;
        InstrumentStore store = new InstrumentStore(database);
        this.changes = new ChangeStore(database);
        Object turn = new Object();
        MasterBackups backups = new MasterBackups(home.resolve("instruments"), time);
        this.directory = new SwappingDirectory(SearchIndex.of(List.of(), time));
        this.keepers = sources.stream()
                .map(source -> new MasterKeeper(source, store, changes, backups, time, turn))
                .toList();
        keepers.forEach(keeper -> keeper.load().ifPresent(notices::add));
        List<Instrument> cached = keepers.stream()
                .flatMap(keeper -> keeper.instruments().stream())
                .toList();
        directory.swap(SearchIndex.later(cached, time), true);
    }

    /// Opens the cache; takes a quarter of a second for 150,000 instruments and does not touch the network. The search
    /// is ready a little later, see {@link InstrumentDirectory#prepareSearch}.
    ///
    /// @param sources the masters to keep; of two instruments with one key the earlier master's is found
    public static InstrumentService open(Database database, Path home, List<MasterSource> sources, TimeSource time) {
        return new InstrumentService(database, home, sources, time);
    }

    @Override
    public InstrumentDirectory directory() {
        return directory;
    }

    @Override
    public List<Instrument> instruments() {
        return keepers.size() == 1
                ? keepers.getFirst().instruments()
                : keepers.stream()
                        .flatMap(keeper -> keeper.instruments().stream())
                        .toList();
    }

    /// In the order of opening.
    @Override
    public List<MasterStatus> status() {
        return keepers.stream().map(MasterKeeper::status).toList();
    }

    @Override
    public List<MasterChanges> changes() {
        return keepers.stream()
                .flatMap(keeper -> changes.load(keeper.name()).stream())
                .sorted(Comparator.comparingLong(MasterChanges::atMillis).reversed())
                .toList();
    }

    @Override
    public List<InstrumentChange> listed(MasterChanges compared) {
        return changes.rows(compared.id());
    }

    /// What the user should know about this opening, e.g. that a backup had to be used; usually empty.
    public List<String> notices() {
        return List.copyOf(notices);
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Fetches every master that is missing or older than twelve hours, in the background. Failures are in
    /// {@link #status()}.
    public CompletableFuture<Void> refreshOld(ImportProgress progress) {
        return CompletableFuture.allOf(keepers.stream()
                .filter(MasterKeeper::old)
                .map(keeper -> refresh(keeper.name(), progress))
                .toArray(CompletableFuture<?>[]::new));
    }

    @Override
    public CompletableFuture<Optional<ImportReport>> refresh(String master, ImportProgress progress) {
        MasterKeeper keeper = keeper(master);
        return CompletableFuture.supplyAsync(() -> refresh(keeper, progress), background);
    }

    private Optional<ImportReport> refresh(MasterKeeper keeper, ImportProgress progress) {
        keeper.markRefreshing();
        changed();
        try {
            return keeper.refresh(progress, (next, complete) -> index(keeper, next, complete));
        } finally {
            changed();
        }
    }

    @Override
    public void cancelRefresh(String master) {
        keeper(master).cancel();
    }

    /// Imports a file the user chose, {@code .gz} or plain, on the calling thread. Unlike a download it may be much
    /// smaller than the master it replaces: the user asked for it.
    ///
    /// @throws IOException when the file cannot be read, is no master, or holds no instrument; the old one stays
    public ImportReport importFile(String master, Path file, ImportProgress progress) throws IOException {
        MasterKeeper keeper = keeper(master);
        ImportReport report = keeper.importFile(file, progress, (next, complete) -> index(keeper, next, complete));
        changed();
        return report;
    }

    private MasterKeeper keeper(String master) {
        return keepers.stream()
                .filter(keeper -> keeper.name().equals(master))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no instrument master named " + master));
    }

    /// Builds the index a master's next instruments will be searched with.
    ///
    /// @param complete false when more of them are still being read
    /// @return puts it in use
    private Runnable index(MasterKeeper changing, List<Instrument> next, boolean complete) {
        List<Instrument> all = new ArrayList<>();
        keepers.forEach(keeper -> all.addAll(keeper == changing ? next : keeper.instruments()));
        SearchIndex index = SearchIndex.of(all, time);
        return () -> {
            directory.swap(index, complete);
            changed();
        };
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /// Stops the background thread; an import that is under way leaves the old master in force.
    @Override
    public void close() {
        background.shutdownNow();
    }
}
