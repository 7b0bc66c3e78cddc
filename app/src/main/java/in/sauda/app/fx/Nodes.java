package in.sauda.app.fx;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Small nodes every view builds.
public final class Nodes {
    private static final Duration TOOLTIP_DELAY = Duration.millis(400);

    /// Where a node keeps its tooltip.
    private static final Object TOOLTIP = new Object();

    /// Stands for a tooltip nobody has wanted to see yet.
    private static final Object PENDING = new Object();

    private Nodes() {}

    public static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// A label that would rather be clipped by its neighbours than show dots.
    public static Label fixedLabel(String text, String... styleClasses) {
        Label label = label(text, styleClasses);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Takes the room that is left.
    public static Region spacer() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /// Says what a node is, to the eye when the pointer rests on it and to a screen reader. Called again it changes the
    /// words; none take the tooltip away.
    ///
    /// The popup is made when the pointer comes for the first time: a window has a hundred of them, and each costs
    /// as much as a small window.
    public static <N extends Node> N tooltip(N node, String text) {
        node.setAccessibleHelp(text);
        Object popup = node.getProperties().get(TOOLTIP);
        if (popup instanceof Tooltip made) {
            words(node, made, text);
        } else if (popup == null) {
            node.getProperties().put(TOOLTIP, PENDING);
            node.addEventHandler(MouseEvent.MOUSE_ENTERED, entered -> makeTooltip(node));
        }
        return node;
    }

    private static void makeTooltip(Node node) {
        if (PENDING.equals(node.getProperties().get(TOOLTIP))) {
            Tooltip made = new Tooltip();
            made.setShowDelay(TOOLTIP_DELAY);
            node.getProperties().put(TOOLTIP, made);
            words(node, made, node.getAccessibleHelp());
        }
    }

    private static void words(Node node, Tooltip tooltip, String text) {
        tooltip.setText(text);
        if (text.isEmpty()) {
            Tooltip.uninstall(node, tooltip);
        } else {
            Tooltip.install(node, tooltip);
        }
    }

    public static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
