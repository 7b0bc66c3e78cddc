package in.sauda.app.search;

import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.InstrumentDirectory;
import in.sauda.core.instruments.SearchQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Searches while the user types. A slower, older search never overwrites a newer one. FX thread only.
public final class SearchViewModel {
    private final InstrumentDirectory directory;
    private final Executor background;
    private final Executor ui;
    private final StringProperty text = new SimpleStringProperty("");
    private final Set<InstrumentCategory> categories = EnumSet.noneOf(InstrumentCategory.class);
    private final Set<String> exchanges = new TreeSet<>();
    private final ObservableList<SearchHit> hits = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private long asked;
    private int known;

    /// @param background where the search runs
    /// @param ui where its answer is shown
    public SearchViewModel(InstrumentDirectory directory, Executor background, Executor ui) {
        this.directory = directory;
        this.background = background;
        this.ui = ui;
        text.addListener(ignored -> search());
        search();
    }

    public StringProperty text() {
        return text;
    }

    public ObservableList<SearchHit> hits() {
        return hits;
    }

    /// Position of the marked hit, -1 when there is none.
    public ReadOnlyIntegerProperty selected() {
        return selected.getReadOnlyProperty();
    }

    /// Why there is nothing to choose from; empty when there is.
    public ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    public void toggle(InstrumentCategory category, boolean wanted) {
        if (wanted ? categories.add(category) : categories.remove(category)) {
            search();
        }
    }

    public void toggle(String exchange, boolean wanted) {
        if (wanted ? exchanges.add(exchange) : exchanges.remove(exchange)) {
            search();
        }
    }

    /// Marks the next or previous hit, round and round.
    public void step(int by) {
        if (!hits.isEmpty()) {
            selected.set(Math.floorMod(selected.get() + by, hits.size()));
        }
    }

    public void select(int position) {
        if (position >= 0 && position < hits.size()) {
            selected.set(position);
        }
    }

    public @Nullable Instrument chosen() {
        int position = selected.get();
        return position >= 0 && position < hits.size() ? hits.get(position).instrument() : null;
    }

    /// Asks again if more instruments or fewer are known by now.
    public void directoryChanged() {
        if (directory.size() != known) {
            search();
        }
    }

    private void search() {
        long question = ++asked;
        known = directory.size();
        String wanted = text.get().strip();
        if (wanted.isEmpty()) {
            show(List.of(), hint());
            return;
        }
        SearchQuery query = new SearchQuery(wanted, categories, exchanges, SearchQuery.DEFAULT_LIMIT);
        background.execute(() -> {
            List<Instrument> found = directory.search(query);
            ui.execute(() -> answer(question, wanted, found));
        });
    }

    private void answer(long question, String wanted, List<Instrument> found) {
        if (question == asked) {
            show(found, found.isEmpty() ? nothing(wanted) : "");
        }
    }

    private void show(List<Instrument> found, String words) {
        hits.setAll(found.stream().map(SearchHit::new).toList());
        selected.set(found.isEmpty() ? -1 : 0);
        message.set(words);
    }

    private String hint() {
        return directory.size() == 0 || !directory.complete()
                ? "The instrument list is still loading."
                : "Type a name, an underlying with strike and CE or PE, or a month: “rel”, “nifty 25000 ce”, “bn sep fut”.";
    }

    private String nothing(String wanted) {
        if (!directory.complete()) {
            return "“" + wanted + "” is not among the first instruments; the rest of the list is still loading.";
        }
        boolean filtered = !categories.isEmpty() || !exchanges.isEmpty();
        return "No instrument matches “" + wanted + "”" + (filtered ? " with these filters." : ".")
                + (filtered ? " Take a filter off, or" : "") + " Try fewer letters or the underlying's name.";
    }
}
