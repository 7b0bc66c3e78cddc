package in.sauda.app.strategies;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PageContent;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.fx.Tables;
import in.sauda.app.theme.Icon;
import in.sauda.core.strategy.StrategyRow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page of strategies: what each one does, start and stop, and its lane, profile and parameters.
public final class StrategiesPage implements PageContent {
    private final StrategiesViewModel model;
    private final PulseDriver driver;
    private final TableView<StrategyLine> table;
    private final StrategyEditor editor;
    private final Button toggle = new Button("Start", Icon.PLAY.node());
    private final HBox root;
    private Registration registration = () -> {};

    /// @param why opens the page that explains bars
    public StrategiesPage(StrategiesViewModel model, PulseDriver driver, Runnable why) {
        this.model = model;
        this.driver = driver;
        editor = new StrategyEditor(model);
        Tables tables = new Tables(driver.flashes());
        table = tables.table(model.lines(), "The engine has not said yet which strategies it runs.");
        table.setId("strategy-rows");
        table.getColumns().setAll(columns(tables));
        table.setOnKeyPressed(this::key);
        table.getSelectionModel().selectedItemProperty().subscribe(ignored -> follow());
        VBox left = new VBox(actions(why), table);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        root = new HBox(left, editor.root());
        root.setId("strategies");
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        registration = driver.onStatus(ignored -> follow());
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    @Override
    public void closed() {
        registration.remove();
    }

    private static List<TableColumn<StrategyLine, CellText>> columns(Tables tables) {
        return List.of(
                tables.text("Profile", 130, line -> line.name.property()),
                tables.text("State", 86, line -> line.state.property()),
                tables.text("Lane", 70, line -> line.lane.property()),
                tables.number("Warmed up", 84, line -> line.warm.property()),
                tables.number("Signals", 60, line -> line.signals.property()),
                tables.number("Held back", 72, line -> line.suppressed.property()),
                tables.number("Last signal", 80, line -> line.last.property()),
                tables.number("On paper", 140, line -> line.paper.property()),
                tables.text("Problem", 220, line -> line.problem.property()));
    }

    private Node actions(Runnable why) {
        toggle.setId("strategy-toggle");
        toggle.getStyleClass().add("small");
        toggle.setFocusTraversable(false);
        toggle.setOnAction(ignored -> toggle());
        Nodes.tooltip(toggle, "Space, in the table");
        Button explain = new Button("Why / why not");
        explain.getStyleClass().add("small");
        explain.setFocusTraversable(false);
        explain.setOnAction(ignored -> why.run());
        Nodes.tooltip(explain, "Every rule of every bar of the linked instrument ( Y )");
        Label message = Nodes.label("", "text-muted");
        message.textProperty().bind(model.message());
        message.setMinWidth(0);
        HBox row = new HBox(8, toggle, explain, message);
        row.getStyleClass().add("filter-row");
        return row;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> toggle();
            case ENTER -> editor.focus();
            case DELETE -> remove();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void toggle() {
        StrategyLine line = table.getSelectionModel().getSelectedItem();
        if (line != null) {
            model.toggle(line.row());
        }
    }

    private void remove() {
        StrategyLine line = table.getSelectionModel().getSelectedItem();
        if (line != null && line.row().setup() != null) {
            model.remove(line.row().setup());
        }
    }

    private void follow() {
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        StrategyLine line = table.getSelectionModel().getSelectedItem();
        StrategyRow row = line == null ? null : line.row();
        boolean stands =
                row == null || row.state() == StrategyRow.State.STOPPED || row.state() == StrategyRow.State.FAILED;
        toggle.setText(stands ? "Start" : "Stop");
        toggle.setGraphic(stands ? Icon.PLAY.node() : Icon.CLOSE.node());
        toggle.setDisable(row == null || row.setup() == null);
        editor.show(row);
    }
}
