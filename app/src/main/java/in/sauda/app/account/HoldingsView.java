package in.sauda.app.account;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.app.fx.Tones;
import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The table of holdings with its totals and the way to sell.
public final class HoldingsView {
    private final VBox root = new VBox();
    private final TableView<HoldingRow> table;
    private final BooksBar bar;

    /// @param linked told the instrument of the row the user goes to
    /// @param sell opens the ticket for what the user wants to sell
    public HoldingsView(
            HoldingsViewModel model, PulseDriver driver, Consumer<Instrument> linked, Consumer<HoldingRow> sell) {
        Tables tables = new Tables(driver.flashes());
        table = tables.table(model.rows(), "No holdings. Shares you buy for delivery appear here the day after.");
        table.setId("holdings");
        table.getColumns().setAll(columns(tables));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && row.instrument() != null) {
                linked.accept(row.instrument());
            }
        });
        List<Node> actions = List.of(sellButton(sell), new AccountChooser(model.choice()).root());
        bar = new BooksBar("holdings-refresh", model::refresh, actions, totals(model));
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getChildren().setAll(bar.empty(), table, bar.root());
        model.state().subscribe(state -> {
            bar.show(state);
            Nodes.shown(table, state.present());
        });
    }

    public Node root() {
        return root;
    }

    private static List<TableColumn<HoldingRow, CellText>> columns(Tables tables) {
        return List.of(
                tables.text("Instrument", 120, row -> row.symbol.property()),
                tables.number("Qty", 56, row -> row.quantity.property()),
                tables.number("T1", 44, row -> row.t1.property()),
                tables.number("Avg", 76, row -> row.average.property()),
                tables.number("LTP", 76, row -> row.last.property()),
                tables.number("Invested", 104, row -> row.invested.property()),
                tables.number("Value", 104, row -> row.value.property()),
                tables.number("Day", 104, row -> row.dayChange.property()),
                tables.number("Day %", 66, row -> row.dayPercent.property()),
                tables.number("P&L", 112, row -> row.result.property()),
                tables.number("P&L %", 70, row -> row.percent.property()));
    }

    private Button sellButton(Consumer<HoldingRow> sell) {
        Button button = new Button("Sell …");
        button.setId("holding-sell");
        button.getStyleClass().add("small");
        button.disableProperty()
                .bind(table.getSelectionModel()
                        .selectedItemProperty()
                        .map(row -> row.instrument() == null)
                        .orElse(true));
        button.setOnAction(ignored -> {
            HoldingRow row = table.getSelectionModel().getSelectedItem();
            if (row != null) {
                sell.accept(row);
            }
        });
        return Nodes.tooltip(button, "Open the ticket to sell the selected holding for delivery");
    }

    private static List<Node> totals(HoldingsViewModel model) {
        return List.of(
                Nodes.fixedLabel("Invested", "text-muted"),
                total(model.invested),
                Nodes.fixedLabel("Value", "text-muted"),
                total(model.value),
                Nodes.fixedLabel("Today", "text-muted"),
                total(model.day),
                Nodes.fixedLabel("P&L", "text-muted"),
                total(model.total),
                total(model.percent));
    }

    private static Label total(CellValue value) {
        Label label = Nodes.fixedLabel("", "number", "total");
        value.property().subscribe(cell -> {
            label.setText(cell.text());
            Tones.apply(label, cell.tone());
        });
        return label;
    }
}
