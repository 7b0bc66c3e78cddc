package in.sauda.app.brokers;

import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tone;
import in.sauda.app.fx.Tones;
import in.sauda.core.broker.RateUse;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.feed.FeedState;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One broker: who is logged in and until when, its feed, and how much of its allowances is used.
final class BrokerTile {
    private static final double WIDTH = 480;
    private static final double BAR_WIDTH = 70;
    private static final String ORDERS = "orders";
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final long MINUTE_MILLIS = 60_000;
    private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;

    private BrokerTile() {}

    /// @param role what the session uses the broker for
    /// @param prices whether its prices are in force while both deliver
    /// @param everything what can be done to all orders and positions there
    static Node of(BrokerBoard.Line line, String role, boolean prices, long wallMillis, Optional<Node> everything) {
        Label name = Nodes.fixedLabel(line.name(), "tile-main");
        Label source = Nodes.fixedLabel(prices ? "● prices in force" : "○ stands by");
        Tones.apply(source, prices ? Tone.GOOD : Tone.MUTED);
        HBox head = new HBox(10, name, Nodes.label(line.account(), "text-muted"), Nodes.spacer(), source);
        head.getStyleClass().add("kind-line");
        GridPane facts = new GridPane(12, 2);
        facts.addRow(0, Nodes.fixedLabel("Used for", "text-muted"), Nodes.label(role));
        facts.addRow(1, Nodes.fixedLabel("Feed", "text-muted"), feed(line));
        facts.addRow(
                2,
                Nodes.fixedLabel("Prices", "text-muted"),
                Nodes.label(IndianNumbers.units(line.inForce()) + " instruments, "
                        + IndianNumbers.compact(line.frames()) + " frames, last " + age(line.ageNanos())));
        facts.addRow(3, Nodes.fixedLabel("Login", "text-muted"), login(line.validUntilMillis(), wallMillis));
        VBox tile = new VBox(6, head, facts);
        tile.getChildren().addAll(rates(line.rates()));
        everything.ifPresent(tile.getChildren()::add);
        tile.getStyleClass().addAll("tile", "broker-tile");
        tile.setPrefWidth(WIDTH);
        return tile;
    }

    private static Node feed(BrokerBoard.Line line) {
        Label label = Nodes.label(words(line.feed()));
        Tones.apply(label, tone(line.feed()));
        return label;
    }

    private static String words(FeedState state) {
        return switch (state) {
            case FeedState.Connected _ -> "connected";
            case FeedState.Limited limited -> limited.reason();
            case FeedState.Polling polling -> polling.reason();
            case FeedState.Connecting connecting -> "connecting, try " + connecting.attempt();
            case FeedState.Disconnected disconnected -> disconnected.reason();
            case FeedState.Closed _ -> "closed";
        };
    }

    private static Tone tone(FeedState state) {
        return switch (state) {
            case FeedState.Connected _ -> Tone.GOOD;
            case FeedState.Limited _, FeedState.Polling _, FeedState.Connecting _ -> Tone.WARNING;
            case FeedState.Disconnected _ -> Tone.DANGER;
            case FeedState.Closed _ -> Tone.MUTED;
        };
    }

    private static String age(long nanos) {
        return nanos == Long.MAX_VALUE
                ? IndianNumbers.UNKNOWN
                : String.format(Locale.ENGLISH, "%.1f s ago", nanos / 1e9);
    }

    private static Label login(long untilMillis, long wallMillis) {
        if (untilMillis == Long.MAX_VALUE) {
            return Nodes.label("has no known end");
        }
        long left = untilMillis - wallMillis;
        if (left <= 0) {
            return toned("ended; log in again", Tone.DANGER);
        }
        String until = "until "
                + UNTIL.format(LocalDateTime.of(IndiaTime.date(untilMillis), IndiaTime.time(untilMillis))) + " IST, ";
        return left < HOUR_MILLIS
                ? toned(until + left / MINUTE_MILLIS + " min left", Tone.WARNING)
                : Nodes.label(until + left / HOUR_MILLIS + " h left");
    }

    private static Label toned(String text, Tone tone) {
        Label label = Nodes.label(text);
        Tones.apply(label, tone);
        return label;
    }

    private static List<Node> rates(List<RateUse> rates) {
        List<Node> nodes = new ArrayList<>();
        int idle = 0;
        for (RateUse rate : rates) {
            if (fullest(rate) == 0 && rate.waiting() == 0 && !rate.group().startsWith(ORDERS)) {
                idle++;
                continue;
            }
            ProgressBar bar = new ProgressBar(fullest(rate));
            bar.getStyleClass().add("gauge");
            bar.setPrefWidth(BAR_WIDTH);
            bar.setMinWidth(BAR_WIDTH);
            HBox line = new HBox(
                    10,
                    bar,
                    Nodes.fixedLabel(rate.group()),
                    Nodes.spacer(),
                    Nodes.fixedLabel(
                            rate.windows().stream().map(BrokerTile::window).collect(Collectors.joining("   "))
                                    + (rate.waiting() > 0 ? "   " + rate.waiting() + " wait" : ""),
                            "text-muted",
                            "number"));
            line.getStyleClass().addAll("kind-line", "gauge-line");
            nodes.add(line);
        }
        if (idle > 0) {
            nodes.add(Nodes.label(
                    idle + (idle == 1 ? " other allowance is" : " other allowances are") + " unused", "text-muted"));
        }
        return nodes;
    }

    private static double fullest(RateUse rate) {
        return rate.windows().stream()
                .mapToDouble(window -> window.allowed() == 0 ? 0 : (double) window.used() / window.allowed())
                .max()
                .orElse(0);
    }

    private static String window(RateUse.Window window) {
        long seconds = Math.max(1, window.spanMillis() / 1_000);
        String span = seconds < 60 ? seconds + " s" : seconds / 60 + " min";
        return window.used() + "/" + IndianNumbers.units(window.allowed()) + " in " + span;
    }
}
