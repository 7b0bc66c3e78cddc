package in.sauda.app.instruments;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Chips;
import in.sauda.app.fx.Flashes;
import in.sauda.app.fx.Tables;
import in.sauda.app.fx.Tone;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.ChangeKind;
import in.sauda.core.instruments.InstrumentChange;
import in.sauda.core.instruments.MasterChanges;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What changed between two masters: counted by kind, listed with the old and the new value.
final class ChangesView {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final ChangesViewModel model;
    private final VBox root = new VBox();
    private final Chips<ChangeKind> kinds;
    private final ComboBox<MasterChanges> comparisons;

    ChangesView(ChangesViewModel model, Flashes flashes) {
        this.model = model;
        kinds = new Chips<>(model::show);
        comparisons = comparisons();
        TableView<InstrumentChange> table = table(flashes);
        VBox.setVgrow(table, Priority.ALWAYS);
        TextField search = new TextField();
        search.setPromptText("Symbol");
        search.setPrefColumnCount(12);
        search.textProperty().subscribe(model::search);
        HBox filters = new HBox(10, comparisons, search, kinds.root());
        filters.getStyleClass().add("filter-row");
        root.getChildren().setAll(filters, table);
        model.chosen().subscribe(this::count);
    }

    Node root() {
        return root;
    }

    private ComboBox<MasterChanges> comparisons() {
        ComboBox<MasterChanges> box = new ComboBox<>(model.comparisons());
        box.setConverter(new Words());
        box.setPromptText("No comparison yet");
        box.setMinWidth(270);
        box.valueProperty().subscribe(wanted -> {
            if (wanted != null && !wanted.equals(model.chosen().get())) {
                model.choose(wanted);
            }
        });
        return box;
    }

    private void count(@Nullable MasterChanges chosen) {
        kinds.clear();
        comparisons.setValue(chosen);
        if (chosen != null) {
            chosen.counts()
                    .forEach((kind, count) -> kinds.put(kind, title(kind) + "  " + IndianNumbers.units(count), null));
        }
    }

    private TableView<InstrumentChange> table(Flashes flashes) {
        Tables tables = new Tables(flashes);
        TableView<InstrumentChange> table = tables.table(
                model.rows(),
                "Nothing to compare yet. Each import is compared with the one before it: new and expired contracts,"
                        + " changed lots, ticks, freeze quantities and symbols.");
        table.setId("changes");
        table.getColumns()
                .setAll(List.of(
                        text(tables, "Change", 130, change -> title(change.kind()), ChangesView::tone),
                        text(tables, "Symbol", 230, InstrumentChange::symbol, change -> Tone.NEUTRAL),
                        text(
                                tables,
                                "Segment",
                                74,
                                change -> change.key().segment().name(),
                                change -> Tone.MUTED),
                        text(tables, "Token", 90, change -> change.key().token(), change -> Tone.MUTED),
                        text(tables, "Before", 260, InstrumentChange::before, change -> Tone.MUTED),
                        text(tables, "After", 260, InstrumentChange::after, change -> Tone.NEUTRAL)));
        return table;
    }

    private static TableColumn<InstrumentChange, CellText> text(
            Tables tables,
            String title,
            double width,
            Function<InstrumentChange, String> text,
            Function<InstrumentChange, Tone> tone) {
        return tables.text(
                title,
                width,
                change -> new ReadOnlyObjectWrapper<>(CellText.of(text.apply(change), tone.apply(change))));
    }

    private static Tone tone(InstrumentChange change) {
        return switch (change.kind()) {
            case NEW -> Tone.GOOD;
            case EXPIRED -> Tone.MUTED;
            case GONE, LOT, TICK, FREEZE, SYMBOL -> Tone.WARNING;
        };
    }

    private static String title(ChangeKind kind) {
        return InstrumentColumn.words(kind.words());
    }

    private static final class Words extends StringConverter<MasterChanges> {
        @Override
        public String toString(@Nullable MasterChanges changes) {
            return changes == null
                    ? ""
                    : changes.master() + "  " + when(changes.beforeMillis()) + " → " + when(changes.atMillis());
        }

        private static String when(long millis) {
            return WHEN.format(IndiaTime.date(millis).atTime(IndiaTime.time(millis)));
        }

        @Override
        public MasterChanges fromString(String text) {
            throw new UnsupportedOperationException("a comparison is chosen, not typed");
        }
    }
}
