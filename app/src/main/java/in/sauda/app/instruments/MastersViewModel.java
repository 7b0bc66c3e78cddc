package in.sauda.app.instruments;

import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.ImportStage;
import in.sauda.core.instruments.InstrumentMasters;
import in.sauda.core.instruments.InstrumentService;
import in.sauda.core.instruments.MasterStatus;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Where the instruments come from: one line per master with age, source, state and the progress of a refresh. FX
/// thread only.
public final class MastersViewModel {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final long MINUTE_MILLIS = 60_000;
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    /// One master as the page shows it.
    ///
    /// @param words count, age and source
    /// @param rejected how many rows were rejected and why; empty when none were
    /// @param state what is going on, or why the last refresh failed; empty when all is well
    record Line(String master, String words, String rejected, String state, Tone tone, boolean refreshing) {}

    private final InstrumentMasters masters;
    private final Executor ui;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final Map<String, String> progress = new HashMap<>();
    private Runnable stopListening = () -> {};

    public MastersViewModel(InstrumentMasters masters, Executor ui) {
        this.masters = masters;
        this.ui = ui;
    }

    public void attach() {
        stopListening.run();
        stopListening = masters.onChange(() -> ui.execute(this::show));
        show();
    }

    public void detach() {
        stopListening.run();
        stopListening = () -> {};
    }

    ObservableList<Line> lines() {
        return lines;
    }

    void refresh(String master) {
        progress.put(master, "Asking for the file …");
        show();
        CompletableFuture<?> _ = masters.refresh(
                        master, (stage, done) -> ui.execute(() -> progressed(master, stage, done)))
                .whenComplete((report, failure) -> ui.execute(() -> {
                    progress.remove(master);
                    show();
                }));
    }

    void cancel(String master) {
        if (progress.containsKey(master)) {
            progress.put(master, "Cancelling …");
        }
        masters.cancelRefresh(master);
        show();
    }

    private void progressed(String master, ImportStage stage, long done) {
        if (progress.containsKey(master)) {
            progress.put(master, words(stage, done));
            show();
        }
    }

    static String words(ImportStage stage, long done) {
        return switch (stage) {
            case DOWNLOADING ->
                "Downloading, " + IndianNumbers.fixed(done / (BYTES_PER_MEGABYTE / 10), 1, 1) + " MB so far";
            case READING -> "Reading, " + IndianNumbers.units(done) + " so far";
            case SAVING -> "Saving, " + IndianNumbers.units(done) + " so far";
            case INDEXING -> "Making " + IndianNumbers.units(done) + " searchable";
        };
    }

    private void show() {
        List<Line> next = masters.status().stream().map(this::line).toList();
        if (!next.equals(lines)) {
            lines.setAll(next);
        }
    }

    private Line line(MasterStatus status) {
        String running = progress.get(status.master());
        boolean refreshing = running != null || status.refreshing();
        String state = running != null ? running : status.refreshing() ? "Refreshing …" : problem(status);
        boolean old = status.ageMillis() >= InstrumentService.MAX_AGE_MILLIS;
        Tone tone = refreshing ? Tone.NEUTRAL : state.isEmpty() ? Tone.GOOD : old ? Tone.DANGER : Tone.WARNING;
        return new Line(status.master(), words(status), rejected(status), state, tone, refreshing);
    }

    private static String problem(MasterStatus status) {
        return status.problem().isEmpty() ? "" : "Not refreshed: " + status.problem();
    }

    private static String words(MasterStatus status) {
        if (status.importedAtMillis() == 0) {
            return "no instruments yet";
        }
        String when = WHEN.format(
                IndiaTime.date(status.importedAtMillis()).atTime(IndiaTime.time(status.importedAtMillis())));
        return IndianNumbers.units(status.accepted()) + " instruments · fetched " + when + " ("
                + age(status.ageMillis()) + " ago) · " + status.source();
    }

    static String age(long millis) {
        long minutes = millis / MINUTE_MILLIS;
        if (minutes < 1) {
            return "less than a minute";
        }
        if (minutes < 120) {
            return minutes == 1 ? "1 minute" : minutes + " minutes";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + " h" : hours / 24 + " days";
    }

    private static String rejected(MasterStatus status) {
        if (status.rejected() == 0) {
            return "";
        }
        return IndianNumbers.units(status.rejected()) + " rows rejected:\n"
                + status.reasons().entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(entry -> IndianNumbers.units(entry.getValue()) + "  " + entry.getKey())
                        .collect(Collectors.joining("\n"));
    }
}
