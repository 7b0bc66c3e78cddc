package in.sauda.app.session;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What the window shows while a session opens: what it is busy with and how far it is, or why it failed and a way to
/// try again.
///
/// The bar moves with the work and not by itself: an animation would draw sixty frames a second on the very cores the
/// session opens with.
final class StartView {
    /// The exchange and the database; the login and the instruments; the window.
    private static final double STEPS = 3.5;

    private static final double BAR_WIDTH = 320;

    private final Label title;
    private final Label detail = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final VBox root;
    private int steps;

    StartView(String what) {
        title = new Label(what);
        title.getStyleClass().add("title-3");
        detail.getStyleClass().add("text-muted");
        detail.setWrapText(true);
        detail.setMaxWidth(520);
        detail.setTextAlignment(TextAlignment.CENTER);
        detail.setAlignment(Pos.CENTER);
        progress.setPrefWidth(BAR_WIDTH);
        root = new VBox(16, title, progress, detail);
        root.setAlignment(Pos.CENTER);
        root.setId("start");
        root.getStyleClass().add("terminal");
    }

    Parent root() {
        return root;
    }

    /// The next step has begun.
    void busyWith(String what) {
        detail.setText(what);
        if (!what.isEmpty()) {
            steps++;
            progress.setProgress(Math.min(1, steps / STEPS));
        }
    }

    void failed(String sentence, Runnable again) {
        title.setText("That did not work");
        detail.setText(sentence);
        Button retry = new Button("Try again");
        retry.setDefaultButton(true);
        retry.setOnAction(event -> again.run());
        root.getChildren().setAll(title, detail, retry);
    }
}
