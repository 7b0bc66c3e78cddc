package in.sauda.app.diagnostics;

import in.sauda.core.diagnostics.Check;
import in.sauda.core.diagnostics.CheckResult;
import in.sauda.core.diagnostics.Checkup;
import in.sauda.core.diagnostics.Finding;
import in.sauda.core.diagnostics.Reports;
import in.sauda.core.diagnostics.SupportBundle;
import in.sauda.core.secrets.Redaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Checks and what they found, run when the user asks; the support bundle, shown before it is saved. FX thread
/// only.
public final class DiagnosticsViewModel {
    /// One check.
    ///
    /// @param result null while it runs or before it ran
    public record Row(
            String id, String title, boolean busy, @Nullable CheckResult result) {}

    private final Supplier<List<Check>> checks;
    private final Checkup checkup;
    private final SupportDesk desk;
    private final Executor background;
    private final Executor ui;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("Not run yet.");
    private final ReadOnlyObjectWrapper<@Nullable SupportBundle> bundle = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private @Nullable Path savedTo;

    /// @param checks asked anew for every run, because what there is to check changes with the session
    public DiagnosticsViewModel(
            Supplier<List<Check>> checks, Checkup checkup, SupportDesk desk, Executor background, Executor ui) {
        this.checks = checks;
        this.checkup = checkup;
        this.desk = desk;
        this.background = background;
        this.ui = ui;
        checks.get().forEach(check -> rows.add(new Row(check.id(), check.title(), false, null)));
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// How many checks are good, in words.
    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /// What would be saved, null before it was collected.
    public ReadOnlyObjectProperty<@Nullable SupportBundle> bundle() {
        return bundle.getReadOnlyProperty();
    }

    /// Where the bundle was saved, or why not.
    public ReadOnlyStringProperty saved() {
        return saved.getReadOnlyProperty();
    }

    /// Runs every check. Ignored while they run.
    public void run() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        List<Check> wanted = checks.get();
        rows.setAll(wanted.stream()
                .map(check -> new Row(check.id(), check.title(), true, null))
                .toList());
        summary.set("Checking…");
        CompletableFuture<?> _ = checkup.run(wanted, result -> ui.execute(() -> show(result)))
                .whenCompleteAsync((results, ignored) -> finished(results), ui);
    }

    private void show(CheckResult result) {
        for (int place = 0; place < rows.size(); place++) {
            if (rows.get(place).id().equals(result.id())) {
                rows.set(place, new Row(result.id(), result.title(), false, result));
            }
        }
    }

    private void finished(List<CheckResult> results) {
        busy.set(false);
        long failed = Reports.failed(results);
        long notes = results.stream()
                .filter(result -> result.finding().outcome() == Finding.Outcome.NOTE)
                .count();
        summary.set(
                failed == 0
                        ? "Everything that could be checked is all right"
                                + (notes == 0 ? "." : "; " + notes + " to know.")
                        : failed + (failed == 1 ? " check failed." : " checks failed."));
    }

    /// Results so far, for the clipboard.
    public String text() {
        return Reports.text(results());
    }

    private List<CheckResult> results() {
        List<CheckResult> results = new ArrayList<>();
        rows.forEach(row -> {
            CheckResult result = row.result();
            if (result != null) {
                results.add(result);
            }
        });
        return results;
    }

    /// Reads what a bundle would hold, so that the user can look at it.
    public void collect() {
        List<CheckResult> results = results();
        saved.set("");
        later(() -> desk.collect(results), (collected, problem) -> {
            if (problem == null) {
                bundle.set(collected);
            } else {
                saved.set("The bundle could not be collected: " + words(problem));
            }
        });
    }

    /// Saves what was looked at, exactly.
    public void save() {
        SupportBundle present = bundle.get();
        if (present != null) {
            later(() -> desk.save(present), (path, problem) -> {
                savedTo = problem == null ? path : null;
                saved.set(
                        problem == null
                                ? "Saved as " + path + ". Nothing was sent anywhere."
                                : "The bundle could not be saved: " + words(problem));
            });
        }
    }

    /// Opens the folder the bundle was saved in; does nothing before that.
    public void reveal() {
        if (savedTo != null) {
            desk.reveal(savedTo);
        }
    }

    private static String words(Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        return Redaction.clean(String.valueOf(cause.getMessage()));
    }

    private <T> void later(Callable<T> work, BiConsumer<T, @Nullable Throwable> answer) {
        CompletableFuture<T> result = new CompletableFuture<>();
        background.execute(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        CompletableFuture<?> _ = result.whenCompleteAsync(answer, ui);
    }

    /// Sizes of the bundle's files by name, for the preview.
    public static Map<String, String> sizes(SupportBundle bundle) {
        Map<String, String> sizes = new LinkedHashMap<>();
        bundle.entries().forEach(entry -> sizes.put(entry.name(), Math.max(1, entry.bytes() / 1024) + " KB"));
        return sizes;
    }
}
