package in.sauda.app.instruments;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Chips;
import in.sauda.app.fx.Flashes;
import in.sauda.app.fx.InstrumentPage;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tables;
import in.sauda.app.fx.Tone;
import in.sauda.app.instruments.InstrumentsViewModel.Sorting;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The page of all instruments: what there is, where it comes from, what changed.
public final class InstrumentsPage implements InstrumentPage {
    private final InstrumentsViewModel model;
    private final MastersViewModel masters;
    private final ChangesViewModel changes;
    private final InstrumentActions actions;
    private final BorderPane root = new BorderPane();
    private final TableView<Instrument> table;
    private final TextField text = new TextField();
    private final Chips<InstrumentCategory> categories;
    private final Chips<Segment> segments;
    private final Node list;
    private final Node changed;

    public InstrumentsPage(
            InstrumentsViewModel model,
            MastersViewModel masters,
            ChangesViewModel changes,
            InstrumentActions actions,
            Flashes flashes) {
        this.model = model;
        this.masters = masters;
        this.changes = changes;
        this.actions = actions;
        categories = new Chips<>(wanted -> model.narrow(now -> now.withCategories(wanted)));
        segments = new Chips<>(wanted -> model.narrow(now -> now.withSegments(wanted)));
        table = table(flashes);
        list = list();
        changed = new ChangesView(changes, flashes).root();
        root.setId("instruments");
        root.setTop(new VBox(new MastersBar(masters).root(), tabs()));
        root.setCenter(list);
        model.summary().subscribe(this::count);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        masters.attach();
        model.attach();
        changes.attach();
        text.requestFocus();
    }

    @Override
    public void closed() {
        changes.detach();
        model.detach();
        masters.detach();
    }

    @Override
    public Optional<Instrument> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private Node tabs() {
        ToggleGroup group = new ToggleGroup();
        ToggleButton all = tab(group, "All instruments", list);
        ToggleButton overnight = tab(group, "What changed", changed);
        overnight.setId("instruments-changed");
        changes.comparisons()
                .subscribe(() -> overnight.setText(
                        changes.comparisons().isEmpty()
                                ? "What changed"
                                : "What changed  "
                                        + IndianNumbers.units(
                                                changes.comparisons().getFirst().total())));
        all.setSelected(true);
        Label shown = Nodes.fixedLabel("", "text-muted");
        shown.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> IndianNumbers.units(model.rows().size()) + " of "
                                + IndianNumbers.units(model.summary().get().total()) + " shown"
                                + (model.busy().get() ? " …" : ""),
                        model.rows(),
                        model.summary(),
                        model.busy()));
        HBox tabs = new HBox(all, overnight, Nodes.spacer(), shown);
        tabs.getStyleClass().add("tab-header");
        return tabs;
    }

    private ToggleButton tab(ToggleGroup group, String title, Node content) {
        ToggleButton tab = new ToggleButton(title);
        tab.setToggleGroup(group);
        tab.getStyleClass().add("tab-toggle");
        tab.setOnAction(ignored -> {
            tab.setSelected(true);
            root.setCenter(content);
        });
        return tab;
    }

    private Node list() {
        InstrumentDetail detail = new InstrumentDetail(actions);
        table.getSelectionModel().selectedItemProperty().subscribe(detail::show);
        model.busy().subscribe(this::chooseSomething);
        BorderPane pane = new BorderPane(table);
        pane.setTop(new VBox(categories.root(), segments.root(), filters()));
        pane.setRight(detail.root());
        return pane;
    }

    private Node filters() {
        text.setId("instruments-text");
        text.setPromptText("Symbol, name or token");
        text.setPrefColumnCount(20);
        text.textProperty().subscribe(wanted -> model.narrow(now -> now.withText(wanted)));
        text.setOnAction(ignored -> focusRows());
        TextField underlying = new TextField();
        underlying.setPromptText("Underlying, e.g. NIFTY");
        underlying.setPrefColumnCount(14);
        underlying.textProperty().subscribe(wanted -> model.narrow(now -> now.withUnderlying(wanted)));
        HBox filters = new HBox(
                8,
                Nodes.tooltip(text, "Every word has to occur in symbol or name, or begin the token"),
                Nodes.tooltip(underlying, "The contracts of one underlying, and itself"),
                new ExpiryBox(model).root());
        filters.getStyleClass().add("filter-row");
        return filters;
    }

    /// The details never stand empty while there are rows.
    private void chooseSomething() {
        if (!model.busy().get()
                && !model.rows().isEmpty()
                && table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private void focusRows() {
        table.requestFocus();
        chooseSomething();
    }

    private void count(InstrumentSummary summary) {
        summary.categories()
                .forEach((category, part) -> categories.put(
                        category,
                        InstrumentColumn.words(category.name()) + "  " + IndianNumbers.units(part.count()),
                        part.words()));
        summary.segments()
                .forEach((segment, count) ->
                        segments.put(segment, segment.name() + "  " + IndianNumbers.units(count), null));
    }

    private TableView<Instrument> table(Flashes flashes) {
        Tables tables = new Tables(flashes);
        TableView<Instrument> made = tables.table(model.rows(), "");
        made.setPlaceholder(placeholder());
        made.setId("instrument-rows");
        for (InstrumentColumn column : InstrumentColumn.ALL) {
            made.getColumns().add(column(tables, column));
        }
        made.setSortPolicy(sorted -> {
            model.sort(sorting(sorted.getSortOrder()));
            return true;
        });
        made.setOnKeyPressed(this::key);
        made.setRowFactory(ignored -> new OpeningRow(actions.watch()));
        return made;
    }

    private Node placeholder() {
        Label words = Nodes.label("", "empty-state");
        model.busy().subscribe(busy -> words.setText(busy ? "Looking …" : model.emptyWords()));
        return words;
    }

    private static TableColumn<Instrument, CellText> column(Tables tables, InstrumentColumn column) {
        Tone tone = column.equals(InstrumentColumn.SYMBOL) || column.number() ? Tone.NEUTRAL : Tone.MUTED;
        TableColumn<Instrument, CellText> made = column.number()
                ? tables.number(column.title(), column.width(), one -> cell(column, one, tone))
                : tables.text(column.title(), column.width(), one -> cell(column, one, tone));
        made.setSortable(true);
        made.setUserData(column);
        return made;
    }

    private static ReadOnlyObjectWrapper<CellText> cell(InstrumentColumn column, Instrument instrument, Tone tone) {
        return new ReadOnlyObjectWrapper<>(CellText.of(column.text(instrument), tone));
    }

    private static Sorting sorting(List<TableColumn<Instrument, ?>> order) {
        if (order.isEmpty()) {
            return Sorting.NONE;
        }
        TableColumn<Instrument, ?> first = order.getFirst();
        return new Sorting(
                (InstrumentColumn) first.getUserData(), first.getSortType() == TableColumn.SortType.ASCENDING);
    }

    private void key(KeyEvent event) {
        Instrument instrument = table.getSelectionModel().getSelectedItem();
        if (instrument == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> actions.watch().accept(instrument);
            case C -> actions.chart().accept(instrument);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
