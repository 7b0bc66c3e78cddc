package in.sauda.app.instruments;

import in.sauda.core.instruments.ChangeKind;
import in.sauda.core.instruments.InstrumentChange;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.instruments.MasterChanges;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the last imports changed, one comparison at a time. FX thread only; the disk is read beside it.
public final class ChangesViewModel {
    private final InstrumentMasters masters;
    private final Executor background;
    private final Executor ui;
    private final ObservableList<MasterChanges> comparisons = FXCollections.observableArrayList();
    private final ObservableList<InstrumentChange> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable MasterChanges> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    private List<InstrumentChange> listed = List.of();
    private String text = "";
    private Runnable stopListening = () -> {};

    public ChangesViewModel(InstrumentMasters masters, Executor background, Executor ui) {
        this.masters = masters;
        this.background = background;
        this.ui = ui;
    }

    public void attach() {
        stopListening.run();
        stopListening = masters.onChange(() -> ui.execute(this::reload));
        reload();
    }

    public void detach() {
        stopListening.run();
        stopListening = () -> {};
    }

    /// Newest first.
    public ObservableList<MasterChanges> comparisons() {
        return comparisons;
    }

    /// Changes of the chosen comparison that pass the filter.
    public ObservableList<InstrumentChange> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<@Nullable MasterChanges> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    private void reload() {
        loading.set(true);
        background.execute(() -> {
            List<MasterChanges> found = masters.changes();
            ui.execute(() -> offer(found));
        });
    }

    private void offer(List<MasterChanges> found) {
        loading.set(false);
        if (found.equals(comparisons)) {
            return;
        }
        MasterChanges before = chosen.get();
        comparisons.setAll(found);
        if (before == null || !found.contains(before)) {
            choose(found.isEmpty() ? null : found.getFirst());
        }
    }

    void choose(@Nullable MasterChanges wanted) {
        chosen.set(wanted);
        kinds.clear();
        list(List.of());
        if (wanted == null) {
            return;
        }
        loading.set(true);
        background.execute(() -> {
            List<InstrumentChange> found = masters.listed(wanted);
            ui.execute(() -> {
                if (wanted.equals(chosen.get())) {
                    loading.set(false);
                    list(found);
                }
            });
        });
    }

    /// Shows only these kinds; none means all.
    void show(Set<ChangeKind> wanted) {
        kinds.clear();
        kinds.addAll(wanted);
        list(listed);
    }

    /// Shows only changes whose symbol contains the text.
    void search(String wanted) {
        text = wanted.strip().toUpperCase(Locale.ROOT);
        list(listed);
    }

    private void list(List<InstrumentChange> found) {
        listed = found;
        rows.setAll(found.stream()
                .filter(change -> kinds.isEmpty() || kinds.contains(change.kind()))
                .filter(change -> change.symbol().toUpperCase(Locale.ROOT).contains(text)
                        || change.before().toUpperCase(Locale.ROOT).contains(text))
                .toList());
    }
}
