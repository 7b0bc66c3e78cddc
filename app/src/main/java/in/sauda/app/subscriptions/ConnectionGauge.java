package in.sauda.app.subscriptions;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tone;
import in.sauda.app.fx.Tones;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.ConnectionState;
import in.sauda.core.feed.ConnectionStatistics;
import in.sauda.core.feed.ModeUse;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One socket of the feed: its state, how full it is, and the age of its last frame.
public final class ConnectionGauge {
    private static final double WIDTH = 220;
    private static final double MODE_WIDTH = 130;

    private ConnectionGauge() {}

    /// @param nowNanos monotonic time of the figures
    public static Node of(ConnectionStatistics connection, long nowNanos) {
        Label state = Nodes.fixedLabel(words(connection.state()));
        Tones.apply(state, tone(connection.state()));
        Label count = Nodes.fixedLabel(
                IndianNumbers.units(connection.used()) + " / " + IndianNumbers.units(connection.limit()), "number");
        ProgressBar bar =
                new ProgressBar(connection.limit() == 0 ? 0 : (double) connection.used() / connection.limit());
        bar.getStyleClass().add("gauge");
        bar.setPrefWidth(WIDTH);
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox gauge = new VBox(
                2,
                new HBox(
                        8,
                        Nodes.fixedLabel("Socket " + connection.number(), "text-muted"),
                        state,
                        Nodes.spacer(),
                        count),
                bar,
                Nodes.fixedLabel(figures(connection, nowNanos), "text-muted"));
        gauge.getStyleClass().addAll("tile", "gauge-tile");
        return Nodes.tooltip(
                gauge,
                connection.detail().isEmpty()
                        ? "Instruments on this socket and the most the broker allows on it"
                        : connection.detail());
    }

    /// One of the broker's own modes: how much of its allowance is used.
    public static Node of(ModeUse use) {
        ProgressBar bar = new ProgressBar(use.limit() == 0 ? 0 : (double) use.used() / use.limit());
        bar.getStyleClass().add("gauge");
        bar.setPrefWidth(MODE_WIDTH);
        bar.setMaxWidth(Double.MAX_VALUE);
        VBox gauge = new VBox(
                2,
                new HBox(8, Nodes.fixedLabel("Mode " + use.mode(), "text-muted")),
                bar,
                Nodes.fixedLabel(IndianNumbers.units(use.used()) + " / " + IndianNumbers.units(use.limit()), "number"));
        gauge.getStyleClass().addAll("tile", "gauge-tile");
        return Nodes.tooltip(
                gauge,
                "Instruments streamed in this mode over all connections, and the most the broker allows now: fewer"
                        + " while other modes are in use");
    }

    private static String figures(ConnectionStatistics connection, long nowNanos) {
        if (connection.state() == ConnectionState.UNUSED) {
            return "opened when it is needed";
        }
        String again = connection.reconnects() == 0
                ? ""
                : " · " + IndianNumbers.units(connection.reconnects())
                        + (connection.reconnects() == 1 ? " reconnect" : " reconnects");
        return IndianNumbers.compact(connection.frames()) + " frames · last "
                + SubscriptionLine.age(connection.ageNanos(nowNanos)) + again;
    }

    private static String words(ConnectionState state) {
        return switch (state) {
            case UNUSED -> "not needed";
            case CONNECTING -> "◌ connecting";
            case CONNECTED -> "● connected";
            case WAITING -> "○ waiting to retry";
            case CLOSED -> "○ closed";
        };
    }

    private static Tone tone(ConnectionState state) {
        return switch (state) {
            case UNUSED, CLOSED -> Tone.MUTED;
            case CONNECTING -> Tone.WARNING;
            case CONNECTED -> Tone.GOOD;
            case WAITING -> Tone.DANGER;
        };
    }
}
