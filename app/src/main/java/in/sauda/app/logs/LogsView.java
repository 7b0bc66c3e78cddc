package in.sauda.app.logs;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PageContent;
import in.sauda.app.fx.Tone;
import in.sauda.app.fx.Tones;
import in.sauda.app.logs.LogLine.Level;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The log as it is written: filters above, lines in the middle, the whole of a chosen line below.
///
/// Keys: Ctrl+F searches, Space pauses, Ctrl+C copies the chosen lines, End goes to the newest.
public final class LogsView implements PageContent {
    private static final double ROW_HEIGHT = 22;
    private static final long PULL_NANOS = 200_000_000L;

    private final LogsViewModel model;
    private final BorderPane root = new BorderPane();
    private final ListView<LogLine> list = new ListView<>();
    private final TextField search = new TextField();
    private final ToggleButton pause = new ToggleButton("Pause");
    private final TextArea whole = new TextArea();
    private final AnimationTimer timer = new AnimationTimer() {
        private long next;

        @Override
        public void handle(long now) {
            if (now - next >= 0) {
                next = now + PULL_NANOS;
                pull();
            }
        }
    };

    /// @param folder opens the folder of the log files in the system's file manager
    public LogsView(LogsViewModel model, Runnable folder) {
        this.model = model;
        root.setId("logs");
        root.getStyleClass().add("logs");
        root.setTop(tools(folder));
        root.setCenter(lines());
        root.setBottom(detail());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        pull();
        list.scrollTo(Math.max(0, model.lines().size() - 1));
        list.requestFocus();
        timer.start();
    }

    @Override
    public void closed() {
        timer.stop();
    }

    private void pull() {
        if (model.pull()) {
            list.scrollTo(model.lines().size() - 1);
        }
    }

    private Node tools(Runnable folder) {
        ChoiceBox<Level> level = new ChoiceBox<>();
        level.getItems().setAll(Level.values());
        level.valueProperty().bindBidirectional(model.level());
        ChoiceBox<String> module = new ChoiceBox<>();
        module.getItems().setAll(model.modules());
        module.valueProperty().bindBidirectional(model.module());
        search.setPromptText("Search in the lines");
        search.setId("log-search");
        search.textProperty().bindBidirectional(model.search());
        search.getStyleClass().add("log-search");
        pause.getStyleClass().add("small");
        pause.selectedProperty().bindBidirectional(model.paused());
        Label summary = Nodes.fixedLabel("", "text-muted");
        summary.textProperty().bind(model.summary());
        HBox tools = new HBox(
                8,
                search,
                Nodes.fixedLabel("at least", "text-muted"),
                Nodes.tooltip(level, "Least serious level to show"),
                Nodes.tooltip(module, "Whose lines to show; each module has a file of its own"),
                Nodes.tooltip(pause, "Space"),
                Nodes.spacer(),
                summary,
                button("Copy", "Ctrl+C: the chosen lines, or all that are shown", this::copy),
                button("Open folder", "The log files, one per module and day", folder));
        tools.getStyleClass().add("page-tools");
        return tools;
    }

    private static Button button(String words, String tooltip, Runnable action) {
        Button button = new Button(words);
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(ignored -> action.run());
        return Nodes.tooltip(button, tooltip);
    }

    private Node lines() {
        list.setItems(model.lines());
        list.setFixedCellSize(ROW_HEIGHT);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(Nodes.label("Nothing was logged that passes these filters.", "empty-state"));
        list.setCellFactory(ignored -> new LineCell());
        list.getStyleClass().addAll("edge-to-edge", "log-lines");
        list.getSelectionModel().selectedItemProperty().subscribe(this::showWhole);
        return list;
    }

    private Node detail() {
        whole.setEditable(false);
        whole.setPrefRowCount(7);
        whole.getStyleClass().add("log-detail");
        Nodes.shown(whole, false);
        return whole;
    }

    /// Only what does not fit into its line needs the room.
    private void showWhole(@Nullable LogLine line) {
        boolean needed = line != null && line.text().contains("\n");
        Nodes.shown(whole, needed);
        whole.setText(needed && line != null ? line.whole() : "");
    }

    private void pressed(KeyEvent event) {
        if (new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN).match(event)) {
            search.requestFocus();
            search.selectAll();
        } else if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event) && list.isFocused()) {
            copy();
        } else if (event.getCode() == KeyCode.SPACE && list.isFocused()) {
            pause.setSelected(!pause.isSelected());
        } else {
            return;
        }
        event.consume();
    }

    private void copy() {
        List<LogLine> chosen = list.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(model.copyOf(chosen.isEmpty() ? model.lines() : chosen));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Time, level, module and the first line of the text.
    private static final class LineCell extends ListCell<LogLine> {
        private final Label time = Nodes.fixedLabel("", "log-time", "number");
        private final Label level = Nodes.fixedLabel("", "log-level");
        private final Label module = Nodes.fixedLabel("", "log-module");
        private final Label words = Nodes.label("", "log-words");
        private final HBox row = new HBox(time, level, module, words);

        LineCell() {
            row.getStyleClass().add("log-line");
            HBox.setHgrow(words, Priority.ALWAYS);
            row.setMinWidth(0);
            row.setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            time.setText(line.time());
            level.setText(line.level().name());
            Tones.apply(level, tone(line.level()));
            module.setText(line.module());
            words.setText(line.headline());
            setGraphic(row);
        }

        private static Tone tone(Level level) {
            return switch (level) {
                case DEBUG, INFO -> Tone.MUTED;
                case WARN -> Tone.WARNING;
                case ERROR -> Tone.DANGER;
            };
        }
    }
}
