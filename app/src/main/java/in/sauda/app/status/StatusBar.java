package in.sauda.app.status;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tones;
import in.sauda.app.status.StatusViewModel.Item;
import in.sauda.app.status.StatusViewModel.Line;
import in.sauda.core.domain.TradingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The line at the bottom of the window.
public final class StatusBar {
    private final HBox root = new HBox();
    private final Map<Label, Function<Line, Item>> items = new LinkedHashMap<>();

    public StatusBar(StatusViewModel model, TradingMode mode, String broker) {
        root.setId("status");
        root.getStyleClass().add("status-bar");
        Label badge = Nodes.fixedLabel(
                mode.name(), "status-mode", "mode-" + mode.name().toLowerCase(Locale.ROOT));
        root.getChildren().addAll(badge, Nodes.fixedLabel(broker, "status-item"));
        item("State of the market feed", Line::connection);
        item("Time since the last frame of the feed", Line::feedAge);
        item("Updates a second", Line::rate);
        item("This computer's clock minus the exchange's", Line::skew);
        item("Instruments ticking, subscribed and known; age of the master", Line::instruments);
        item("Orders nothing final has happened to", Line::orders);
        root.getChildren().add(Nodes.spacer());
        item("Frames a second of this window", Line::frames);
        item("Phase of the equity derivatives session", Line::phase);
        item("Exchange time", Line::clock);
        model.line().subscribe(this::show);
    }

    public Node root() {
        return root;
    }

    private void item(String tooltip, Function<Line, Item> item) {
        Label label = Nodes.fixedLabel("", "status-item");
        items.put(label, item);
        root.getChildren().add(Nodes.tooltip(label, tooltip));
    }

    private void show(Line line) {
        items.forEach((label, item) -> {
            label.setText(item.apply(line).text());
            Tones.apply(label, item.apply(line).tone());
        });
    }
}
