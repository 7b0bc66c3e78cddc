package in.sauda.app.shell;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// A split pane that begins where it was left and says where the user moved it.
final class Split {
    private final SplitPane pane = new SplitPane();

    /// @param moved told all positions whenever the user drags a divider
    Split(Orientation orientation, Consumer<List<Double>> moved, Node... items) {
        pane.setOrientation(orientation);
        pane.getItems().setAll(items);
        pane.getDividers()
                .forEach(divider -> divider.positionProperty().subscribe(() -> {
                    if (dragged()) {
                        moved.accept(positions());
                    }
                }));
    }

    SplitPane pane() {
        return pane;
    }

    /// @param saved divider positions of last time, as shares; empty for the default
    void place(List<Double> saved, double fallback) {
        pane.setDividerPosition(0, saved.size() == 1 ? saved.getFirst() : fallback);
    }

    /// Resizing the window moves dividers too; only the user's own drags are remembered.
    private boolean dragged() {
        return pane.lookupAll(".split-pane-divider").stream().anyMatch(Node::isPressed);
    }

    private List<Double> positions() {
        return pane.getDividers().stream().map(SplitPane.Divider::getPosition).toList();
    }
}
