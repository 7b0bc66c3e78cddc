package in.sauda.app.instruments;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tones;
import in.sauda.app.instruments.MastersViewModel.Line;
import in.sauda.app.theme.Icon;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One line per master: how many, how old, from where, in what state; refresh and cancel.
final class MastersBar {
    private final MastersViewModel model;
    private final VBox root = new VBox();

    MastersBar(MastersViewModel model) {
        this.model = model;
        root.setId("masters");
        root.getStyleClass().add("masters");
        model.lines().addListener((ListChangeListener<Line>) ignored -> show());
        show();
    }

    Node root() {
        return root;
    }

    private void show() {
        root.getChildren().setAll(model.lines().stream().map(this::line).toList());
    }

    private Node line(Line line) {
        Label state = Nodes.label(line.state(), "master-state");
        Tones.apply(state, line.tone());
        HBox box = new HBox(10, dot(line), Nodes.fixedLabel(line.master(), "symbol"), Nodes.label(line.words()));
        if (!line.rejected().isEmpty()) {
            String count = line.rejected().lines().findFirst().orElse("");
            box.getChildren()
                    .add(Nodes.tooltip(Nodes.fixedLabel(count.replace(":", ""), "text-muted"), line.rejected()));
        }
        box.getChildren().addAll(Nodes.spacer(), state, button(line));
        box.getStyleClass().add("master-line");
        return box;
    }

    private static Node dot(Line line) {
        Label dot = Nodes.fixedLabel(line.refreshing() ? "◌" : "●");
        Tones.apply(dot, line.tone());
        return dot;
    }

    private Node button(Line line) {
        Button button = line.refreshing()
                ? new Button("Cancel", Icon.CLOSE.node())
                : new Button("Refresh", Icon.REFRESH.node());
        button.getStyleClass().add("small");
        button.setOnAction(ignored -> {
            if (line.refreshing()) {
                model.cancel(line.master());
            } else {
                model.refresh(line.master());
            }
        });
        return Nodes.tooltip(
                button,
                line.refreshing()
                        ? "Stop; the instruments of before stay in use"
                        : "Fetch the file now; the present instruments serve until the new ones are saved");
    }
}
