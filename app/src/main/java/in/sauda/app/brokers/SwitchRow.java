package in.sauda.app.brokers;

import in.sauda.app.desk.DeskViewModel;
import in.sauda.app.fx.Nodes;
import in.sauda.core.account.Reading;
import in.sauda.core.broker.OrderDesk.KillSwitch;
import in.sauda.core.view.BrokerStanding;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What one broker does for everything at once: cancel, leave, and its switch against trading by segment.
final class SwitchRow {
    private SwitchRow() {}

    static Node of(BrokerStanding broker, DeskViewModel desk) {
        Button cancel =
                button("Cancel all orders …", "Cancel every working order at " + broker.name() + "; asks first");
        cancel.setId("cancel-all-" + broker.id());
        cancel.setOnAction(ignored -> desk.askCancelAll(broker));
        Button exit = button(
                "Exit all positions …",
                broker.desk()
                        ? broker.name() + " closes every position by itself; asks first"
                        : broker.name() + " has no call for this: a card follows for each position");
        exit.setId("exit-all-" + broker.id());
        exit.setOnAction(ignored -> desk.askExitAll(broker));
        VBox rows = new VBox(4, new HBox(6, cancel, exit), switches(broker, desk));
        rows.getStyleClass().add("switch-rows");
        return rows;
    }

    private static Node switches(BrokerStanding broker, DeskViewModel desk) {
        if (!broker.desk()) {
            return Nodes.label(broker.name() + " offers no switch against trading over its interface.", "text-muted");
        }
        Reading<List<KillSwitch>> reading = broker.switches();
        if (reading.failure() != null) {
            return Nodes.label("Kill switch: " + reading.failure().sentence(), "text-muted");
        }
        List<KillSwitch> known = Objects.requireNonNullElse(reading.value(), List.<KillSwitch>of());
        if (known.isEmpty()) {
            return Nodes.label("Kill switch: being read …", "text-muted");
        }
        FlowPane row = new FlowPane(4, 4);
        Label title = Nodes.fixedLabel("Stop trading in", "text-muted");
        row.getChildren().add(title);
        known.stream()
                .filter(KillSwitch::active)
                .map(one -> toggle(one, broker, desk))
                .forEach(row.getChildren()::add);
        return row;
    }

    private static Button toggle(KillSwitch one, BrokerStanding broker, DeskViewModel desk) {
        Button button = button(
                one.stopped() ? one.segment() + " stopped" : one.segment().name(),
                one.stopped()
                        ? broker.name() + " takes no orders in " + one.segment() + "; ask it to trade again"
                        : "Stop all trading in " + one.segment() + " at " + broker.name() + "; asks first");
        button.setId("switch-" + one.segment());
        if (one.stopped()) {
            button.getStyleClass().add("danger");
        }
        button.setOnAction(ignored -> desk.askTurn(broker, one.segment(), !one.stopped()));
        return button;
    }

    private static Button button(String text, String tooltip) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        return Nodes.tooltip(button, tooltip);
    }
}
