package in.sauda.app.instruments;

import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentMasters;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All instruments, filtered and sorted beside the FX thread: 150,000 rows take a tenth of a second. A slower, older
/// answer never overwrites a newer one. FX thread only.
public final class InstrumentsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(InstrumentsViewModel.class);

    /// How the rows are ordered; {@code ALL} keeps the order of the masters.
    record Sorting(@Nullable InstrumentColumn column, boolean ascending) {
        static final Sorting NONE = new Sorting(null, true);

        @Nullable
        Comparator<Instrument> comparator() {
            if (column == null) {
                return null;
            }
            return ascending ? column.order() : column.order().reversed();
        }
    }

    private record Found(List<Instrument> rows, List<LocalDate> expiries) {}

    private final InstrumentMasters masters;
    private final Executor background;
    private final Executor ui;
    private final ObservableList<Instrument> rows = FXCollections.observableArrayList();
    private final ObservableList<LocalDate> expiries = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<InstrumentSummary> summary =
            new ReadOnlyObjectWrapper<>(InstrumentSummary.NONE);
    private final ReadOnlyObjectWrapper<InstrumentFilter> filter = new ReadOnlyObjectWrapper<>(InstrumentFilter.ALL);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Sorting sorting = Sorting.NONE;
    private List<Instrument> known = List.of();
    private Runnable stopListening = () -> {};
    private long asked;

    /// @param background where filtering and sorting run
    /// @param ui where the answer is shown
    public InstrumentsViewModel(InstrumentMasters masters, Executor background, Executor ui) {
        this.masters = masters;
        this.background = background;
        this.ui = ui;
    }

    /// Follows the masters from now on.
    public void attach() {
        stopListening.run();
        stopListening = masters.onChange(() -> ui.execute(this::reload));
        reload();
    }

    public void detach() {
        stopListening.run();
        stopListening = () -> {};
    }

    public ObservableList<Instrument> rows() {
        return rows;
    }

    /// Expiries of what passes the other filters, nearest first.
    ObservableList<LocalDate> expiries() {
        return expiries;
    }

    ReadOnlyObjectProperty<InstrumentSummary> summary() {
        return summary.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<InstrumentFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /// Why there is no row.
    String emptyWords() {
        return known.isEmpty()
                ? "No instruments are known yet. Refresh the master above."
                : "No instrument passes these filters.";
    }

    /// True while rows are being looked for.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    void narrow(UnaryOperator<InstrumentFilter> change) {
        InstrumentFilter next = change.apply(filter.get());
        if (!next.equals(filter.get())) {
            filter.set(next);
            find();
        }
    }

    void sort(Sorting wanted) {
        if (!wanted.equals(sorting)) {
            sorting = wanted;
            find();
        }
    }

    private void reload() {
        List<Instrument> now = masters.instruments();
        known = now;
        background.execute(() -> {
            InstrumentSummary counted = InstrumentSummary.of(now);
            ui.execute(() -> summary.set(counted));
        });
        find();
    }

    private void find() {
        long question = ++asked;
        List<Instrument> all = known;
        InstrumentFilter wanted = filter.get();
        Comparator<Instrument> order = sorting.comparator();
        if (order == null && wanted.equals(InstrumentFilter.ALL)) {
            // Nothing to look for: the page opens full, and the expiries follow.
            rows.setAll(all);
        }
        busy.set(true);
        background.execute(() -> {
            try {
                Found found = find(all, wanted, order);
                ui.execute(() -> show(question, found));
            } catch (RuntimeException failure) {
                LOG.error("The instruments could not be filtered", failure);
                ui.execute(() -> busy.set(false));
            }
        });
    }

    private static Found find(List<Instrument> all, InstrumentFilter wanted, @Nullable Comparator<Instrument> order) {
        List<Instrument> matching = wanted.withoutExpiry(all);
        List<LocalDate> dates = matching.stream()
                .map(Instrument::expiry)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        List<Instrument> rows = wanted.atExpiry(matching);
        return new Found(order == null ? rows : rows.stream().sorted(order).toList(), dates);
    }

    private void show(long question, Found found) {
        if (question == asked) {
            expiries.setAll(found.expiries());
            if (rows.size() != found.rows().size() || !rows.equals(found.rows())) {
                rows.setAll(found.rows());
            }
            busy.set(false);
        }
    }
}
