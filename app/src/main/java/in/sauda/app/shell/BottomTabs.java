package in.sauda.app.shell;

import in.sauda.app.fx.CellValue;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tones;
import in.sauda.app.settings.SettingsStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Orders, Positions, Holdings, Funds, Signals and Log at the bottom, with the day's result always in sight. Only what
/// is shown is part of the scene: styling what nobody sees would be paid for by everybody who waits for the window.
final class BottomTabs {
    private final SettingsStore settings;
    private final VBox root = new VBox();
    private final HBox header = new HBox();
    private final StackPane body = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    /// A binding that nobody holds is collected and stops counting.
    private final List<ObservableValue<? extends Number>> counts = new ArrayList<>();

    private final Map<String, ToggleButton> tabs = new LinkedHashMap<>();

    BottomTabs(SettingsStore settings, CellValue result) {
        this.settings = settings;
        Label total = Nodes.fixedLabel("", "number", "total");
        result.property().subscribe(cell -> {
            total.setText(cell.text());
            Tones.apply(total, cell.tone());
        });
        HBox day = new HBox(6, Nodes.fixedLabel("Day P&L", "text-muted"), total);
        day.getStyleClass().add("day-result");
        header.getStyleClass().add("tab-header");
        header.getChildren().setAll(Nodes.spacer(), day);
        root.getStyleClass().add("pane");
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().setAll(header, body);
    }

    Node root() {
        return root;
    }

    /// Adds a tab without a count.
    void add(String name, Node content) {
        add(name, content, new SimpleIntegerProperty());
    }

    /// Adds a tab whose title carries a count.
    void add(String name, Node content, ObservableValue<? extends Number> count) {
        ToggleButton tab = new ToggleButton(name);
        counts.add(count);
        count.subscribe(number -> tab.setText(number.intValue() == 0 ? name : name + "  " + number));
        tab.setToggleGroup(group);
        tab.setFocusTraversable(false);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.getStyleClass().add("tab-toggle");
        tab.setOnAction(ignored -> show(name));
        tab.setUserData(content);
        header.getChildren().add(tabs.size(), tab);
        tabs.put(name, tab);
    }

    /// What is in the tabs, shown or not.
    List<Node> contents() {
        return tabs.values().stream().map(tab -> (Node) tab.getUserData()).toList();
    }

    /// Shows a tab; a name nobody knows shows the first.
    void show(String name) {
        String wanted = tabs.containsKey(name) ? name : tabs.keySet().iterator().next();
        tabs.forEach((each, tab) -> {
            boolean chosen = each.equals(wanted);
            tab.setSelected(chosen);
            if (chosen) {
                body.getChildren().setAll((Node) tab.getUserData());
            }
        });
        settings.update(now -> now.withLayout(now.layout().withTab(wanted)));
    }

    void show(int position) {
        tabs.keySet().stream().skip(position).findFirst().ifPresent(this::show);
    }
}
