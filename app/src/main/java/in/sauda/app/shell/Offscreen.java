package in.sauda.app.shell;

import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

/// Shows a window's content at any size on the headless platform, whose screen is smaller than a trader's.
///
/// The stage stays small and the content inside it is as large as wanted, so real pulses run (a chart draws only in
/// those) and a snapshot of the content has every pixel. FX thread only.
public final class Offscreen {
    private static final double STAGE_WIDTH = 640;
    private static final double STAGE_HEIGHT = 480;

    private final Region content;
    private final Stage stage = new Stage();

    public Offscreen(Region content, double width, double height) {
        this.content = content;
        Pane holder = new Pane(content);
        content.setManaged(false);
        content.resizeRelocate(0, 0, width, height);
        stage.setScene(new Scene(holder, STAGE_WIDTH, STAGE_HEIGHT));
        stage.show();
    }

    public Scene scene() {
        return Objects.requireNonNull(stage.getScene());
    }

    /// The content as it stands; call it some pulses after the last change.
    public WritableImage picture() {
        return content.snapshot(null, null);
    }

    public void close() {
        stage.close();
    }
}
