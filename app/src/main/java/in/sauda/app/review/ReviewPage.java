package in.sauda.app.review;

import in.sauda.app.chart.ChartTheme;
import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PageContent;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.core.review.Observation;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The page of the evening's review: the day's signals with what came after them, and the review as text to edit.
public final class ReviewPage implements PageContent {
    private static final List<String> CLASSES = List.of("", "clean", "choppy", "false", "late", "news");

    private final ReviewViewModel model;
    private final Supplier<ChartTheme> theme;
    private final ComboBox<LocalDate> days = new ComboBox<>();
    private final TableView<ReviewLine> table;
    private final TextArea editor = new TextArea();
    private final ComboBox<String> classification = new ComboBox<>();
    private final TextField notes = new TextField();
    private final Thumbnail thumbnail = new Thumbnail();
    private final VBox side = new VBox(6);
    private final VBox root = new VBox();
    private boolean filling;

    /// @param theme the charts' colours of the moment
    public ReviewPage(ReviewViewModel model, PulseDriver driver, Supplier<ChartTheme> theme) {
        this.model = model;
        this.theme = theme;
        Tables tables = new Tables(driver.flashes());
        table = tables.table(
                model.lines(),
                "No signals were raised on this day. Choose another day above; its signals and candles are read again.");
        table.setId("review-rows");
        table.getColumns().setAll(columns(tables));
        table.getSelectionModel().selectedItemProperty().subscribe(this::showLine);
        editor.setId("review-text");
        editor.getStyleClass().add("review-text");
        editor.textProperty().bindBidirectional(model.text());
        editor.setPromptText("The review of the day");
        HBox above = new HBox(table, side());
        HBox.setHgrow(table, Priority.ALWAYS);
        table.setMinWidth(0);
        above.setMinHeight(0);
        SplitPane split = new SplitPane(above, editor);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.42);
        VBox.setVgrow(split, Priority.ALWAYS);
        root.setId("review");
        root.getChildren().setAll(top(), split);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.S && event.isShortcutDown()) {
                model.save();
                event.consume();
            }
        });
        model.date().subscribe(this::showDay);
        showLine(null);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        model.open();
        // A split pane's content joins the scene with its skin.
        root.applyCss();
        table.requestFocus();
    }

    /// What was written and not saved stays in the editor while the window is open, and is saved here.
    @Override
    public void closed() {
        if (model.changed()) {
            model.save();
        }
    }

    private Node top() {
        days.setId("review-day");
        days.setItems(model.days());
        days.valueProperty().subscribe(day -> {
            if (!filling && day != null) {
                model.read(day);
            }
        });
        Button make =
                button("Figures anew", "Make today's figures of this moment; what you wrote is kept", model::make);
        Button save = button("Save", "Keep the text in the data folder (Ctrl+S)", model::save);
        save.setId("review-save");
        Button export = button(
                "Export HTML…", "Write a page for a browser; its print dialogue makes a PDF of it", this::export);
        Label message = Nodes.label("", "text-muted");
        message.setMinWidth(0);
        message.textProperty().bind(model.message());
        HBox top = new HBox(8, Nodes.fixedLabel("Day", "text-muted"), days, make, save, export, message);
        top.getStyleClass().add("filter-row");
        return top;
    }

    private static Button button(String text, String meaning, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        button.setFocusTraversable(false);
        button.setOnAction(ignored -> action.run());
        return Nodes.tooltip(button, meaning);
    }

    private Node side() {
        classification.getItems().setAll(CLASSES);
        classification.setEditable(true);
        classification.setMaxWidth(Double.MAX_VALUE);
        classification.setPromptText("Your classification");
        classification.valueProperty().subscribe(ignored -> keep());
        notes.setPromptText("Your notes (Enter keeps them)");
        notes.setOnAction(ignored -> keep());
        notes.focusedProperty().subscribe(focused -> {
            if (!focused) {
                keep();
            }
        });
        side.getStyleClass().add("side-form");
        side.setMinWidth(Thumbnail.WIDTH + 30);
        side.getChildren().setAll(thumbnail.node(), classification, notes);
        return side;
    }

    private static List<TableColumn<ReviewLine, CellText>> columns(Tables tables) {
        return List.of(
                tables.number("Candle", 56, line -> line.time.property()),
                tables.text("Symbol", 110, line -> line.symbol.property()),
                tables.text("Profile", 96, line -> line.strategy.property()),
                tables.number("Price", 76, line -> line.price.property()),
                tables.number("T+5", 76, line -> line.after5.property()),
                tables.number("T+15", 76, line -> line.after15.property()),
                tables.number("Change", 68, line -> line.change.property()),
                tables.number("Volume T+5", 84, line -> line.volume.property()),
                tables.text("Outcome", 84, line -> line.outcome.property()),
                tables.text("Classification", 94, line -> line.classification.property()),
                tables.text("Notes", 200, line -> line.notes.property()));
    }

    private void showDay(@Nullable LocalDate day) {
        filling = true;
        days.setValue(day);
        filling = false;
        if (!model.lines().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    private void showLine(@Nullable ReviewLine line) {
        filling = true;
        side.setDisable(line == null);
        Observation observation = line == null ? null : line.observation();
        classification.setValue(observation == null ? "" : observation.notes().classification());
        notes.setText(observation == null ? "" : observation.notes().notes());
        filling = false;
        if (observation == null) {
            thumbnail.clear(theme.get());
        } else {
            thumbnail.clear(theme.get());
            model.candles(observation.signal(), candles -> {
                ReviewLine now = table.getSelectionModel().getSelectedItem();
                if (now != null && now.observation().signal().equals(observation.signal())) {
                    thumbnail.draw(candles, observation.signal().candleMillis(), theme.get());
                }
            });
        }
    }

    private void keep() {
        ReviewLine line = table.getSelectionModel().getSelectedItem();
        if (!filling && line != null) {
            String words = classification.getValue();
            model.note(line, words == null ? "" : words, notes.getText());
        }
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the review");
        LocalDate day = model.date().get();
        chooser.setInitialFileName("eod_report_" + day + ".html");
        File file = chooser.showSaveDialog(root.getScene().getWindow());
        if (file != null) {
            Path path = file.toPath();
            model.export(path);
        }
    }
}
