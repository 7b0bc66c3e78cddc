package in.sauda.app.search;

import in.sauda.app.fx.Nodes;
import in.sauda.app.theme.Icon;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The search box of the top bar and the list of results that opens below it. The list is part of the window, not a
/// window of its own, so the keyboard stays in the box.
public final class SearchView {
    private static final List<String> EXCHANGES = List.of("NSE", "BSE", "NFO", "BFO", "MCX", "CDS", "BCD");
    private static final double ROW_HEIGHT = 28;
    private static final int VISIBLE_ROWS = 12;

    private final SearchViewModel model;
    private final Consumer<Instrument> added;
    private final Consumer<Instrument> traded;
    private final Runnable left;
    private final TextField field = new TextField();
    private final HBox box = new HBox(6);
    private final VBox results = new VBox();
    private final ListView<SearchHit> list;

    /// @param added told on Enter: watch it and show it
    /// @param traded told on Shift+Enter: open the ticket
    /// @param left told when the box gives the keyboard back
    public SearchView(SearchViewModel model, Consumer<Instrument> added, Consumer<Instrument> traded, Runnable left) {
        this.model = model;
        this.added = added;
        this.traded = traded;
        this.left = left;
        list = new ListView<>(model.hits());
        buildBox();
        buildResults();
        results.sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .subscribe(owner -> results.setVisible(field.equals(owner)));
    }

    /// The box for the top bar.
    public Node box() {
        return box;
    }

    /// The results for the window's overlay layer.
    public Node results() {
        return results;
    }

    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    public void type(String text) {
        focus();
        field.setText(text);
        field.end();
    }

    private void buildBox() {
        field.setId("search");
        field.setPromptText("Search instruments");
        field.textProperty().bindBidirectional(model.text());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(field, Priority.ALWAYS);
        box.getStyleClass().add("search-box");
        box.getChildren().setAll(Icon.SEARCH.node(), field, Nodes.fixedLabel("/", "key-hint"));
        Nodes.tooltip(box, "Search all instruments ( / or Ctrl+K )");
    }

    private void buildResults() {
        list.setFixedCellSize(ROW_HEIGHT);
        list.setPrefHeight(ROW_HEIGHT * VISIBLE_ROWS + 2);
        list.setFocusTraversable(false);
        list.getStyleClass().addAll("dense", "edge-to-edge");
        list.setCellFactory(ignored -> new SearchHitCell());
        list.setOnMouseClicked(event -> {
            model.select(list.getSelectionModel().getSelectedIndex());
            choose(event.isShiftDown());
        });
        model.selected().subscribe(position -> {
            list.getSelectionModel().clearAndSelect(position.intValue());
            list.scrollTo(Math.max(0, position.intValue() - VISIBLE_ROWS / 2));
        });
        Label message = Nodes.label("", "empty-state");
        message.setWrapText(true);
        message.textProperty().bind(model.message());
        message.visibleProperty().bind(model.message().isNotEmpty());
        StackPane body = new StackPane(list, message);
        VBox.setVgrow(body, Priority.ALWAYS);
        results.getStyleClass().addAll("search-results", "overlay");
        results.setMaxSize(780, ROW_HEIGHT * VISIBLE_ROWS + 110);
        results.getChildren().setAll(chips(), body, keys());
        results.setVisible(false);
    }

    private Node chips() {
        FlowPane chips = new FlowPane(4, 4);
        chips.getStyleClass().add("chips");
        for (InstrumentCategory category : InstrumentCategory.values()) {
            ToggleButton chip = chip(SearchHit.words(category));
            chip.selectedProperty().subscribe(wanted -> model.toggle(category, wanted));
            chips.getChildren().add(chip);
        }
        chips.getChildren().add(Nodes.label("·", "text-muted"));
        for (String exchange : EXCHANGES) {
            ToggleButton chip = chip(exchange);
            chip.selectedProperty().subscribe(wanted -> model.toggle(exchange, wanted));
            chips.getChildren().add(chip);
        }
        return chips;
    }

    private static ToggleButton chip(String text) {
        ToggleButton chip = new ToggleButton(text);
        chip.getStyleClass().add("chip");
        chip.setFocusTraversable(false);
        return chip;
    }

    private static Node keys() {
        HBox keys = new HBox(
                14,
                Nodes.label("↑↓ choose", "text-muted"),
                Nodes.label("Enter watch and show", "text-muted"),
                Nodes.label("Shift+Enter order ticket", "text-muted"),
                Nodes.label("Esc close", "text-muted"));
        keys.getStyleClass().add("overlay-footer");
        return keys;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.step(1);
            case UP -> model.step(-1);
            case PAGE_DOWN -> model.step(VISIBLE_ROWS);
            case PAGE_UP -> model.step(-VISIBLE_ROWS);
            case ENTER -> choose(event.isShiftDown());
            case ESCAPE -> left.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(boolean trade) {
        Instrument instrument = model.chosen();
        if (instrument == null) {
            return;
        }
        field.clear();
        left.run();
        (trade ? traded : added).accept(instrument);
    }
}
