package in.sauda.app.diagnostics;

import in.sauda.app.diagnostics.DiagnosticsViewModel.Row;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.PageContent;
import in.sauda.app.fx.Tone;
import in.sauda.app.fx.Tones;
import in.sauda.core.diagnostics.CheckResult;
import in.sauda.core.diagnostics.Finding;
import in.sauda.core.diagnostics.Finding.Outcome;
import in.sauda.core.diagnostics.SupportBundle;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every check with its finding, next step and fix; to the right the support bundle, listed before it is saved.
public final class DiagnosticsView implements PageContent {
    private final DiagnosticsViewModel model;
    private final BorderPane root = new BorderPane();
    private final VBox list = new VBox();
    private final Button run = new Button("Run all checks");
    private final VBox contents = new VBox(6);
    private final TextArea look = new TextArea();
    private final Button save = new Button("Save the bundle");
    private boolean ran;

    public DiagnosticsView(DiagnosticsViewModel model) {
        this.model = model;
        root.setId("diagnostics");
        root.getStyleClass().add("diagnostics");
        root.setTop(tools());
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "check-list");
        root.setCenter(scroll);
        root.setRight(bundle());
        model.rows().addListener((ListChangeListener<Row>) ignored -> showRows());
        showRows();
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void opened() {
        run.requestFocus();
        if (!ran) {
            ran = true;
            model.run();
        }
    }

    @Override
    public void closed() {}

    private Node tools() {
        run.getStyleClass().addAll("small", "door-first");
        run.setDefaultButton(true);
        run.disableProperty().bind(model.busy());
        run.setOnAction(ignored -> model.run());
        Label summary = Nodes.fixedLabel("", "pane-title");
        summary.setId("diagnostics-summary");
        summary.textProperty().bind(model.summary());
        Button copy = new Button("Copy as text");
        copy.getStyleClass().add("small");
        copy.setOnAction(ignored -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.text());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox tools = new HBox(10, run, summary, Nodes.spacer(), copy);
        tools.getStyleClass().add("page-tools");
        return tools;
    }

    private void showRows() {
        list.getChildren().setAll(model.rows().stream().map(this::line).toList());
    }

    private Node line(Row row) {
        CheckResult result = row.result();
        Finding finding = result == null ? null : result.finding();
        Label mark = Nodes.fixedLabel(mark(row, finding), "check-mark");
        Tones.apply(mark, tone(finding));
        Label title = Nodes.fixedLabel(row.title(), "check-title");
        VBox words = new VBox(2);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getChildren().add(wrapped(finding == null ? row.busy() ? "Checking…" : "–" : finding.sentence(), ""));
        if (finding != null && !finding.nextStep().isEmpty()) {
            words.getChildren().add(wrapped("→ " + finding.nextStep(), "check-next"));
        }
        HBox line = new HBox(12, mark, title, words);
        line.getStyleClass().add("check-line");
        if (finding != null && finding.fix() != null) {
            Finding.Fix fix = finding.fix();
            Button button = new Button(fix.label());
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(ignored -> fix.action().run());
            line.getChildren().add(button);
        }
        if (result != null) {
            line.getChildren().add(Nodes.fixedLabel(result.millis() + " ms", "check-time", "number"));
        }
        return line;
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = Nodes.label(text);
        if (!styleClass.isEmpty()) {
            label.getStyleClass().add(styleClass);
        }
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static String mark(Row row, @Nullable Finding finding) {
        if (finding == null) {
            return row.busy() ? "◌" : "○";
        }
        return switch (finding.outcome()) {
            case OK -> "✓";
            case NOTE -> "!";
            case FAILED -> "✕";
            case SKIPPED -> "–";
        };
    }

    private static Tone tone(@Nullable Finding finding) {
        Outcome outcome = finding == null ? Outcome.SKIPPED : finding.outcome();
        return switch (outcome) {
            case OK -> Tone.GOOD;
            case NOTE -> Tone.WARNING;
            case FAILED -> Tone.DANGER;
            case SKIPPED -> Tone.MUTED;
        };
    }

    private Node bundle() {
        Label words = Nodes.label(
                "Logs, settings, results and versions in one zip, every secret taken out. You see what is in it before it is saved, "
                        + "and nothing is sent anywhere.",
                "text-muted");
        words.setWrapText(true);
        Button collect = new Button("Show what would be in it");
        collect.setId("bundle-collect");
        collect.setOnAction(ignored -> model.collect());
        save.setId("bundle-save");
        save.setOnAction(ignored -> model.save());
        look.setEditable(false);
        look.getStyleClass().add("log-detail");
        VBox.setVgrow(look, Priority.ALWAYS);
        Label saved = Nodes.label("");
        saved.setWrapText(true);
        saved.textProperty().bind(model.saved());
        Button reveal = new Button("Open its folder");
        reveal.setOnAction(ignored -> model.reveal());
        model.saved().subscribe(text -> {
            Nodes.shown(saved, !text.isEmpty());
            Nodes.shown(reveal, text.startsWith("Saved"));
        });
        model.bundle().subscribe(this::showBundle);
        ScrollPane scroll = new ScrollPane(contents);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "check-list");
        scroll.setPrefHeight(190);
        scroll.setMinHeight(120);
        VBox pane = new VBox(
                10, Nodes.label("Support bundle", "pane-title"), words, collect, scroll, look, save, saved, reveal);
        scroll.visibleProperty().bind(look.visibleProperty());
        scroll.managedProperty().bind(look.managedProperty());
        pane.getStyleClass().add("bundle-pane");
        return pane;
    }

    private void showBundle(@Nullable SupportBundle bundle) {
        Nodes.shown(look, bundle != null);
        Nodes.shown(save, bundle != null);
        contents.getChildren().clear();
        if (bundle == null) {
            return;
        }
        Map<String, String> sizes = DiagnosticsViewModel.sizes(bundle);
        GridPane table = new GridPane(10, 4);
        bundle.entries().forEach(entry -> {
            Button name = new Button(entry.name());
            name.getStyleClass().addAll("small", "flat", "bundle-entry");
            name.setOnAction(ignored -> look.setText(entry.content()));
            table.addRow(
                    table.getRowCount(),
                    Nodes.tooltip(name, entry.words()),
                    Nodes.fixedLabel(String.valueOf(sizes.get(entry.name())), "number", "text-muted"));
        });
        contents.getChildren().add(table);
        look.setText(bundle.entries().getFirst().content());
    }
}
