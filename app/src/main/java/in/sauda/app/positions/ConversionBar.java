package in.sauda.app.positions;

import in.sauda.app.fx.Nodes;
import in.sauda.app.theme.Icon;
import in.sauda.core.broker.PositionConversion;
import in.sauda.core.domain.IndianNumbers;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Asks before a position is carried as another product: it changes the account at the broker.
final class ConversionBar {
    private final Label question = Nodes.label("");
    private final Button keep = new Button("Keep it");
    private final HBox root;

    ConversionBar(PositionsViewModel model) {
        Button convert = new Button("Convert");
        convert.setId("convert-confirm");
        convert.getStyleClass().add("small");
        convert.setOnAction(ignored -> model.convert());
        keep.setId("convert-keep");
        keep.getStyleClass().add("small");
        keep.setOnAction(ignored -> model.keepProduct());
        root = new HBox(10, Icon.WARNING.node(), question, Nodes.spacer(), convert, keep);
        root.getStyleClass().add("banner");
        model.conversion().subscribe(this::show);
    }

    Node root() {
        return root;
    }

    /// The harmless answer has the keyboard.
    private void show(@Nullable PositionConversion wish) {
        Nodes.shown(root, wish != null);
        if (wish != null) {
            question.setText("Carry " + IndianNumbers.units(wish.quantity()) + " " + wish.symbol()
                    + (wish.carried() ? " brought over from an earlier day as " : " traded today as ")
                    + wish.to().words() + " instead of " + wish.from().words() + ", at the broker ("
                    + wish.mode() + ")?");
            keep.requestFocus();
        }
    }
}
