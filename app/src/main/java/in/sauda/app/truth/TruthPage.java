package in.sauda.app.truth;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Chips;
import in.sauda.app.fx.InstrumentPage;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import in.sauda.app.fx.Tone;
import in.sauda.app.fx.Tones;
import in.sauda.app.theme.Icon;
import in.sauda.core.instruments.Instrument;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page of candle truth: instruments of a day on the left, gaps and differing minutes of the chosen one on the
/// right.
public final class TruthPage implements InstrumentPage {
    private static final double DIVIDER = 0.66;

    private final TruthViewModel model;
    private final PulseDriver driver;
    private final Consumer<Instrument> chart;
    private final ComboBox<LocalDate> days = new ComboBox<>();
    private final Chips<TruthState> states;
    private final TableView<TruthLine> table;
    private final TableView<MinuteLine> minutes;
    private final Button one = new Button("Re-read instrument", Icon.REFRESH.node());
    private final VBox root = new VBox();
    private boolean filling;

    /// @param chart shows an instrument's chart
    public TruthPage(TruthViewModel model, PulseDriver driver, Consumer<Instrument> chart) {
        this.model = model;
        this.driver = driver;
        this.chart = chart;
        states = new Chips<>(model::only);
        Tables tables = new Tables(driver.flashes());
        table = tables.table(
                model.lines(),
                "No minutes of this day are known. Watched instruments appear here with their first candle.");
        table.setId("truth-rows");
        table.getColumns().setAll(columns(tables));
        table.getSelectionModel().selectedItemProperty().subscribe(this::select);
        table.setOnKeyPressed(this::key);
        minutes = tables.table(
                model.minutes(), "Choose an instrument: its gaps and the minutes that differed are listed here.");
        minutes.setId("truth-minutes");
        minutes.getColumns().setAll(detail(tables));
        SplitPane split = new SplitPane(table, minutes);
        split.setDividerPositions(DIVIDER);
        VBox.setVgrow(split, Priority.ALWAYS);
        root.setId("truth");
        root.getChildren().setAll(top(), chips(), split);
        model.lines().subscribe(this::count);
        model.message().subscribe(ignored -> count());
        model.day().subscribe(this::showDay);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        model.open(driver);
        // A split pane's content joins the scene with its skin.
        root.applyCss();
        table.requestFocus();
    }

    @Override
    public void closed() {
        model.close();
    }

    @Override
    public Optional<Instrument> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(TruthLine::instrument);
    }

    private Node top() {
        days.setId("truth-day");
        days.setItems(model.days());
        days.valueProperty().subscribe(day -> {
            if (!filling && day != null) {
                model.show(day);
            }
        });
        Button all = new Button("Re-read day", Icon.REFRESH.node());
        all.setId("truth-reread");
        all.getStyleClass().addAll("small", "accent");
        all.setOnAction(ignored -> model.rereadAll());
        one.getStyleClass().add("small");
        one.setDisable(true);
        one.setOnAction(ignored -> model.rereadSelected());
        Label message = Nodes.label("");
        message.setMinWidth(0);
        message.textProperty().bind(model.message());
        Label problem = Nodes.label("");
        problem.textProperty().bind(model.problem());
        Tones.apply(problem, Tone.DANGER);
        HBox top = new HBox(
                8,
                Nodes.fixedLabel("Day", "text-muted"),
                days,
                Nodes.tooltip(
                        all,
                        "Reads the day of every instrument from the broker's history, compares it, and takes over what"
                                + " is missing. Once the session is over, what differs as well (Ctrl+R)"),
                Nodes.tooltip(one, "The same for the chosen instrument (R)"),
                message,
                problem);
        top.getStyleClass().add("filter-row");
        return top;
    }

    private Node chips() {
        HBox row = new HBox(states.root());
        HBox.setHgrow(states.root(), Priority.ALWAYS);
        row.getStyleClass().add("filter-row");
        return row;
    }

    private void count() {
        for (TruthState state : TruthState.values()) {
            states.put(state, state.words() + "  " + model.count(state), state.meaning());
        }
    }

    private void showDay(LocalDate day) {
        filling = true;
        days.setValue(day);
        filling = false;
    }

    private void select(TruthLine line) {
        one.setDisable(line == null);
        model.select(line);
    }

    private void key(KeyEvent event) {
        TruthLine line = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.R && event.isShortcutDown()) {
            model.rereadAll();
        } else if (event.getCode() == KeyCode.R && line != null) {
            model.rereadSelected();
        } else if (event.getCode() == KeyCode.ENTER && line != null) {
            chart.accept(line.instrument());
        } else {
            return;
        }
        event.consume();
    }

    private static List<TableColumn<TruthLine, CellText>> columns(Tables tables) {
        return List.of(
                tables.text("Symbol", 130, line -> line.symbol.property()),
                tables.text("State", 80, line -> line.state.property()),
                tables.number("Missing", 56, line -> line.missing.property()),
                tables.number("Incompl.", 58, line -> line.partial.property()),
                tables.number("Ticks", 46, line -> line.ticks.property()),
                tables.number("History", 52, line -> line.history.property()),
                tables.number("Patched", 54, line -> line.patched.property()),
                tables.number("Revised", 54, line -> line.revised.property()),
                tables.number("Spikes", 48, line -> line.spikes.property()),
                tables.number("Final", 44, line -> line.finals.property()),
                tables.number("Compared", 70, line -> line.compared.property()),
                tables.number("Price ≠", 52, line -> line.prices.property()),
                tables.number("Vol ≠", 46, line -> line.volumes.property()),
                tables.number("Worst price", 72, line -> line.worstPrice.property()),
                tables.number("Worst vol", 64, line -> line.worstVolume.property()),
                tables.number("Read at", 52, line -> line.checked.property()));
    }

    private static List<TableColumn<MinuteLine, CellText>> detail(Tables tables) {
        return List.of(
                tables.text("Minute", 84, line -> line.time().property()),
                tables.text("What", 130, line -> line.what().property()),
                tables.text(
                        "Ours: open high low close · volume",
                        250,
                        line -> line.ours().property()),
                tables.text("The broker's", 250, line -> line.theirs().property()));
    }
}
