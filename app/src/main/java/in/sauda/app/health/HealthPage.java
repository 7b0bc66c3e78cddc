package in.sauda.app.health;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PageContent;
import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tones;
import in.sauda.app.health.HealthViewModel.Figure;
import in.sauda.app.health.HealthViewModel.Shown;
import in.sauda.app.subscriptions.ConnectionGauge;
import in.sauda.app.theme.Icon;
import in.sauda.core.health.HealthReport;
import in.sauda.core.health.HealthRule;
import in.sauda.core.time.IndiaTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The page of health: the whole in one line, each rule with its figure and what to do, sockets and counters.
public final class HealthPage implements PageContent {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final HealthViewModel model;
    private final PulseDriver driver;
    private final VBox root = new VBox();
    private final Label headline = Nodes.label("", "detail-title");
    private final Label checked = Nodes.fixedLabel("", "text-muted");
    private final GridPane rules = new GridPane(16, 0);
    private final FlowPane figures = new FlowPane(10, 8);
    private final FlowPane sockets = new FlowPane(10, 8);
    private final Button copy = new Button("Copy as JSON", Icon.COPY.node());
    private List<HealthRule> shownRules = List.of();

    public HealthPage(HealthViewModel model, PulseDriver driver) {
        this.model = model;
        this.driver = driver;
        copy.setId("health-copy");
        copy.getStyleClass().add("small");
        copy.setOnAction(ignored -> copy());
        Nodes.tooltip(copy, "Put this report on the clipboard, as the health log has it");
        HBox top = new HBox(14, headline, Nodes.spacer(), checked, copy);
        top.getStyleClass().add("health-top");
        columns();
        VBox content =
                new VBox(14, rules, section("Sockets of the market feed", sockets), section("Counters", figures));
        content.getStyleClass().add("health-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.setId("health");
        root.getChildren().setAll(top, scroll);
        model.shown().subscribe(this::show);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        model.attach(driver);
        copy.requestFocus();
    }

    @Override
    public void closed() {
        model.detach();
    }

    private void columns() {
        rules.getStyleClass().add("rule-grid");
        for (double width : new double[] {76, 150, 150, 150}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMinWidth(width);
            rules.getColumnConstraints().add(column);
        }
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        rules.getColumnConstraints().add(words);
    }

    private static Node section(String title, Node content) {
        return new VBox(6, Nodes.label(title, "pane-title"), content);
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, model.json()));
    }

    private void show(Shown shown) {
        headline.setText(shown.headline());
        Tones.apply(headline, shown.tone());
        checked.setText(checked(shown.report()));
        if (!shown.report().rules().equals(shownRules)) {
            shownRules = shown.report().rules();
            fill();
        }
        sockets.getChildren()
                .setAll(shown.feed().connections().stream()
                        .map(connection ->
                                ConnectionGauge.of(connection, shown.feed().atNanos()))
                        .toList());
        figures.getChildren()
                .setAll(shown.figures().stream().map(HealthPage::tile).toList());
    }

    private static String checked(HealthReport report) {
        return report.timestampMillis() == 0
                ? ""
                : "checked " + CLOCK.format(IndiaTime.time(report.timestampMillis())) + " · market "
                        + CLOCK.format(IndiaTime.time(report.marketMillis()));
    }

    private void fill() {
        rules.getChildren().clear();
        rules.addRow(0, header("State"), header("Check"), header("Found"), header("Wanted"), header("In words"));
        for (int row = 0; row < shownRules.size(); row++) {
            HealthRule rule = shownRules.get(row);
            Label state = Nodes.fixedLabel(HealthViewModel.mark(rule.state()), "rule-cell", "rule-state");
            Tones.apply(state, HealthViewModel.tone(rule.state()));
            rules.addRow(
                    row + 1,
                    state,
                    Nodes.label(rule.title(), "rule-cell", "detail-value"),
                    Nodes.label(rule.figure(), "rule-cell", "number"),
                    Nodes.label(rule.threshold(), "rule-cell", "text-muted"),
                    words(rule));
        }
    }

    private static Label header(String text) {
        return Nodes.label(text, "rule-cell", "text-muted");
    }

    private static Node words(HealthRule rule) {
        Label sentence = Nodes.label(rule.sentence());
        sentence.setWrapText(true);
        VBox words = new VBox(1, sentence);
        words.getStyleClass().add("rule-cell");
        if (!rule.nextStep().isBlank()) {
            Label next = Nodes.label("→ " + rule.nextStep());
            next.setWrapText(true);
            Tones.apply(next, HealthViewModel.tone(rule.state()));
            words.getChildren().add(next);
        }
        return words;
    }

    private static Node tile(Figure figure) {
        Label text = Nodes.fixedLabel(figure.text(), "number", "tile-number");
        Tones.apply(text, figure.tone());
        VBox tile = new VBox(1, Nodes.fixedLabel(figure.title(), "text-muted"), text);
        tile.getStyleClass().addAll("tile", "small-tile");
        return Nodes.tooltip(tile, figure.meaning());
    }
}
