package in.sauda.app.chart;

import in.sauda.core.signals.Signal;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import org.jspecify.annotations.Nullable;

/// What a strategy saw, beside the triangle under the pointer.
final class SignalCard extends Label {
    private static final double MAX_WIDTH_PIXELS = 320;
    private static final double OFFSET_PIXELS = 14;

    private @Nullable Signal shown;

    SignalCard() {
        getStyleClass().add("signal-card");
        setMouseTransparent(true);
        setWrapText(true);
        setPadding(new Insets(6, 9, 6, 9));
        setVisible(false);
    }

    void setTheme(ChartTheme theme) {
        CornerRadii corners = new CornerRadii(4);
        setBackground(new Background(
                new BackgroundFill(theme.background().interpolate(theme.text(), 0.08), corners, Insets.EMPTY)));
        setBorder(new Border(new BorderStroke(theme.signal(), BorderStrokeStyle.SOLID, corners, new BorderWidths(1))));
        setTextFill(theme.text());
    }

    /// Shows a signal beside the pointer, or nothing.
    void show(@Nullable Signal signal, ChartModel model) {
        setVisible(signal != null);
        if (signal == null) {
            shown = null;
            return;
        }
        if (!signal.equals(shown)) {
            shown = signal;
            setText(text(signal, model.priceText()));
        }
        place(model);
    }

    private void place(ChartModel model) {
        double width = Math.min(MAX_WIDTH_PIXELS, prefWidth(-1));
        double height = prefHeight(width);
        double x = model.crosshair().x() + OFFSET_PIXELS;
        double y = model.crosshair().y() + OFFSET_PIXELS;
        if (x + width > model.view().width()) {
            x = Math.max(0, model.crosshair().x() - OFFSET_PIXELS - width);
        }
        if (y + height > model.plotHeight()) {
            y = Math.max(0, model.crosshair().y() - OFFSET_PIXELS - height);
        }
        resizeRelocate(Math.rint(x), Math.rint(y), Math.ceil(width), Math.ceil(height));
    }

    private static String text(Signal signal, PriceText prices) {
        return signal.type().replace('_', ' ') + "  " + TimeText.time(signal.candleMillis()) + " at "
                + prices.price(signal.price()) + "\n" + signal.reason() + "\n"
                + "Entry " + signal.entryHint() + " · Stop " + signal.stopHint();
    }
}
