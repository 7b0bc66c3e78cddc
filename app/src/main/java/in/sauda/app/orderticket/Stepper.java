package in.sauda.app.orderticket;

import in.sauda.app.fx.Nodes;
import in.sauda.app.theme.Icon;
import java.util.function.IntConsumer;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A number field with a smaller and a larger button; the arrow keys step, Page keys step ten times as far.
final class Stepper extends HBox {
    private static final int PAGE = 10;

    private final TextField field = new TextField();

    Stepper(String id, StringProperty value, IntConsumer step, String unit) {
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        field.getStyleClass().add("number-field");
        field.setPrefColumnCount(7);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, step));
        field.focusedProperty().subscribe(focused -> {
            if (focused) {
                field.selectAll();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        getStyleClass().add("stepper");
        getChildren()
                .setAll(
                        button(Icon.MINUS, "One " + unit + " less (↓)", () -> step.accept(-1)),
                        field,
                        button(Icon.PLUS, "One " + unit + " more (↑)", () -> step.accept(1)));
    }

    TextField field() {
        return field;
    }

    private static Button button(Icon icon, String tooltip, Runnable action) {
        Button button = new Button(null, icon.node());
        button.setFocusTraversable(false);
        button.setOnAction(ignored -> action.run());
        button.getStyleClass().add("step-button");
        return Nodes.tooltip(button, tooltip);
    }

    private static void key(KeyEvent event, IntConsumer step) {
        switch (event.getCode()) {
            case UP -> step.accept(1);
            case DOWN -> step.accept(-1);
            case PAGE_UP -> step.accept(PAGE);
            case PAGE_DOWN -> step.accept(-PAGE);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
