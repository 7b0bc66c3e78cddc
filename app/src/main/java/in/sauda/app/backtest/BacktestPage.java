package in.sauda.app.backtest;

import in.sauda.app.chart.ChartTheme;
import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Flashes;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PageContent;
import in.sauda.app.fx.Tables;
import in.sauda.app.fx.Tone;
import in.sauda.app.fx.Tones;
import in.sauda.core.backtest.Performance;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.domain.IndianNumbers;
import java.io.File;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;

/// The workbench: the form on the left; figures, equity, trades and earlier runs on the right.
public final class BacktestPage implements PageContent {
    private static final double RUNS_HEIGHT = 110;
    private static final double TRADES_SHARE = 0.55;

    private final BacktestViewModel model;
    private final HBox root = new HBox();
    private final BacktestForm form;
    private final FlowPane tiles = new FlowPane(8, 6);
    private final Label message = Nodes.label("");
    private final Label warnings = Nodes.label("", "text-muted");
    private final EquityChart equity = new EquityChart();
    private final TabPane tabs = new TabPane();
    private final TradeChart chart;
    private final Supplier<ChartTheme> theme;
    private final TableView<TradeLine> trades;
    private final TableView<RunLine> runs;

    /// @param theme the charts' colours of the moment
    public BacktestPage(
            BacktestViewModel model, Flashes flashes, TradingCalendar calendar, Supplier<ChartTheme> theme) {
        this.model = model;
        this.theme = theme;
        chart = new TradeChart(calendar, theme.get());
        form = new BacktestForm(model);
        Tables tables = new Tables(flashes);
        trades = tables.table(
                model.trades(), "No trade: run a strategy over candle files to see what it would have done.");
        trades.setId("backtest-trades");
        trades.getColumns().setAll(tradeColumns(tables));
        runs = tables.table(model.runs(), "Runs of this session are set side by side here.");
        runs.setId("backtest-runs");
        runs.getColumns().setAll(runColumns(tables));
        runs.setPrefHeight(RUNS_HEIGHT);
        runs.setMinHeight(RUNS_HEIGHT);
        runs.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.show(line.run());
            }
        });
        root.setId("backtest");
        trades.getSelectionModel().selectedItemProperty().subscribe(this::showTrade);
        root.getChildren().setAll(form.root(), results(new SweepPane(model, tables)));
        model.swept().subscribe(done -> {
            if (done != null) {
                tabs.getSelectionModel().select(1);
            }
        });
        model.shown().subscribe(this::show);
        show(null);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        chart.opened(theme.get());
        // A tab's content joins the scene with its skin.
        root.applyCss();
        form.focus();
    }

    @Override
    public void closed() {
        chart.closed();
    }

    private void showTrade(@Nullable TradeLine line) {
        BacktestRun run = model.shown().get();
        if (line != null && run != null) {
            chart.show(run, line.trade());
        }
    }

    private static Tab tab(String title, Node content, String meaning) {
        Tab tab = new Tab(title, content);
        tab.setClosable(false);
        tab.setTooltip(new Tooltip(meaning));
        return tab;
    }

    private Node results(SweepPane sweep) {
        tiles.getStyleClass().add("tiles");
        message.setWrapText(true);
        message.setId("backtest-message");
        message.textProperty().bind(model.message());
        message.textProperty().subscribe(words -> Nodes.shown(message, !words.isEmpty()));
        model.failed().subscribe(bad -> Tones.apply(message, bad ? Tone.DANGER : Tone.MUTED));
        warnings.setWrapText(true);
        warnings.setMinHeight(Region.USE_PREF_SIZE);
        Button export = new Button("Save files …");
        export.getStyleClass().add("small");
        export.disableProperty().bind(model.shown().isNull());
        export.setOnAction(ignored -> export());
        Nodes.tooltip(export, "signals.csv, trades.csv, equity.csv and report.html of the shown run");
        HBox head = new HBox(8, Nodes.fixedLabel("Result", "pane-title"), Nodes.spacer(), export);
        head.getStyleClass().add("pane-header");
        SplitPane split = new SplitPane(trades, chart.root());
        split.setDividerPositions(TRADES_SHARE);
        tabs.setId("backtest-tabs");
        tabs.getTabs()
                .setAll(
                        tab("Trades", split, "Every trade of the shown run, and the chosen one on its chart"),
                        tab("Sweep", sweep.root(), "Every combination of the newest sweep"));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox results = new VBox(6, head, message, tiles, warnings, equity.root(), tabs, runs);
        results.getStyleClass().add("backtest-results");
        HBox.setHgrow(results, Priority.ALWAYS);
        return results;
    }

    private void show(@Nullable BacktestRun run) {
        if (run == null) {
            tiles.getChildren().setAll(tile("Net result", IndianNumbers.UNKNOWN, Tone.MUTED, "Nothing was run yet"));
            warnings.setText("The same strategy code as live, candle by candle; fills at the next open with slippage, "
                    + "the stop before the target inside a candle, Indian charges to the paisa.");
            equity.show(List.of());
            return;
        }
        Performance figures = run.performance();
        tiles.getChildren()
                .setAll(
                        tile(
                                "Net result",
                                IndianNumbers.signedRupees(figures.netPaise()),
                                Tone.ofSign(figures.netPaise()),
                                "After charges"),
                        tile("Trades", IndianNumbers.units(figures.trades()), Tone.NEUTRAL, signals(run)),
                        tile(
                                "Won",
                                wins(figures),
                                Tone.NEUTRAL,
                                figures.wins() + " of " + figures.trades() + " trades"),
                        tile("Profit factor", RunLine.factor(figures), Tone.NEUTRAL, "What was won over what was lost"),
                        tile(
                                "Largest drawdown",
                                IndianNumbers.rupees(figures.drawdownPaise()),
                                Tone.NEUTRAL,
                                "Fall from an earlier high, at the ends of trades"),
                        tile(
                                "Charges",
                                IndianNumbers.rupees(figures.chargesPaise()),
                                Tone.NEUTRAL,
                                "Brokerage, taxes and fees of all orders"),
                        tile(
                                "Candles",
                                IndianNumbers.units(run.content().candles()),
                                Tone.NEUTRAL,
                                run.content().symbols().size() + " symbols"));
        warnings.setText(String.join(" ", run.summary().warnings()));
        equity.show(Performance.equity(run.result().trades(), 0));
    }

    private static String signals(BacktestRun run) {
        return IndianNumbers.units(run.result().signals().size()) + " signals, "
                + IndianNumbers.units(run.result().suppressed()) + " suppressed by hours and the repeat rule";
    }

    private static String wins(Performance figures) {
        return figures.trades() == 0 ? IndianNumbers.UNKNOWN : RunLine.percent(figures.winPercent());
    }

    private static Node tile(String title, String value, Tone tone, String meaning) {
        Label figure = Nodes.fixedLabel(value, "tile-main", "number");
        Tones.apply(figure, tone);
        VBox tile = new VBox(1, Nodes.fixedLabel(title, "text-muted"), figure);
        tile.getStyleClass().addAll("tile", "main");
        return Nodes.tooltip(tile, meaning);
    }

    private void export() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder for the files of this run");
        File folder = chooser.showDialog(root.getScene().getWindow());
        if (folder != null) {
            model.export(folder.toPath());
        }
    }

    private static List<TableColumn<TradeLine, CellText>> tradeColumns(Tables tables) {
        return List.of(
                tables.text("Day", 82, line -> line.day.property()),
                tables.text("In", 46, line -> line.entered.property()),
                tables.text("Out", 46, line -> line.left.property()),
                tables.text("Symbol", 130, line -> line.symbol.property()),
                tables.text("Side", 44, line -> line.side.property()),
                tables.number("Qty", 64, line -> line.quantity.property()),
                tables.number("Entry", 80, line -> line.entry.property()),
                tables.number("Exit", 80, line -> line.exit.property()),
                tables.text("Ended by", 120, line -> line.reason.property()),
                tables.number("Gross", 96, line -> line.gross.property()),
                tables.number("Charges", 84, line -> line.charges.property()),
                tables.number("Net", 96, line -> line.net.property()));
    }

    private static List<TableColumn<RunLine, CellText>> runColumns(Tables tables) {
        return List.of(
                tables.text("Run", 40, line -> line.number.property()),
                tables.text("Strategy", 110, line -> line.strategy.property()),
                tables.text("Changed", 250, line -> line.changed.property()),
                tables.number("Signals", 70, line -> line.signals.property()),
                tables.number("Trades", 70, line -> line.trades.property()),
                tables.number("Won", 64, line -> line.wins.property()),
                tables.number("Net", 110, line -> line.net.property()),
                tables.number("Profit factor", 90, line -> line.factor.property()),
                tables.number("Drawdown", 110, line -> line.drawdown.property()));
    }
}
