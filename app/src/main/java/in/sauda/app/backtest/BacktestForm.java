package in.sauda.app.backtest;

import in.sauda.app.fx.Nodes;
import in.sauda.core.candlefile.BarLabel;
import in.sauda.core.candlefile.InstrumentKind;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// What to run: files, strategy, parameters, and how to read the files.
final class BacktestForm {
    private static final double WIDTH = 330;
    private static final double FILES_HEIGHT = 96;
    private static final double FIELD_WIDTH = 110;
    private static final double DATE_WIDTH = 148;

    private final BacktestViewModel model;
    private final VBox root = new VBox(8);
    private final CheckBox stored = new CheckBox("Stored candles");
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ListView<Path> list = new ListView<>(files);
    private final ComboBox<String> strategy = new ComboBox<>();
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final GridPane parameters = new GridPane();
    private final TextField symbols = new TextField();
    private final TextField columns = new TextField();
    private final ComboBox<BarLabel> label = new ComboBox<>();
    private final ComboBox<InstrumentKind> kind = new ComboBox<>();
    private final Button run = new Button("Run");

    BacktestForm(BacktestViewModel model) {
        this.model = model;
        root.getStyleClass().add("backtest-form");
        root.setPrefWidth(WIDTH);
        root.setMinWidth(WIDTH);
        strategy.getItems().setAll(model.strategies());
        strategy.setMaxWidth(Double.MAX_VALUE);
        strategy.setValue(model.strategies().getFirst());
        strategy.valueProperty().subscribe(this::showParameters);
        parameters.getStyleClass().add("parameter-grid");
        ScrollPane scroll = new ScrollPane(parameters);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren()
                .setAll(
                        title("Candles"),
                        fileList(),
                        fileButtons(),
                        storedRow(),
                        reading(),
                        title("Strategy"),
                        strategy,
                        scroll,
                        actions());
    }

    Node root() {
        return root;
    }

    void focus() {
        run.requestFocus();
    }

    /// Adds files that are not in the list yet.
    void add(List<Path> more) {
        more.stream().filter(path -> !files.contains(path)).forEach(files::add);
    }

    private static Label title(String text) {
        return Nodes.fixedLabel(text, "pane-title");
    }

    private Node fileList() {
        list.setId("backtest-files");
        list.setPrefHeight(FILES_HEIGHT);
        list.setMinHeight(FILES_HEIGHT);
        Label empty =
                Nodes.label("Drop CSV files of one-minute candles here, plain or .gz, or add them.", "text-muted");
        empty.setWrapText(true);
        list.setPlaceholder(empty);
        list.setCellFactory(ignored -> new FileCell());
        list.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        list.setOnDragDropped(this::dropped);
        return list;
    }

    private void dropped(DragEvent event) {
        add(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        event.setDropCompleted(true);
        event.consume();
    }

    private static final class FileCell extends ListCell<Path> {
        @Override
        protected void updateItem(@Nullable Path file, boolean empty) {
            super.updateItem(file, empty);
            setText(empty || file == null ? null : String.valueOf(file.getFileName()));
        }
    }

    private Node fileButtons() {
        Button more = small("Add files …");
        more.setOnAction(ignored -> choose());
        Button less = small("Remove");
        less.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        less.setOnAction(ignored -> files.remove(list.getSelectionModel().getSelectedItem()));
        return new HBox(8, more, less);
    }

    /// Days of the data folder's own candles instead of files.
    private Node storedRow() {
        stored.setId("backtest-stored");
        Nodes.tooltip(stored, "Run over the candles the terminal keeps, instead of files");
        for (DatePicker picker : List.of(from, to)) {
            picker.setPrefWidth(DATE_WIDTH);
            picker.disableProperty().bind(stored.selectedProperty().not());
        }
        from.setPromptText("first day");
        to.setPromptText("last day");
        list.disableProperty().bind(stored.selectedProperty());
        return new VBox(6, stored, new HBox(8, from, to));
    }

    private BacktestRequest.@Nullable Stored storedDays() {
        LocalDate last = to.getValue();
        LocalDate first = from.getValue() == null ? last : from.getValue();
        if (!stored.isSelected() || first == null) {
            return null;
        }
        return new BacktestRequest.Stored(first, last == null || last.isBefore(first) ? first : last);
    }

    private static Button small(String text) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        return button;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Files of one-minute candles");
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter("Candles", "*.csv", "*.csv.gz", "*.gz", "*.txt"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (chosen != null) {
            add(chosen.stream().map(File::toPath).toList());
        }
    }

    private Node reading() {
        symbols.setPromptText("all");
        columns.setPromptText("recognised");
        label.getItems().setAll(BarLabel.values());
        label.setValue(BarLabel.AUTO);
        label.setConverter(lowerCase());
        kind.getItems().setAll(InstrumentKind.values());
        kind.setValue(InstrumentKind.AUTO);
        kind.setConverter(lowerCase());
        GridPane grid = new GridPane();
        grid.getStyleClass().add("parameter-grid");
        row(grid, 0, "Symbols", symbols, "Only these, separated by commas");
        row(grid, 1, "Columns", columns, "Which column is what, such as symbol,date,time,open,high,low,close,volume,-");
        row(grid, 2, "Stamped with", label, "Whether a candle is stamped with the start or the end of its minute");
        row(grid, 3, "Kind", kind, "What the symbols are: decides hours and charges");
        return grid;
    }

    private static void row(GridPane grid, int row, String name, Control field, String meaning) {
        Label words = Nodes.fixedLabel(name, "form-label");
        GridPane.setHgrow(words, Priority.ALWAYS);
        field.setPrefWidth(FIELD_WIDTH);
        field.setMaxWidth(FIELD_WIDTH);
        grid.addRow(row, words, Nodes.tooltip(field, meaning));
    }

    private static <E extends Enum<E>> StringConverter<E> lowerCase() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable E value) {
                return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
            }

            @Override
            public @Nullable E fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        };
    }

    /// What the user changed stays when another strategy has the same parameter.
    private void showParameters(String name) {
        Map<String, String> typed = changed();
        parameters.getChildren().clear();
        fields.clear();
        model.parameters(name).forEach((key, value) -> {
            TextField field = new TextField();
            field.setPromptText(value);
            field.setText(typed.getOrDefault(key, ""));
            boolean locked = model.locked(name, key, value);
            field.setDisable(locked);
            if (locked) {
                field.clear();
            }
            field.setOnAction(ignored -> start());
            row(
                    parameters,
                    fields.size(),
                    key,
                    field,
                    locked
                            ? "Locked in this profile"
                            : "Its own value is " + value + ". Several values make a sweep: 1.5..3:0.5 or 1,2,3");
            fields.put(key, field);
        });
    }

    private Map<String, String> changed() {
        Map<String, String> changed = new LinkedHashMap<>();
        fields.forEach((key, field) -> {
            if (!field.getText().isBlank()) {
                changed.put(key, field.getText().strip());
            }
        });
        return changed;
    }

    private Node actions() {
        run.setId("backtest-run");
        run.getStyleClass().add("door-first");
        run.setDefaultButton(true);
        run.disableProperty().bind(model.busy());
        run.setOnAction(ignored -> start());
        Button cancel = new Button("Cancel");
        cancel.disableProperty().bind(model.busy().not());
        cancel.setOnAction(ignored -> model.cancel());
        ProgressBar progress = new ProgressBar();
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.getStyleClass().add("gauge");
        progress.visibleProperty().bind(model.busy());
        HBox.setHgrow(progress, Priority.ALWAYS);
        HBox actions = new HBox(8, run, cancel, progress);
        actions.getStyleClass().add("kind-line");
        return actions;
    }

    private void start() {
        model.run(new BacktestRequest(
                stored.isSelected() ? List.of() : new ArrayList<>(files),
                storedDays(),
                strategy.getValue(),
                changed(),
                symbols.getText(),
                label.getValue(),
                kind.getValue(),
                columns.getText()));
    }
}
