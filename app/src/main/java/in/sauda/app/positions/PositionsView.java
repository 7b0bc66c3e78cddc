package in.sauda.app.positions;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.app.fx.Tones;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The position table, its totals and the exit button.
public final class PositionsView {
    private final PositionsViewModel model;
    private final VBox root = new VBox();
    private final TableView<PositionLine> table;

    /// @param linked told the instrument of the row the user goes to
    /// @param all what can be done to all positions
    /// @param question asks before that
    public PositionsView(
            PositionsViewModel model, PulseDriver driver, Consumer<Instrument> linked, Node all, Node question) {
        this.model = model;
        Tables tables = new Tables(driver.flashes());
        table = tables.table(model.lines(), "No positions. A filled order appears here with its live result.");
        table.setId("positions");
        table.getColumns().setAll(columns(tables));
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                linked.accept(line.position().instrument());
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getChildren().setAll(table, new ConversionBar(model).root(), question, footer(all));
    }

    public Node root() {
        return root;
    }

    private static List<TableColumn<PositionLine, CellText>> columns(Tables tables) {
        return List.of(
                tables.text("Instrument", 170, line -> line.contract.property()),
                tables.text("Product", 100, line -> line.product.property()),
                tables.text("Mode", 52, line -> line.mode.property()),
                tables.text("Broker", 72, line -> line.broker.property()),
                tables.number("Net", 66, line -> line.net.property()),
                tables.number("Avg", 80, line -> line.average.property()),
                tables.number("LTP", 80, line -> line.last.property()),
                tables.number("Open P&L", 112, line -> line.open.property()),
                tables.number("Booked P&L", 112, line -> line.booked.property()),
                tables.number("P&L", 116, line -> line.total.property()));
    }

    private Node footer(Node all) {
        Button exit = new Button("Exit position");
        exit.setId("position-exit");
        exit.getStyleClass().add("small");
        exit.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        exit.setOnAction(ignored -> {
            PositionLine line = table.getSelectionModel().getSelectedItem();
            if (line != null) {
                model.exit(line);
            }
        });
        Nodes.tooltip(exit, "Ask for a card that closes the selected position with a protected limit");
        HBox footer = new HBox(
                10,
                exit,
                convertButton(),
                all,
                Nodes.spacer(),
                Nodes.label("Open", "text-muted"),
                total(model.totalOpen),
                Nodes.label("Booked", "text-muted"),
                total(model.totalBooked),
                Nodes.label("Day P&L before charges", "text-muted"),
                total(model.total));
        footer.getStyleClass().addAll("table-actions", "totals");
        return footer;
    }

    private Button convertButton() {
        Button convert = new Button("Convert …");
        convert.setId("position-convert");
        convert.getStyleClass().add("small");
        convert.disableProperty()
                .bind(table.getSelectionModel()
                        .selectedItemProperty()
                        .map(line -> line.closed() || line.position().mode() == TradingMode.PAPER)
                        .orElse(true));
        convert.setOnAction(ignored -> {
            PositionLine line = table.getSelectionModel().getSelectedItem();
            if (line != null) {
                model.askConversion(line);
            }
        });
        return Nodes.tooltip(convert, "Carry the position overnight, or make it intraday; asks first");
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
