package in.sauda.app.status;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tones;
import in.sauda.app.theme.Icon;
import in.sauda.core.view.UiEvent.Notice;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The lines below the top bar that appear when something needs the user: no feed, or the last warning.
public final class Banner {
    private final VBox root = new VBox();
    private final Label feed = Nodes.label("");
    private final HBox feedLine = new HBox(8, Icon.WARNING.node(), feed);
    private final Label notice = Nodes.label("");
    private final HBox noticeLine;

    public Banner(StatusViewModel status, NoticesViewModel notices) {
        feedLine.getStyleClass().addAll("banner", "danger");
        feedLine.setId("feed-banner");
        Button dismiss = new Button(null, Icon.CLOSE.node());
        dismiss.getStyleClass().addAll("small", "flat");
        dismiss.setFocusTraversable(false);
        dismiss.setOnAction(ignored -> notices.dismiss());
        noticeLine = new HBox(8, Icon.WARNING.node(), notice, Nodes.spacer(), Nodes.tooltip(dismiss, "Take this off"));
        noticeLine.getStyleClass().add("banner");
        root.getChildren().setAll(feedLine, noticeLine);
        status.banner().subscribe(this::showFeed);
        notices.latest().subscribe(this::showNotice);
    }

    public Node root() {
        return root;
    }

    private void showFeed(String text) {
        feed.setText(text);
        Nodes.shown(feedLine, !text.isEmpty());
    }

    private void showNotice(@Nullable Notice shown) {
        Nodes.shown(noticeLine, shown != null);
        if (shown != null) {
            notice.setText(shown.sentence() + (shown.nextStep().isBlank() ? "" : " " + shown.nextStep()) + "  ["
                    + shown.code() + "]");
            Tones.apply(noticeLine, NoticeRow.tone(shown.level()));
        }
    }
}
