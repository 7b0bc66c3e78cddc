package in.sauda.app.session;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/// What the window shows while a session opens: what it is busy with, or why it failed and a way to try again.
final class StartView {
    private final Label title;
    private final Label detail = new Label();
    private final ProgressIndicator spinner = new ProgressIndicator();
    private final VBox root;

    StartView(String what) {
        title = new Label(what);
        title.getStyleClass().add("title-3");
        detail.getStyleClass().add("text-muted");
        detail.setWrapText(true);
        detail.setMaxWidth(520);
        spinner.setMaxSize(48, 48);
        root = new VBox(16, spinner, title, detail);
        root.setAlignment(Pos.CENTER);
        root.setId("start");
    }

    Parent root() {
        return root;
    }

    void busyWith(String what) {
        detail.setText(what);
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
