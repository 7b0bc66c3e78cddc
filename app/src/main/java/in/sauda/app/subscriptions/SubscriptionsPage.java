package in.sauda.app.subscriptions;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Chips;
import in.sauda.app.fx.InstrumentPage;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.SubscriptionCounts;
import in.sauda.core.feed.SubscriptionReport;
import in.sauda.core.feed.SubscriptionState;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

/// The page of subscriptions: how full the feed is, what ticks, and every tracked symbol.
public final class SubscriptionsPage implements InstrumentPage {
    private final SubscriptionsViewModel model;
    private final ListFiles files;
    private final PulseDriver driver;
    private final Label empty = Nodes.label("", "empty-state");
    private final VBox root = new VBox();
    private final FlowPane gauges = new FlowPane(10, 6);
    private final Label known = Nodes.fixedLabel("", "tile-main", "number");
    private final Label room = Nodes.fixedLabel("", "tile-main", "number");
    private final Chips<InstrumentCategory> kinds;
    private final Chips<SubscriptionState> states;
    private final TextField search = new TextField();
    private final TableView<SubscriptionLine> table;

    /// @param files what the list buttons do
    public SubscriptionsPage(SubscriptionsViewModel model, ListFiles files, PulseDriver driver) {
        this.model = model;
        this.files = files;
        this.driver = driver;
        kinds = new Chips<>(model::showKinds);
        states = new Chips<>(model::showStates);
        table = table(new Tables(driver.flashes()));
        HBox top = new HBox(
                10,
                tile("Used of the feed", room, "Instruments on all sockets, and the most the broker allows"),
                tile("Known prices", known, "Tracked instruments of which a price has arrived"),
                Nodes.spacer(),
                new FeedControls(model).root());
        gauges.getStyleClass().add("tiles");
        top.getStyleClass().add("tiles");
        VBox.setVgrow(table, Priority.ALWAYS);
        root.setId("subscriptions");
        root.getChildren().setAll(top, gauges, kinds.root(), states.root(), filters(), table);
        model.report().subscribe(this::count);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        model.attach(driver);
        search.requestFocus();
    }

    @Override
    public void closed() {
        model.detach();
    }

    @Override
    public Optional<Instrument> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .map(line -> line.row().instrument());
    }

    private static Node tile(String title, Label value, String meaning) {
        VBox tile = new VBox(1, Nodes.fixedLabel(title, "text-muted"), value);
        tile.getStyleClass().addAll("tile", "main");
        return Nodes.tooltip(tile, meaning);
    }

    private Node filters() {
        search.setPromptText("Symbol, name or token");
        search.setPrefColumnCount(18);
        search.textProperty().subscribe(model::search);
        TextField more = new TextField();
        more.setId("subscribe-symbols");
        more.setPromptText("Subscribe more: SBIN, NSE:2885, …");
        more.setPrefColumnCount(22);
        Button subscribe = new Button("Subscribe");
        subscribe.getStyleClass().add("small");
        Runnable ask = () -> {
            if (model.subscribe(more.getText())) {
                more.clear();
            }
        };
        more.setOnAction(ignored -> ask.run());
        subscribe.setOnAction(ignored -> ask.run());
        Label message = Nodes.label("", "text-muted");
        message.textProperty().bind(model.message());
        message.setMinWidth(0);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox filters = new HBox(
                8, search, more, subscribe, unsubscribeButton(), message, files.importButton(), files.exportButton());
        filters.getStyleClass().add("filter-row");
        return filters;
    }

    private Button unsubscribeButton() {
        Button button = new Button("Unsubscribe");
        button.setId("unsubscribe");
        button.getStyleClass().add("small");
        button.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        button.setOnAction(ignored -> {
            SubscriptionLine line = table.getSelectionModel().getSelectedItem();
            if (line != null) {
                model.unsubscribe(line);
            }
        });
        return Nodes.tooltip(button, "Give up the selected instrument; it stays while anything else needs it");
    }

    private void count(SubscriptionReport report) {
        gauges.getChildren()
                .setAll(report.connections().stream()
                        .flatMap(connection -> Stream.concat(
                                Stream.of(ConnectionGauge.of(connection, report.atNanos())),
                                connection.modes().stream().map(ConnectionGauge::of)))
                        .toList());
        empty.setText(model.emptyWords());
        known.setText(IndianNumbers.units(model.knownPrices().get()) + " of "
                + IndianNumbers.units(report.total().asked()));
        room.setText(IndianNumbers.units(report.used()) + " of " + IndianNumbers.units(report.limit()));
        report.kinds().forEach((kind, counts) -> kinds.put(kind, words(kind, counts), null));
        for (SubscriptionState state : SubscriptionState.values()) {
            states.put(
                    state,
                    SubscriptionLine.words(state) + "  " + IndianNumbers.units(count(report.total(), state)),
                    SubscriptionLine.meaning(state));
        }
    }

    private static String words(InstrumentCategory kind, SubscriptionCounts counts) {
        return SubscriptionLine.capitalised(kind.name()) + "  " + IndianNumbers.units(counts.asked()) + " asked, "
                + IndianNumbers.units(counts.ticking()) + " ticking"
                + (counts.stale() > 0 ? ", " + IndianNumbers.units(counts.stale()) + " stale" : "");
    }

    private static int count(SubscriptionCounts total, SubscriptionState state) {
        return switch (state) {
            case TICKING -> total.ticking();
            case STALE -> total.stale();
            case SILENT -> total.silent();
            case IDLE -> total.idle();
            case WAITING -> total.waiting();
            case REFUSED -> total.refused();
        };
    }

    private TableView<SubscriptionLine> table(Tables tables) {
        TableView<SubscriptionLine> made = tables.table(model.lines(), "");
        made.setPlaceholder(empty);
        made.setId("subscription-rows");
        made.getColumns().setAll(columns(tables));
        return made;
    }

    private static List<TableColumn<SubscriptionLine, CellText>> columns(Tables tables) {
        return List.of(
                tables.text("Symbol", 210, line -> line.symbol.property()),
                tables.text("Segment", 70, line -> line.segment.property()),
                tables.number("Token", 84, line -> line.token.property()),
                tables.text("Kind", 90, line -> line.kind.property()),
                tables.text("Wanted by", 230, line -> line.reason.property()),
                tables.text("Mode", 64, line -> line.mode.property()),
                tables.number("Socket", 60, line -> line.connection.property()),
                tables.text("State", 130, line -> line.state.property()),
                tables.number("LTP", 90, line -> line.price.property()),
                tables.number("Last tick", 80, line -> line.age.property()),
                tables.number("Updates", 90, line -> line.ticks.property()),
                tables.number("Gaps", 60, line -> line.gaps.property()));
    }
}
