package in.sauda.app.alerts;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.InstrumentPage;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.fx.Tables;
import in.sauda.core.alerts.AlertRow;
import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page of alerts: what is watched, what fired, and the form that makes one.
public final class AlertsPage implements InstrumentPage {
    private final AlertsViewModel model;
    private final PulseDriver driver;
    private final Consumer<Instrument> link;
    private final TableView<AlertLine> table;
    private final TableView<FiringLine> history;
    private final AlertForm form;
    private final Button toggle = new Button("Pause");
    private final Button edit = new Button("Edit");
    private final Button remove = new Button("Remove");
    private final CheckBox sound = new CheckBox("Sound");
    private final Label silent = Nodes.label("", "text-muted");
    private final HBox root;
    private Registration registration = () -> {};

    /// @param link told the instrument of the chosen alert
    public AlertsPage(AlertsViewModel model, PulseDriver driver, Consumer<Instrument> link) {
        this.model = model;
        this.driver = driver;
        this.link = link;
        form = new AlertForm(model);
        Tables tables = new Tables(driver.flashes());
        table = tables.table(
                model.lines(),
                "Nothing is watched yet. Type a price on the right and press Enter, or press A on a row of the "
                        + "watchlist or over the chart.");
        table.setId("alert-rows");
        table.getColumns().setAll(columns(tables));
        table.setOnKeyPressed(this::key);
        table.getSelectionModel().selectedItemProperty().subscribe(_ -> follow());
        history = tables.table(model.history(), "Nothing fired yet.");
        history.setId("alert-history");
        history.getColumns().setAll(historyColumns(tables));
        HBox title = new HBox(Nodes.label("History", "pane-title"));
        title.getStyleClass().add("pane-header");
        VBox below = new VBox(title, history);
        VBox.setVgrow(history, Priority.ALWAYS);
        SplitPane split = new SplitPane(table, below);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.6);
        VBox.setVgrow(split, Priority.ALWAYS);
        VBox left = new VBox(actions(), split);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        root = new HBox(left, form.root());
        root.setId("alerts");
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        registration = Registration.all(model.open(driver), driver.onStatus(_ -> state()));
        state();
        // A split pane's content joins the scene with its skin.
        root.applyCss();
        form.focus();
    }

    @Override
    public void closed() {
        registration.remove();
    }

    /// The instrument of the chosen alert, for the trading keys.
    @Override
    public Optional<Instrument> chosen() {
        return selected().map(row -> row.rule().instrument());
    }

    private Optional<AlertRow> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(AlertLine::row);
    }

    private static List<TableColumn<AlertLine, CellText>> columns(Tables tables) {
        return List.of(
                tables.text("Symbol", 130, line -> line.subject.property()),
                tables.text("Condition", 270, line -> line.condition.property()),
                tables.number("Now", 96, line -> line.reading.property()),
                tables.text("State", 100, line -> line.state.property()),
                tables.text("Repeat", 90, line -> line.repeat.property()),
                tables.number("Fired", 50, line -> line.fired.property()),
                tables.number("Last", 90, line -> line.last.property()),
                tables.text("Note", 200, line -> line.note.property()));
    }

    private static List<TableColumn<FiringLine, CellText>> historyColumns(Tables tables) {
        return List.of(
                tables.number("Time", 90, line -> line.when.property()),
                tables.text("Symbol", 130, line -> line.subject.property()),
                tables.text("What happened", 700, line -> line.sentence.property()));
    }

    private Node actions() {
        button(toggle, "alert-toggle", "Space, in the table", model::toggle);
        button(edit, "alert-edit", "Enter, in the table", this::edit);
        button(remove, "alert-remove", "Delete, in the table", model::remove);
        sound.setId("alert-sound");
        sound.setFocusTraversable(false);
        sound.setOnAction(_ -> model.sound(sound.isSelected()));
        Nodes.tooltip(sound, "Two short tones when an alert fires");
        Label message = Nodes.label("", "text-muted");
        message.textProperty().bind(model.message());
        message.setMinWidth(0);
        HBox row = new HBox(8, edit, toggle, remove, message, Nodes.spacer(), silent, sound);
        row.getStyleClass().add("filter-row");
        return row;
    }

    private void button(Button button, String id, String keys, Consumer<AlertRow> action) {
        button.setId(id);
        button.getStyleClass().add("small");
        button.setFocusTraversable(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> selected().ifPresent(action));
        Nodes.tooltip(button, keys);
    }

    private void edit(AlertRow row) {
        model.edit(row);
        form.focus();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> selected().ifPresent(this::edit);
            case SPACE -> selected().ifPresent(model::toggle);
            case DELETE, BACK_SPACE -> selected().ifPresent(model::remove);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void follow() {
        chosen().ifPresent(link);
        state();
    }

    private void state() {
        Optional<AlertRow> row = selected();
        edit.setDisable(row.isEmpty());
        toggle.setDisable(row.isEmpty());
        remove.setDisable(row.isEmpty());
        toggle.setText(row.map(AlertsPage::action).orElse("Pause"));
        sound.setSelected(model.sound());
        silent.setText(model.sound() ? model.soundProblem() : "");
    }

    private static String action(AlertRow row) {
        return switch (row.state()) {
            case PAUSED -> "Go on";
            case DONE -> "Watch again";
            case ARMED, WAITING, COOLING -> "Pause";
        };
    }
}
