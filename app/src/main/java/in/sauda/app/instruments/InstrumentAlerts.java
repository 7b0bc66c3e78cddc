package in.sauda.app.instruments;

import in.sauda.app.settings.SettingsStore;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.instruments.ChangeKind;
import in.sauda.core.instruments.InstrumentChange;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.instruments.MasterChanges;
import in.sauda.core.view.UiEvent.Level;
import in.sauda.core.view.UiEvent.Notice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Tells the user once when an import changed an instrument that is watched or held. FX thread only; the disk is read
/// beside it.
public final class InstrumentAlerts {
    private static final int MOST_NAMED = 3;

    private final InstrumentMasters masters;
    private final SettingsStore settings;
    private final Supplier<Map<InstrumentKey, String>> mine;
    private final Consumer<Notice> tell;
    private final Executor background;
    private final Executor ui;
    private Runnable stopListening = () -> {};

    /// @param mine the user's instruments and why they are: {@code watched}, {@code held}
    /// @param tell shows a notice
    public InstrumentAlerts(
            InstrumentMasters masters,
            SettingsStore settings,
            Supplier<Map<InstrumentKey, String>> mine,
            Consumer<Notice> tell,
            Executor background,
            Executor ui) {
        this.masters = masters;
        this.settings = settings;
        this.mine = mine;
        this.tell = tell;
        this.background = background;
        this.ui = ui;
    }

    public void attach() {
        stopListening = masters.onChange(() -> ui.execute(this::look));
        look();
    }

    public void detach() {
        stopListening.run();
    }

    private void look() {
        long seen = settings.get().seenChanges();
        Map<InstrumentKey, String> own = Map.copyOf(mine.get());
        background.execute(() -> {
            List<MasterChanges> unseen = masters.changes().stream()
                    .filter(changes -> changes.id() > seen)
                    .toList();
            List<InstrumentChange> touched = unseen.stream()
                    .flatMap(changes -> masters.listed(changes).stream())
                    .filter(change -> change.kind() != ChangeKind.NEW && own.containsKey(change.key()))
                    .toList();
            long newest = unseen.stream().mapToLong(MasterChanges::id).max().orElse(seen);
            ui.execute(() -> told(newest, touched, own));
        });
    }

    private void told(long newest, List<InstrumentChange> touched, Map<InstrumentKey, String> own) {
        if (newest <= settings.get().seenChanges()) {
            return;
        }
        settings.update(now -> now.withSeenChanges(newest));
        if (!touched.isEmpty()) {
            tell.accept(new Notice(
                    Level.WARNING,
                    "MASTER-2",
                    sentence(touched, own),
                    "All of it is on the Instruments page, Ctrl+1."));
        }
    }

    private static String sentence(List<InstrumentChange> touched, Map<InstrumentKey, String> own) {
        String named = touched.stream()
                .limit(MOST_NAMED)
                .map(change -> words(change, Objects.requireNonNullElse(own.get(change.key()), "")))
                .collect(Collectors.joining("; "));
        int more = touched.size() - MOST_NAMED;
        return "The new instrument file changes what you watch or hold: " + named
                + (more > 0 ? "; and " + more + " more." : ".");
    }

    private static String words(InstrumentChange change, String why) {
        String what = switch (change.kind()) {
            case EXPIRED -> "has expired";
            case GONE -> "is no longer listed";
            case NEW -> "is new";
            case SYMBOL -> "was " + change.before();
            case LOT, TICK, FREEZE -> change.kind().words() + " " + change.before() + " → " + change.after();
        };
        return change.symbol() + " (" + why + ") " + what;
    }
}
