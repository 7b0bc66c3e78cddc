package in.sauda.app.subscriptions;

import in.sauda.app.fx.Nodes;
import in.sauda.core.feed.FeedSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Connects and disconnects the feed, and chooses between stream and polling. A click only asks; the button of the
/// source the engine has lights up.
final class FeedControls {
    private final Button connect = new Button();
    private final Map<FeedSource, ToggleButton> sources = new EnumMap<>(FeedSource.class);
    private final SubscriptionsViewModel model;
    private final Node root;

    FeedControls(SubscriptionsViewModel model) {
        this.model = model;
        connect.setId("feed-connect");
        connect.getStyleClass().add("small");
        connect.setMinWidth(Button.USE_PREF_SIZE);
        connect.setMaxWidth(Double.MAX_VALUE);
        connect.setOnAction(
                ignored -> model.use(model.source().get() == FeedSource.OFF ? FeedSource.STREAM : FeedSource.OFF));
        Nodes.tooltip(connect, "Closes or opens the feed; everything that is subscribed stays so");
        HBox choice = new HBox(
                source(FeedSource.STREAM, "Stream", "Live prices over the broker's sockets"),
                source(
                        FeedSource.POLL,
                        "Poll",
                        "Ask for prices over REST every few seconds, where sockets do not work"));
        choice.getStyleClass().add("segmented");
        root = new VBox(6, choice, connect);
        root.getStyleClass().add("feed-controls");
        model.source().subscribe(this::show);
    }

    Node root() {
        return root;
    }

    private ToggleButton source(FeedSource source, String words, String meaning) {
        ToggleButton button = new ToggleButton(words);
        button.setId("feed-" + words.toLowerCase(Locale.ROOT));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(ignored -> {
            show(model.source().get());
            model.use(source);
        });
        sources.put(source, button);
        return Nodes.tooltip(button, meaning);
    }

    private void show(FeedSource now) {
        sources.forEach((source, button) -> button.setSelected(source == now));
        connect.setText(now == FeedSource.OFF ? "Connect" : "Disconnect");
    }
}
