package in.sauda.app.testkit;

import in.sauda.core.instruments.ChangeKind;
import in.sauda.core.instruments.ImportProgress;
import in.sauda.core.instruments.ImportReport;
import in.sauda.core.instruments.ImportStage;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentChange;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.instruments.MasterChanges;
import in.sauda.core.instruments.MasterStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Masters without files: tests say what they hold, what changed and how a refresh goes.
public final class FakeMasters implements InstrumentMasters {
    private static final long IMPORTED = 1_789_960_000_000L;

    private final List<Instrument> instruments;
    private final List<Runnable> listeners = new ArrayList<>();
    private final Map<MasterChanges, List<InstrumentChange>> changes = new LinkedHashMap<>();
    private final List<String> cancelled = new ArrayList<>();
    private String problem = "";
    private @Nullable ImportProgress progress;
    private CompletableFuture<Optional<ImportReport>> refresh = new CompletableFuture<>();

    public FakeMasters(List<Instrument> instruments) {
        this.instruments = List.copyOf(instruments);
    }

    @Override
    public InstrumentDirectory directory() {
        return new ListDirectory(instruments);
    }

    @Override
    public List<Instrument> instruments() {
        return instruments;
    }

    @Override
    public List<MasterStatus> status() {
        Map<InstrumentCategory, Integer> categories = new EnumMap<>(InstrumentCategory.class);
        instruments.forEach(instrument -> categories.merge(instrument.category(), 1, Integer::sum));
        return List.of(new MasterStatus(
                "angelone",
                "download",
                IMPORTED,
                2 * 3_600_000L,
                instruments.size(),
                3,
                categories,
                Map.of("unknown segment NSEIX", 2, "missing token", 1),
                progress != null,
                problem));
    }

    @Override
    public List<MasterChanges> changes() {
        return List.copyOf(changes.keySet()).reversed();
    }

    @Override
    public List<InstrumentChange> listed(MasterChanges compared) {
        return changes.getOrDefault(compared, List.of());
    }

    @Override
    public CompletableFuture<Optional<ImportReport>> refresh(String master, ImportProgress told) {
        progress = told;
        refresh = new CompletableFuture<>();
        return refresh;
    }

    @Override
    public void cancelRefresh(String master) {
        cancelled.add(master);
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// How many follow the masters.
    public int listeners() {
        return listeners.size();
    }

    public List<String> cancelled() {
        return cancelled;
    }

    /// Another import changed this.
    public void changed(List<InstrumentChange> found) {
        Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        found.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        long id = changes.size() + 1L;
        changes.put(
                new MasterChanges(id, "angelone", IMPORTED - 86_400_000L + id, IMPORTED + id, counts),
                List.copyOf(found));
        tell();
    }

    /// The running refresh got so far.
    public void reach(ImportStage stage, long done) {
        Objects.requireNonNull(progress).at(stage, done);
    }

    /// The running refresh ends; a problem is what the status says from now on.
    public void finish(String why) {
        problem = why;
        progress = null;
        refresh.complete(Optional.empty());
        tell();
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
