package in.sauda.app.account;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tones;
import in.sauda.app.theme.Icon;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The line that says how old the books are, with a refresh button, and the sentence that stands in for missing ones.
final class BooksBar {
    private final Label text = Nodes.label("");
    private final Label empty = Nodes.label("", "empty-state");
    private final HBox root;

    /// @param totals stand at the right, before the refresh button
    BooksBar(String refreshId, Runnable refresh, List<Node> actions, List<Node> totals) {
        Button again = new Button("Refresh", Icon.REFRESH.node());
        again.setId(refreshId);
        again.getStyleClass().add("small");
        again.setOnAction(ignored -> refresh.run());
        Nodes.tooltip(again, "Ask the broker now; it is asked every minute and after every fill anyway");
        root = new HBox(10);
        root.getChildren().addAll(actions);
        root.getChildren().addAll(text, Nodes.spacer());
        root.getChildren().addAll(totals);
        root.getChildren().add(again);
        root.getStyleClass().add("table-actions");
        empty.setWrapText(true);
        empty.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        VBox.setVgrow(empty, Priority.ALWAYS);
    }

    Node root() {
        return root;
    }

    /// Takes the place of the content while there is none.
    Node empty() {
        return empty;
    }

    void show(BooksState state) {
        Nodes.shown(empty, !state.present());
        empty.setText(state.text() + (state.nextStep().isBlank() ? "" : "\n" + state.nextStep()));
        text.setText(state.present() ? state.text() + (state.nextStep().isBlank() ? "" : " " + state.nextStep()) : "");
        Tones.apply(text, state.tone());
    }
}
