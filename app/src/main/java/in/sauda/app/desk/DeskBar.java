package in.sauda.app.desk;

import in.sauda.app.desk.DeskViewModel.Question;
import in.sauda.app.fx.Nodes;
import in.sauda.app.theme.Icon;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The question before everything is cancelled, left or stopped; away while there is none.
public final class DeskBar {
    private final Label words = Nodes.label("");
    private final Button act = new Button();
    private final Button keep = new Button("No, leave it  Esc");
    private final HBox root;

    public DeskBar(DeskViewModel model) {
        act.setId("desk-confirm");
        act.setMinWidth(Button.USE_PREF_SIZE);
        act.getStyleClass().add("small");
        act.setOnAction(ignored -> model.yes());
        keep.setId("desk-keep");
        keep.setMinWidth(Button.USE_PREF_SIZE);
        keep.setCancelButton(true);
        keep.getStyleClass().add("small");
        keep.setOnAction(ignored -> model.no());
        words.setWrapText(true);
        root = new HBox(10, Icon.WARNING.node(), words, Nodes.spacer(), act, keep);
        root.getStyleClass().addAll("banner", "danger");
        model.question().subscribe(this::show);
    }

    public Node root() {
        return root;
    }

    /// The harmless answer has the keyboard.
    private void show(@Nullable Question question) {
        Nodes.shown(root, question != null);
        keep.setDisable(question == null);
        if (question != null) {
            words.setText(question.words());
            act.setText(question.act());
            keep.requestFocus();
        }
    }

    /// A button that asks about all of something.
    ///
    /// @param possible false while there is nothing it could do
    public static Button button(String id, String text, String tooltip, ObservableBooleanValue possible, Runnable ask) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.disableProperty().bind(Bindings.not(possible));
        button.setOnAction(ignored -> ask.run());
        return Nodes.tooltip(button, tooltip);
    }
}
