package in.sauda.app.logs;

import in.sauda.app.logs.LogLine.Level;
import in.sauda.core.domain.IndianNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The lines that pass the filters, newest last, as many as the source keeps. FX thread only.
public final class LogsViewModel {
    static final String EVERY_MODULE = "all modules";

    private final LogSource source;
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Level> level = new SimpleObjectProperty<>(Level.INFO);
    private final StringProperty module = new SimpleStringProperty(EVERY_MODULE);
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private long seen;

    public LogsViewModel(LogSource source) {
        this.source = source;
        level.addListener(ignored -> filterAnew());
        module.addListener(ignored -> filterAnew());
        search.addListener(ignored -> filterAnew());
        paused.addListener(ignored -> pull());
    }

    public ObservableList<LogLine> lines() {
        return lines;
    }

    /// Least serious level that is shown.
    public ObjectProperty<Level> level() {
        return level;
    }

    public StringProperty module() {
        return module;
    }

    public StringProperty search() {
        return search;
    }

    /// While true no line is added; they wait in the source as long as it has room.
    public BooleanProperty paused() {
        return paused;
    }

    public ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    public List<String> modules() {
        List<String> names = new ArrayList<>();
        names.add(EVERY_MODULE);
        names.addAll(source.modules());
        return names;
    }

    /// Takes in what was logged since; returns true when lines were added.
    public boolean pull() {
        if (paused.get()) {
            return false;
        }
        List<LogLine> news = source.after(seen);
        if (news.isEmpty()) {
            return false;
        }
        seen = news.getLast().sequence();
        List<LogLine> passing = passing(news);
        lines.addAll(passing);
        int excess = lines.size() - source.capacity();
        if (excess > 0) {
            lines.remove(0, excess);
        }
        summarise();
        return !passing.isEmpty();
    }

    /// These lines as text, for the clipboard.
    public String copyOf(List<LogLine> chosen) {
        return chosen.stream().map(LogLine::whole).collect(Collectors.joining("\n", "", "\n"));
    }

    /// Also while paused: of what was there when the pause began.
    private void filterAnew() {
        List<LogLine> known = source.after(0);
        if (!paused.get() && !known.isEmpty()) {
            seen = known.getLast().sequence();
        }
        lines.setAll(
                passing(known.stream().filter(line -> line.sequence() <= seen).toList()));
        summarise();
    }

    private List<LogLine> passing(List<LogLine> candidates) {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(line -> line.level().compareTo(level.get()) >= 0)
                .filter(line ->
                        module.get().equals(EVERY_MODULE) || line.module().equals(module.get()))
                .filter(line -> wanted.isEmpty() || line.contains(wanted))
                .toList();
    }

    private void summarise() {
        long errors = lines.stream().filter(line -> line.level() == Level.ERROR).count();
        long warnings =
                lines.stream().filter(line -> line.level() == Level.WARN).count();
        summary.set(IndianNumbers.units(lines.size())
                + (lines.size() == 1 ? " line, " : " lines, ")
                + warnings
                + (warnings == 1 ? " warning, " : " warnings, ")
                + errors
                + (errors == 1 ? " error" : " errors"));
    }
}
