package in.sauda.app.prices;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.InstrumentPage;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.fx.Tables;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.universe.UniverseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page of prices by kind: which kinds are streamed and how many of each, and one table per kind.
public final class PricesPage implements InstrumentPage {
    private static final String EMPTY =
            "No kind is streamed yet. Turn one on above: indices, shares, futures or options come up to its limit.";
    private static final String NONE_FOUND = "Nothing here passes the search.";

    private final PricesViewModel model;
    private final PulseDriver driver;
    private final VBox root = new VBox();
    private final List<KindTile> tiles = new ArrayList<>();
    private final List<Tab> tabs = new ArrayList<>();
    private final Label total = Nodes.fixedLabel("", "text-muted", "number");
    private final Label empty = Nodes.label(EMPTY, "empty-state");
    private final TextField search = new TextField();
    private final TableView<PriceLine> table;
    private Registration statuses = () -> {};

    /// @param kind null for all of them
    private record Tab(@Nullable UniverseKind kind, ToggleButton button) {}

    public PricesPage(PricesViewModel model, PulseDriver driver) {
        this.model = model;
        this.driver = driver;
        Tables made = new Tables(driver.flashes());
        table = made.table(model.lines(), EMPTY);
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        table.setId("price-rows");
        table.getColumns().setAll(columns(made));
        FlowPane kinds = new FlowPane(8, 6);
        kinds.getStyleClass().add("tiles");
        for (UniverseKind kind : UniverseKind.values()) {
            KindTile tile = new KindTile(kind, model);
            tiles.add(tile);
            kinds.getChildren().add(tile.root());
        }
        VBox.setVgrow(table, Priority.ALWAYS);
        root.setId("prices");
        root.getChildren().setAll(kinds, tabRow(), table);
        model.universe().subscribe(ignored -> count());
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        model.open(driver);
        statuses = driver.onStatus(ignored -> count());
        count();
        table.requestFocus();
    }

    @Override
    public void closed() {
        statuses.remove();
        model.close();
    }

    @Override
    public Optional<Instrument> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(PriceLine::instrument);
    }

    private Node tabRow() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox(4);
        row.getStyleClass().add("filter-row");
        row.getChildren().add(tab(null, group));
        for (UniverseKind kind : UniverseKind.values()) {
            row.getChildren().add(tab(kind, group));
        }
        search.setPromptText("Symbol, name or token");
        search.setPrefColumnCount(18);
        search.textProperty().subscribe(typed -> {
            model.search(typed);
            empty.setText(typed.isBlank() ? EMPTY : NONE_FOUND);
        });
        row.getChildren().addAll(Nodes.spacer(), total, search);
        return row;
    }

    private ToggleButton tab(@Nullable UniverseKind kind, ToggleGroup group) {
        ToggleButton button = new ToggleButton();
        button.getStyleClass().add("chip");
        button.setToggleGroup(group);
        button.setSelected(kind == null);
        button.setOnAction(ignored -> {
            button.setSelected(true);
            model.show(kind);
        });
        tabs.add(new Tab(kind, button));
        return Nodes.tooltip(button, kind == null ? "Every streamed instrument, once" : KindWords.meaning(kind));
    }

    private void count() {
        tiles.forEach(KindTile::refresh);
        for (Tab tab : tabs) {
            UniverseKind kind = tab.kind;
            int size = kind == null
                    ? model.universe().get().size()
                    : model.universe().get().of(kind).size();
            tab.button.setText((kind == null ? "All" : KindWords.of(kind)) + "  " + IndianNumbers.units(size));
        }
        SubscriptionReport feed = model.feed();
        total.setText("Known prices " + IndianNumbers.units(model.known(null)) + " of "
                + IndianNumbers.units(model.universe().get().size())
                + (feed.limit() == 0
                        ? ""
                        : "   ·   feed " + IndianNumbers.units(feed.used()) + " of "
                                + IndianNumbers.units(feed.limit())));
    }

    private static List<TableColumn<PriceLine, CellText>> columns(Tables tables) {
        return List.of(
                tables.text("Symbol", 200, line -> line.symbol.property()),
                tables.text("Segment", 70, line -> line.segment.property()),
                tables.number("LTP", 100, line -> line.last.property()),
                tables.number("LTT", 80, line -> line.lastTime.property()),
                tables.number("LTQ", 80, line -> line.lastQuantity.property()),
                tables.number("Prev. close", 100, line -> line.previousClose.property()),
                tables.number("Change", 90, line -> line.change.property()),
                tables.number("Change %", 90, line -> line.percent.property()),
                tables.number("Updated", 80, line -> line.updated.property()),
                tables.number("Age", 60, line -> line.age.property()),
                tables.text("Source", 80, line -> line.source.property()),
                tables.text("Streamed as", 140, line -> line.kinds.property()));
    }
}
