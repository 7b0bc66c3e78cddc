package in.sauda.app.signals;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.signals.Signal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
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
    private final Consumer<Signal> why;

    /// @param linked told the instrument of the row the user goes to
    /// @param act told when the user wants to trade a signal
    /// @param why told when the user asks for the rules behind a signal
    public SignalsView(
            SignalsViewModel model,
            PulseDriver driver,
            Consumer<Instrument> linked,
            Consumer<Signal> act,
            Consumer<Signal> why) {
        this.act = act;
        this.why = why;
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

    /// The signal the keyboard is on; empty while it is elsewhere.
    public Optional<Signal> focused() {
        return table.isFocused() ? Optional.ofNullable(selected().get()).map(SignalRow::signal) : Optional.empty();
    }

    public Node root() {
        return root;
    }

    /// The columns of a table of signals.
    public static List<TableColumn<SignalRow, CellText>> columns(Tables tables) {
        return List.of(
                tables.number("Time", 62, row -> row.time.property()),
                tables.text("Instrument", 120, row -> row.contract.property()),
                tables.text("Signal", 124, row -> row.type.property()),
                tables.text("Lane", 58, row -> row.laneName.property()),
                tables.number("Conf.", 48, row -> row.confidence.property()),
                tables.number("Conf. v0", 58, row -> row.legacy.property()),
                tables.number("Price", 72, row -> row.price.property()),
                tables.number("VWAP", 72, row -> row.vwap.property()),
                tables.number("From high", 64, row -> row.distance.property()),
                tables.number("Rel vol", 56, row -> row.relativeVolume.property()),
                tables.text("Entry", 104, row -> row.entry.property()),
                tables.text("Stop", 104, row -> row.stop.property()),
                tables.text("Reason", 340, row -> row.reason.property()));
    }

    private Node actions() {
        Button button = new Button("Act on signal");
        button.getStyleClass().add("small");
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> !orderable(), selected()));
        button.setOnAction(ignored -> act());
        Nodes.tooltip(button, "Fill the ticket from the selected signal (Enter); only in the confirm lane");
        Button explain = new Button("Why");
        explain.getStyleClass().add("small");
        explain.disableProperty().bind(selected().isNull());
        explain.setOnAction(ignored -> why());
        Nodes.tooltip(explain, "Every rule of this bar and of the others of the day ( W )");
        HBox actions = new HBox(6, button, explain);
        actions.getStyleClass().add("table-actions");
        return actions;
    }

    private ReadOnlyObjectProperty<SignalRow> selected() {
        return table.getSelectionModel().selectedItemProperty();
    }

    private boolean orderable() {
        SignalRow row = selected().get();
        return row != null && row.orderable();
    }

    private void why() {
        SignalRow row = selected().get();
        if (row != null) {
            why.accept(row.signal());
        }
    }

    private void act() {
        SignalRow row = selected().get();
        if (row != null && row.orderable()) {
            act.accept(row.signal());
        }
    }
}
