package in.sauda.app.brokers;

import in.sauda.app.desk.DeskBar;
import in.sauda.app.desk.DeskViewModel;
import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Chips;
import in.sauda.app.fx.Flashes;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PageContent;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.BrokerStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The switchboard: both brokers, the source of prices, where they disagree, and how their contracts map.
public final class BrokersPage implements PageContent {
    private static final double GAPS_HEIGHT = 5 * Tables.ROW_HEIGHT + 2;

    private final BrokersViewModel model;
    private final DeskViewModel desk;
    private final PulseDriver driver;
    private final TimeSource time;
    private final @Nullable Runnable beside;
    private final VBox root = new VBox();
    private final FlowPane tiles = new FlowPane(8, 8);
    private final Button change = new Button();
    private final Label changeovers = Nodes.label("", "text-muted");
    private final Chips<MappingGroup> groups;
    private final Label summary = Nodes.fixedLabel("", "text-muted");
    private final TextField search = new TextField();

    /// @param beside leads to the login at a second broker, null where there can be none
    public BrokersPage(
            BrokersViewModel model,
            DeskViewModel desk,
            PulseDriver driver,
            TimeSource time,
            @Nullable Runnable beside) {
        this.beside = beside;
        this.desk = desk;
        this.model = model;
        this.driver = driver;
        this.time = time;
        Tables tables = new Tables(new Flashes());
        groups = new Chips<>(model::show);
        tiles.getStyleClass().add("tiles");
        root.setId("brokers");
        TableView<MappingLine> mapping = mapping(tables);
        VBox.setVgrow(mapping, Priority.ALWAYS);
        root.getChildren()
                .setAll(
                        tiles,
                        new DeskBar(desk).root(),
                        source(),
                        title("Prices that differ"),
                        gaps(tables),
                        mappingRow(),
                        mapping);
        model.brokers().subscribe(this::show);
        model.summary().subscribe(ignored -> count());
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        model.open(driver);
        desk.look();
        search.requestFocus();
    }

    @Override
    public void closed() {
        model.close();
    }

    private Node source() {
        change.setId("change-source");
        change.getStyleClass().add("small");
        change.setOnAction(ignored -> act());
        HBox row = new HBox(
                12,
                Nodes.tooltip(
                        change,
                        "Both brokers stream all the time; this decides whose prices the charts, strategies and"
                                + " tables use while both deliver. When one falls silent the other takes over after"
                                + " three seconds by itself."),
                changeovers);
        row.getStyleClass().add("filter-row");
        return row;
    }

    private void act() {
        if (model.two()) {
            model.preferSecond(!model.secondPreferred());
        } else if (beside != null) {
            beside.run();
        }
    }

    private static Node title(String text) {
        HBox row = new HBox(Nodes.label(text, "pane-title"));
        row.getStyleClass().add("filter-row");
        return row;
    }

    private TableView<GapLine> gaps(Tables tables) {
        TableView<GapLine> table = tables.table(
                model.gaps(), "No price is more than a tick apart for more than a second while both brokers deliver.");
        table.setId("price-gaps");
        List<TableColumn<GapLine, CellText>> columns = List.of(
                tables.text("Symbol", 220, line -> line.symbol.property()),
                tables.text("Segment", 80, line -> line.segment.property()),
                tables.number("First", 110, line -> line.first.property()),
                tables.number("Second", 110, line -> line.second.property()),
                tables.number("Apart", 100, line -> line.apart.property()),
                tables.number("For", 80, line -> line.since.property()));
        table.getColumns().setAll(columns);
        table.setMinHeight(GAPS_HEIGHT);
        table.setPrefHeight(GAPS_HEIGHT);
        table.setMaxHeight(GAPS_HEIGHT);
        return table;
    }

    private Node mappingRow() {
        search.setPromptText("Symbol, name or token");
        search.setPrefColumnCount(18);
        search.textProperty().subscribe(model::search);
        HBox.setHgrow(groups.root(), Priority.ALWAYS);
        HBox row = new HBox(12, Nodes.fixedLabel("Contracts", "pane-title"), groups.root(), summary, search);
        row.getStyleClass().add("filter-row");
        return row;
    }

    private TableView<MappingLine> mapping(Tables tables) {
        TableView<MappingLine> table = tables.table(model.mapped(), "");
        Label empty = Nodes.label("", "empty-state");
        empty.setWrapText(true);
        empty.textProperty().bind(model.message());
        table.setPlaceholder(empty);
        table.setId("mapping-rows");
        List<TableColumn<MappingLine, CellText>> columns = List.of(
                tables.text("Differs in", 170, line -> line.what.property()),
                tables.text("Symbol", 240, line -> line.symbol.property()),
                tables.text("Segment", 80, line -> line.segment.property()),
                tables.number("Token", 100, line -> line.token.property()),
                tables.text("At the first", 240, line -> line.first.property()),
                tables.text("At the second", 240, line -> line.second.property()));
        table.getColumns().setAll(columns);
        return table;
    }

    private void show(List<BrokerBoard.Line> lines) {
        List<Node> shown = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean prices = lines.size() == 1 || (i == 1) == model.secondPreferred();
            String role = i > 0 ? "prices, and orders that name it" : "orders, books, candles and prices";
            shown.add(BrokerTile.of(lines.get(i), role, prices, time.wallMillis(), everything(i)));
        }
        tiles.getChildren().setAll(shown);
        change.setDisable(lines.size() < 2 && beside == null);
        change.setText(
                lines.size() < 2
                        ? "Log in at a second broker …"
                        : "Take prices from "
                                + lines.get(model.secondPreferred() ? 0 : 1).name());
        long changes = model.changeovers();
        changeovers.setText(
                lines.size() < 2
                        ? "One broker is logged in."
                        : changes == 0
                                ? "No instrument has changed its source yet."
                                : IndianNumbers.units(changes)
                                        + " times an instrument has changed its source; no candle is lost by it.");
    }

    /// What can be done to everything at the broker in that place; nothing before the engine knows it.
    private Optional<Node> everything(int place) {
        List<BrokerStanding> brokers = desk.brokers();
        return place < brokers.size() ? Optional.of(SwitchRow.of(brokers.get(place), desk)) : Optional.empty();
    }

    private void count() {
        summary.setText(model.summary().get());
        for (MappingGroup group : MappingGroup.values()) {
            groups.put(group, group.words() + "  " + IndianNumbers.units(model.count(group)), null);
        }
    }
}
