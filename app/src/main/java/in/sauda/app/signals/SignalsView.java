package in.sauda.app.signals;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The signal log; a signal can fill the ticket.
public final class SignalsView {
    private final VBox root = new VBox();
    private final TableView<SignalRow> table;
    private final Consumer<Signal> act;

    /// @param linked told the instrument of the row the user goes to
    /// @param act told when the user wants to trade a signal
    public SignalsView(SignalsViewModel model, PulseDriver driver, Consumer<Instrument> linked, Consumer<Signal> act) {
        this.act = act;
        Tables tables = new Tables(driver.flashes());
        table = tables.table(
                model.rows(),
                "No signals yet. Strategies judge every closed one-minute candle of the watched instruments.");
        table.setId("signals");
        table.getColumns().setAll(columns(tables));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                linked.accept(row.signal().instrument());
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                act();
                event.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getChildren().setAll(table, actions());
    }

    public Node root() {
        return root;
    }

    private static List<TableColumn<SignalRow, CellText>> columns(Tables tables) {
        return List.of(
                tables.number("Time", 62, row -> row.time.property()),
                tables.text("Instrument", 120, row -> row.contract.property()),
                tables.text("Signal", 124, row -> row.type.property()),
                tables.number("Conf.", 48, row -> row.confidence.property()),
                tables.number("Price", 72, row -> row.price.property()),
                tables.number("Rel vol", 56, row -> row.relativeVolume.property()),
                tables.text("Entry", 104, row -> row.entry.property()),
                tables.text("Stop", 104, row -> row.stop.property()),
                tables.text("Reason", 340, row -> row.reason.property()));
    }

    private Node actions() {
        Button button = new Button("Act on signal");
        button.getStyleClass().add("small");
        button.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(ignored -> act());
        Nodes.tooltip(button, "Fill the ticket from the selected signal (Enter)");
        HBox actions = new HBox(6, button);
        actions.getStyleClass().add("table-actions");
        return actions;
    }

    private void act() {
        SignalRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            act.accept(row.signal());
        }
    }
}
