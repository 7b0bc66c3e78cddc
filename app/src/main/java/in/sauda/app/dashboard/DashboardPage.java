package in.sauda.app.dashboard;

import in.sauda.app.dashboard.DashboardViewModel.Summary;
import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Chips;
import in.sauda.app.fx.InstrumentPage;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.app.fx.Tone;
import in.sauda.app.fx.Tones;
import in.sauda.app.inspector.InspectorView;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.review.Bucket;
import in.sauda.core.review.DayTally;
import in.sauda.core.strategy.MomentumReading;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The executive dashboard on one page.
public final class DashboardPage implements InstrumentPage {
    private final DashboardViewModel model;
    private final PulseDriver driver;
    private final TableView<StandingLine> table;
    private final InspectorView inspector;
    private final Label health = Nodes.label("");
    private final Label feed = Nodes.fixedLabel("", "text-muted", "number");
    private final Label signals = value();
    private final Label after5 = value();
    private final Label after15 = value();
    private final Map<Bucket, Label> buckets = new EnumMap<>(Bucket.class);
    private final Chips<MomentumReading.Status> statuses;
    private final HBox root;

    /// @param linked told the instrument of the row the user goes to
    /// @param why told when the user asks for the rules behind a row
    public DashboardPage(
            DashboardViewModel model,
            PulseDriver driver,
            InspectorView inspector,
            Consumer<Instrument> linked,
            Consumer<Instrument> why) {
        this.model = model;
        this.driver = driver;
        this.inspector = inspector;
        statuses = new Chips<>(model::only);
        Tables tables = new Tables(driver.flashes());
        table = tables.table(
                model.lines(),
                "No minute has closed yet. Every watched share appears here with the close of its next candle.");
        table.setId("dashboard-rows");
        table.getColumns().setAll(columns(tables));
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                linked.accept(line.instrument());
            }
        });
        table.setOnKeyPressed(event -> {
            StandingLine line = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && line != null) {
                why.accept(line.instrument());
                event.consume();
            }
        });
        VBox left = new VBox(healthLine(), tiles(), statuses.root(), table);
        left.setMinWidth(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        root = new HBox(left, inspector.root());
        root.setId("dashboard");
        model.summary().subscribe(this::show);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        model.attach(driver);
        inspector.opened();
        table.requestFocus();
    }

    @Override
    public void closed() {
        inspector.closed();
        model.detach();
    }

    @Override
    public Optional<Instrument> chosen() {
        @Nullable StandingLine line = table.getSelectionModel().getSelectedItem();
        return Optional.ofNullable(line).map(StandingLine::instrument);
    }

    private static Label value() {
        return Nodes.fixedLabel("", "number", "tile-number");
    }

    private Node healthLine() {
        health.setMinWidth(0);
        HBox line = new HBox(12, health, Nodes.spacer(), feed);
        line.getStyleClass().add("health-top");
        return line;
    }

    private Node tiles() {
        FlowPane tiles = new FlowPane(8, 6);
        tiles.getStyleClass().add("tiles");
        tiles.getChildren()
                .addAll(
                        tile("Signals today", signals, "Raised, and of those how many are too young to be judged"),
                        tile("T+5", after5, "With a price five minutes later, and of those with a surge of volume"),
                        tile("T+15", after15, "With a price fifteen minutes later"));
        for (Bucket bucket : Bucket.values()) {
            Label count = value();
            buckets.put(bucket, count);
            tiles.getChildren().add(tile(bucket + "  " + brief(bucket), count, "Judged signals: " + bucket.meaning()));
        }
        return tiles;
    }

    private static String brief(Bucket bucket) {
        return switch (bucket) {
            case A -> "clean, surge";
            case B -> "clean";
            case C -> "choppy";
            case D -> "false";
            case U -> "no data";
        };
    }

    private static Node tile(String title, Label value, String meaning) {
        VBox tile = new VBox(1, Nodes.fixedLabel(title, "text-muted"), value);
        tile.getStyleClass().addAll("tile", "small-tile");
        return Nodes.tooltip(tile, meaning);
    }

    private static List<TableColumn<StandingLine, CellText>> columns(Tables tables) {
        return List.of(
                tables.text("Symbol", 120, line -> line.symbol.property()),
                tables.number("Price", 80, line -> line.price.property()),
                tables.number("VWAP", 80, line -> line.vwap.property()),
                tables.number("Day's high", 80, line -> line.high.property()),
                tables.number("From high", 70, line -> line.distance.property()),
                tables.number("Rel vol", 64, line -> line.relativeVolume.property()),
                tables.number("Score", 54, line -> line.score.property()),
                tables.number("Signals", 56, line -> line.signals.property()),
                tables.number("Last", 50, line -> line.last.property()),
                tables.text("Status", 92, line -> line.status.property()),
                tables.number("Candle", 54, line -> line.candle.property()));
    }

    private void show(Summary now) {
        health.setText(now.health());
        Tones.apply(health, now.healthTone());
        feed.setText(IndianNumbers.units(now.status().ticking()) + " of "
                + IndianNumbers.units(now.status().subscribed()) + " tick  ·  "
                + IndianNumbers.units(Math.round(now.status().ticksPerSecond())) + " ticks/s  ·  "
                + IndianNumbers.units(now.status().candles()) + " candles");
        DayTally tally = now.tally();
        signals.setText(tally.signals() + (tally.pending() > 0 ? "  (" + tally.pending() + " young)" : ""));
        after5.setText(tally.after5() + (tally.surges() > 0 ? "  (" + tally.surges() + " surged)" : ""));
        after15.setText(Integer.toString(tally.after15()));
        tally.buckets().forEach((bucket, count) -> {
            Label label = buckets.get(bucket);
            if (label != null) {
                label.setText(Integer.toString(count));
                Tones.apply(label, count == 0 ? Tone.MUTED : tone(bucket));
            }
        });
        for (MomentumReading.Status status : MomentumReading.Status.values()) {
            statuses.put(
                    status, StandingLine.words(status) + "  " + now.counts().getOrDefault(status, 0), null);
        }
    }

    private static Tone tone(Bucket bucket) {
        return switch (bucket) {
            case A, B -> Tone.GOOD;
            case C, U -> Tone.WARNING;
            case D -> Tone.DANGER;
        };
    }
}
