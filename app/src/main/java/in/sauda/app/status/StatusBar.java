package in.sauda.app.status;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tones;
import in.sauda.app.status.StatusViewModel.Item;
import in.sauda.app.status.StatusViewModel.Line;
import in.sauda.core.domain.TradingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The line at the bottom of the window.
public final class StatusBar {
    private static final String HEALTH = "health";
    private static final String SUBSCRIPTIONS = "subscriptions";

    private final HBox root = new HBox();
    private final Consumer<String> open;
    private final Map<Label, Function<Line, Item>> items = new LinkedHashMap<>();

    /// @param open shows a view by its name, for what a click leads to
    public StatusBar(StatusViewModel model, TradingMode mode, String broker, Consumer<String> open) {
        this.open = open;
        root.setId("status");
        root.getStyleClass().add("status-bar");
        Label badge = Nodes.fixedLabel(
                mode.name(), "status-mode", "mode-" + mode.name().toLowerCase(Locale.ROOT));
        root.getChildren().addAll(badge, Nodes.fixedLabel(broker, "status-item"));
        item("State of the market feed, streamed or polled", HEALTH, Line::connection);
        item("Time since the last frame of the feed", HEALTH, Line::feedAge);
        item("Updates a second", SUBSCRIPTIONS, Line::rate);
        item("Instruments ticking, subscribed and known", SUBSCRIPTIONS, Line::instruments);
        item("Orders nothing final has happened to", "orders", Line::orders);
        item("How long the broker's login lasts", HEALTH, Line::login);
        item("Whether orders leave from the internet address registered at the broker", HEALTH, Line::address);
        item("Order calls in the last second, and the most the broker takes", HEALTH, Line::quota);
        item("This computer's clock minus the exchange's", HEALTH, Line::skew);
        item("Whether everything is being saved", HEALTH, Line::database);
        root.getChildren().add(Nodes.spacer());
        givesWay(item(
                "From the feed's socket to this window: 99 of 100 of the last prices took no longer",
                HEALTH,
                Line::latency));
        givesWay(item("Frames a second of this window", HEALTH, Line::frames));
        item("Phase of the equity derivatives session", HEALTH, Line::phase);
        item("Exchange time", HEALTH, Line::clock);
        // A long line is cut at its end; it must not make the window's content wider than the window.
        root.setMinWidth(0);
        model.line().subscribe(this::show);
    }

    public Node root() {
        return root;
    }

    private Label item(String tooltip, String view, Function<Line, Item> item) {
        Label label = Nodes.fixedLabel("", "status-item");
        label.setOnMouseClicked(ignored -> open.accept(view));
        items.put(label, item);
        root.getChildren().add(Nodes.tooltip(label, tooltip));
        return label;
    }

    /// In a narrow window the first to be cut.
    private static void givesWay(Label label) {
        label.setMinWidth(0);
    }

    private void show(Line line) {
        items.forEach((label, item) -> {
            label.setText(item.apply(line).text());
            Tones.apply(label, item.apply(line).tone());
        });
    }
}
