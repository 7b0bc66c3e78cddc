package in.sauda.app.watchlist;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.app.settings.Settings;
import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The watchlist pane: numbered lists, the table, and an undo line after a removal.
public final class WatchlistView {
    private static final double SYMBOL_PIXELS = 148;
    private static final double SCROLL_BAR_PIXELS = 12;
    /// Places of the columns that go where there is no room, the first one first.
    private static final List<Integer> DISPENSABLE = List.of(2, 4, 5, 6);

    private final WatchlistViewModel model;
    private final VBox root = new VBox();
    private final TableView<WatchRow> table;
    private final List<TableColumn<WatchRow, CellText>> columns;
    private final HBox undoLine = new HBox(8);
    private final Label undoText = new Label();

    /// @param selected told the instrument of the row the user goes to
    /// @param ticket told when the user wants to buy or sell a row
    /// @param alert told when the user wants to be alerted about a row
    /// @param chain told when the user wants the option chain of a row
    public WatchlistView(
            WatchlistViewModel model,
            PulseDriver driver,
            Consumer<Instrument> selected,
            BiConsumer<Instrument, Side> ticket,
            Consumer<Instrument> alert,
            Consumer<Instrument> chain) {
        this.model = model;
        Tables tables = new Tables(driver.flashes());
        table = tables.table(
                model.rows(), "Nothing is watched yet.\nPress / and type a name, for example “nifty 25000 ce”.");
        table.setId("watchlist");
        columns = columns(tables);
        table.getColumns().setAll(columns);
        table.widthProperty().subscribe(this::fitColumns);
        RowMenu menu = new RowMenu(model, ticket, alert, chain);
        table.setRowFactory(ignored -> new WatchTableRow(model, ticket, menu));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                selected.accept(row.instrument());
            }
        });
        table.setOnKeyPressed(this::key);
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getStyleClass().add("pane");
        root.getChildren().setAll(header(), table, undoLine());
    }

    public Node root() {
        return root;
    }

    public void select(WatchRow row) {
        table.getSelectionModel().clearAndSelect(model.rows().indexOf(row));
        table.scrollTo(row);
    }

    public @Nullable WatchRow selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    /// Takes the keyboard. A list that has no selection yet starts at its first instrument that can be traded: that
    /// fills chart, depth and ticket, where an index would leave two of them empty.
    public void focus() {
        table.requestFocus();
        if (selected() == null && !model.rows().isEmpty()) {
            table.getSelectionModel().clearAndSelect(firstTradable());
        }
    }

    private int firstTradable() {
        return IntStream.range(0, model.rows().size())
                .filter(row -> !model.rows().get(row).instrument().index())
                .findFirst()
                .orElse(0);
    }

    private static List<TableColumn<WatchRow, CellText>> columns(Tables tables) {
        TableColumn<WatchRow, CellText> symbol = tables.text("Symbol", SYMBOL_PIXELS, row -> row.symbol.property());
        symbol.setCellFactory(ignored -> new SymbolCell());
        TableColumn<WatchRow, CellText> age = tables.number("Age", 44, row -> row.age.property());
        age.setCellFactory(ignored -> new AgeCell());
        return List.of(
                symbol,
                tables.number("LTP", 64, row -> row.last.property()),
                tables.number("Chg", 60, row -> row.change.property()),
                tables.number("Chg %", 63, row -> row.percent.property()),
                tables.number("Volume", 56, row -> row.volume.property()),
                tables.number("Bid", 64, row -> row.bid.property()),
                tables.number("Ask", 64, row -> row.ask.property()),
                age);
    }

    /// The symbol takes the room the numbers leave. Where that is too little for a contract's name, what can be
    /// read elsewhere goes first: the change in rupees (its share of the price stays), the volume, then the best
    /// prices of the book (depth and ticket have them).
    private void fitColumns() {
        double width = table.getWidth() - SCROLL_BAR_PIXELS - SYMBOL_PIXELS;
        double numbers = numberPixels(columns);
        for (int dispensable : DISPENSABLE) {
            TableColumn<WatchRow, ?> column = columns.get(dispensable);
            boolean room = width >= numbers;
            column.setVisible(room);
            numbers -= room ? 0 : column.getPrefWidth();
        }
        columns.getFirst().setPrefWidth(SYMBOL_PIXELS + Math.max(0, width - numbers));
    }

    private static double numberPixels(List<TableColumn<WatchRow, CellText>> columns) {
        return columns.stream().skip(1).mapToDouble(TableColumn::getPrefWidth).sum();
    }

    private Node header() {
        HBox header = new HBox(2, Nodes.fixedLabel("Watchlist", "pane-title"), Nodes.spacer());
        header.getStyleClass().add("pane-header");
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < Settings.WATCHLISTS; i++) {
            header.getChildren().add(listButton(group, i));
        }
        return header;
    }

    private Node listButton(ToggleGroup group, int list) {
        ToggleButton button = new ToggleButton(Integer.toString(list + 1));
        button.setToggleGroup(group);
        button.setSelected(list == model.activeList());
        button.setFocusTraversable(false);
        button.getStyleClass().add("list-toggle");
        button.setOnAction(ignored -> {
            button.setSelected(true);
            model.activate(list);
        });
        return Nodes.tooltip(button, "Watchlist " + (list + 1));
    }

    private Node undoLine() {
        Button undo = new Button("Undo");
        undo.setOnAction(ignored -> model.undo());
        undo.getStyleClass().add("small");
        undoLine.getStyleClass().add("undo-line");
        undoLine.getChildren().setAll(undoText, Nodes.spacer(), undo);
        model.undoable().subscribe(row -> {
            Nodes.shown(undoLine, row != null);
            undoText.setText(row == null ? "" : "Removed " + row.symbol.get().text());
        });
        return undoLine;
    }

    private void key(KeyEvent event) {
        WatchRow row = selected();
        if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            model.undo();
            event.consume();
            return;
        }
        boolean delete = event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE;
        if (row != null && delete) {
            model.remove(row);
            event.consume();
        }
    }
}
