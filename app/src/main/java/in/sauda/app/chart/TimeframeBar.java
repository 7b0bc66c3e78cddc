package in.sauda.app.chart;

import in.sauda.core.candles.Timeframe;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// The row of timeframe buttons. A click only asks; the button lights up when a series of that timeframe is shown.
final class TimeframeBar extends HBox {
    private static final List<Timeframe> OFFERED =
            List.of(Timeframe.M1, Timeframe.M3, Timeframe.M5, Timeframe.M15, Timeframe.H1, Timeframe.D1);

    private final Map<Timeframe, ToggleButton> buttons = new EnumMap<>(Timeframe.class);
    private Consumer<Timeframe> listener = timeframe -> {};
    private Timeframe selected = Timeframe.M1;

    TimeframeBar() {
        getStyleClass().addAll("timeframe-bar", "segmented", "speed");
        for (Timeframe timeframe : OFFERED) {
            ToggleButton button = new ToggleButton(label(timeframe));
            button.getStyleClass().add("timeframe-button");
            button.setFocusTraversable(false);
            button.setOnAction(event -> ask(timeframe));
            buttons.put(timeframe, button);
            getChildren().add(button);
        }
        select(selected);
    }

    void onChoice(Consumer<Timeframe> newListener) {
        listener = newListener;
    }

    void select(Timeframe timeframe) {
        selected = timeframe;
        buttons.forEach((offered, button) -> button.setSelected(offered == timeframe));
    }

    private void ask(Timeframe timeframe) {
        select(selected);
        if (timeframe != selected) {
            listener.accept(timeframe);
        }
    }

    private static String label(Timeframe timeframe) {
        return timeframe == Timeframe.D1 ? timeframe.label().toUpperCase(Locale.ROOT) : timeframe.label();
    }
}
