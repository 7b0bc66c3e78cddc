package in.sauda.app.replay;

import in.sauda.app.chart.ChartContext;
import in.sauda.app.chart.ChartPane;
import in.sauda.app.chart.ChartTheme;
import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PageContent;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.fx.Tables;
import in.sauda.app.orders.OrderRow;
import in.sauda.app.orders.OrdersView;
import in.sauda.app.signals.SignalRow;
import in.sauda.app.signals.SignalsView;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.instruments.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page of replays: the bar, the recording's symbols, a chart, and below it signals, option chain and
/// orders, all at the same recorded time.
public final class ReplayPage implements PageContent {
    private final ReplayViewModel model;
    private final PulseDriver driver;
    private final Supplier<ChartTheme> theme;
    private final ReplayBar bar;
    private final ChartPane chart;
    private final TableView<ReplayLine> symbols;
    private final TableView<SignalRow> signals;
    private final VBox root = new VBox();
    private @Nullable Instrument shown;
    private Timeframe timeframe = Timeframe.M1;
    private int shownRound = -1;
    private Registration registration = () -> {};

    /// @param theme the charts' colours of the moment
    /// @param studies names of the indicators on charts
    public ReplayPage(
            ReplayViewModel model,
            PulseDriver driver,
            TradingCalendar calendar,
            Supplier<ChartTheme> theme,
            Supplier<List<String>> studies) {
        this.model = model;
        this.driver = driver;
        this.theme = theme;
        bar = new ReplayBar(model);
        chart = new ChartPane(new ChartContext(() -> model.position().get(), calendar, theme.get()));
        chart.setStudies(studies.get());
        chart.onTimeframe(this::widen);
        Tables tables = new Tables(driver.flashes());
        symbols = tables.table(model.lines(), "Symbols appear as the recording introduces them: press Play.");
        symbols.setId("replay-symbols");
        symbols.getColumns().setAll(columns(tables));
        symbols.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                show(line.instrument());
            }
        });
        signals = tables.table(model.signals(), "No signals up to this time of the recording.");
        signals.setId("replay-signals");
        signals.getColumns().setAll(SignalsView.columns(tables));
        signals.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                show(row.signal().instrument());
            }
        });
        model.signals().addListener((ListChangeListener<SignalRow>) ignored -> mark());
        TabPane below = new TabPane(
                tab("Signals", signals), tab("Option chain", chain(tables)), tab("Orders of the day", orders(tables)));
        below.setId("replay-below");
        SplitPane upper = new SplitPane(symbols, chart);
        upper.setDividerPositions(0.27);
        SplitPane split = new SplitPane(upper, below);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.66);
        VBox.setVgrow(split, Priority.ALWAYS);
        root.setId("replay");
        root.getChildren().setAll(bar.root(), split);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        chart.setTheme(theme.get());
        model.attach(driver);
        registration = Registration.all(driver.onPulse(chart::pulse), driver.onStatus(ignored -> {
            bar.refresh();
            follow();
        }));
        // A split pane's content joins the scene with its skin.
        root.applyCss();
        symbols.requestFocus();
    }

    @Override
    public void closed() {
        registration.remove();
        model.detach();
    }

    private static Tab tab(String title, Node content) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        return tab;
    }

    private Node chain(Tables tables) {
        TableView<ReplayStrike> table = tables.table(
                model.chain().rows(),
                "No options of the chosen symbol up to this time: a recording has those that were streamed.");
        table.setId("replay-chain");
        table.getColumns()
                .setAll(List.of(
                        tables.number("Call OI", 96, row -> row.call.interest.property()),
                        tables.number("Volume", 84, row -> row.call.volume.property()),
                        tables.number("Chg %", 74, row -> row.call.percent.property()),
                        tables.number("Call", 84, row -> row.call.last.property()),
                        tables.number("Strike", 90, row -> row.label.property()),
                        tables.number("Put", 84, row -> row.put.last.property()),
                        tables.number("Chg %", 74, row -> row.put.percent.property()),
                        tables.number("Volume", 84, row -> row.put.volume.property()),
                        tables.number("Put OI", 96, row -> row.put.interest.property())));
        Label summary = Nodes.label("", "text-muted", "number");
        summary.textProperty().bind(model.chain().summary());
        summary.managedProperty().bind(summary.textProperty().isNotEmpty());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox content = new VBox(4, summary, table);
        content.getStyleClass().add("replay-chain");
        return content;
    }

    private Node orders(Tables tables) {
        TableView<OrderRow> table =
                tables.table(model.orders().rows(), "No orders of this session up to this time of the recording.");
        table.setId("replay-orders");
        table.getColumns().setAll(OrdersView.columns(tables));
        model.orders().rows().addListener((ListChangeListener<OrderRow>) ignored -> mark());
        return table;
    }

    private void widen(Timeframe wanted) {
        timeframe = wanted;
        Instrument instrument = shown;
        if (instrument != null) {
            show(instrument);
        }
    }

    private static List<TableColumn<ReplayLine, CellText>> columns(Tables tables) {
        return List.of(
                tables.text("Symbol", 104, line -> line.symbol.property()),
                tables.number("Last", 74, line -> line.last.property()),
                tables.number("1 min", 56, line -> line.change.property()),
                tables.number("Candles", 56, line -> line.candles.property()),
                tables.number("Signals", 52, line -> line.signals.property()));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case SPACE -> {
                model.toggle();
                bar.refresh();
            }
            case RIGHT -> model.step();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void show(Instrument instrument) {
        Optional<BarSeries> bars = model.bars(instrument, timeframe);
        if (bars.isPresent()) {
            shown = instrument;
            shownRound = model.round();
            model.choose(instrument);
            chart.show(instrument, bars.get());
            mark();
        }
    }

    /// A recording that was begun again has other series: the same symbol is shown of it, or the first.
    private void follow() {
        if (shownRound == model.round() || model.lines().isEmpty()) {
            return;
        }
        Instrument wanted = shown;
        boolean known = wanted != null
                && model.lines().stream().anyMatch(line -> line.instrument().equals(wanted));
        if (wanted == null) {
            symbols.getSelectionModel().selectFirst();
        } else if (known) {
            show(wanted);
        }
    }

    private void mark() {
        Instrument instrument = shown;
        chart.setSignals(model.signals().stream()
                .map(SignalRow::signal)
                .filter(signal -> signal.instrument().equals(instrument))
                .toList());
        if (instrument != null) {
            chart.setFills(model.orders().fills(instrument));
        }
    }
}
