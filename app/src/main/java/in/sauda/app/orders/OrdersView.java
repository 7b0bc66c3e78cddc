package in.sauda.app.orders;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.core.instruments.Instrument;
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
import org.jspecify.annotations.Nullable;

/// The order table with its actions for the selected order.
public final class OrdersView {
    private final OrdersViewModel model;
    private final VBox root = new VBox();
    private final TableView<OrderRow> table;
    private final Button cancel = new Button("Cancel order");
    private final Button worse = new Button("Price − tick");
    private final Button better = new Button("Price + tick");

    /// @param linked told the instrument of the row the user goes to
    /// @param all what can be done to all orders
    /// @param question asks before that
    public OrdersView(OrdersViewModel model, PulseDriver driver, Consumer<Instrument> linked, Node all, Node question) {
        this.model = model;
        Tables tables = new Tables(driver.flashes());
        table = tables.table(model.rows(), "No orders today. Press B or S on an instrument to open the ticket.");
        table.setId("orders");
        table.getColumns().setAll(columns(tables));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            refresh(row);
            if (row != null) {
                linked.accept(row.order().request().instrument());
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                act(model::cancel);
                event.consume();
            }
        });
        model.changes().subscribe(() -> refresh(selected()));
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getChildren().setAll(table, question, actions(all));
        refresh(null);
    }

    public Node root() {
        return root;
    }

    private @Nullable OrderRow selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    public static List<TableColumn<OrderRow, CellText>> columns(Tables tables) {
        return List.of(
                tables.number("Time", 62, row -> row.time.property()),
                tables.text("Mode", 48, row -> row.mode.property()),
                tables.text("Broker", 72, row -> row.broker.property()),
                tables.text("Side", 62, row -> row.side.property()),
                tables.text("Instrument", 150, row -> row.contract.property()),
                tables.number("Qty", 56, row -> row.quantity.property()),
                tables.number("Filled", 56, row -> row.filled.property()),
                tables.number("Price", 72, row -> row.price.property()),
                tables.number("Avg", 72, row -> row.average.property()),
                tables.text("Status", 132, row -> row.status.property()),
                tables.text("Strategy", 80, row -> row.strategy.property()),
                tables.text("Reason", 240, row -> row.reason.property()));
    }

    private Node actions(Node all) {
        prepare(cancel, "Cancel the selected order (Delete)", () -> act(model::cancel));
        prepare(worse, "Ask for a card that lowers the limit by one tick", () -> act(row -> step(row, -1)));
        prepare(better, "Ask for a card that raises the limit by one tick", () -> act(row -> step(row, 1)));
        HBox actions = new HBox(6, cancel, worse, better, Nodes.spacer(), all);
        actions.getStyleClass().add("table-actions");
        return actions;
    }

    private static void prepare(Button button, String tooltip, Runnable action) {
        button.getStyleClass().add("small");
        button.setOnAction(ignored -> action.run());
        Nodes.tooltip(button, tooltip);
    }

    private void act(Consumer<OrderRow> action) {
        OrderRow row = selected();
        if (row != null) {
            action.accept(row);
        }
    }

    private void step(OrderRow row, int ticks) {
        long tick = Math.max(1, row.order().request().instrument().tickSize());
        long price = row.order().request().price() + ticks * tick;
        model.modify(row, row.order().request().quantity(), Math.max(tick, price));
    }

    private void refresh(@Nullable OrderRow row) {
        boolean possible = row != null && OrdersViewModel.cancellable(row);
        cancel.setDisable(!possible);
        worse.setDisable(!possible);
        better.setDisable(!possible);
    }
}
