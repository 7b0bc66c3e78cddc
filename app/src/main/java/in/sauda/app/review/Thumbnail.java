package in.sauda.app.review;

import in.sauda.app.chart.ChartTheme;
import in.sauda.core.candles.Candle;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// The candles around a signal, small: fifteen minutes before it to twenty after.
final class Thumbnail {
    static final double WIDTH = 300;
    static final double HEIGHT = 130;

    private static final long BEFORE_MILLIS = 15 * 60_000L;
    private static final long AFTER_MILLIS = 20 * 60_000L;
    private static final double GAP = 2;
    private static final double PADDING = 6;

    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

    Canvas node() {
        return canvas;
    }

    /// @param signalMillis start of the candle that signalled
    void draw(List<Candle> candles, long signalMillis, ChartTheme theme) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.setFill(theme.background());
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        List<Candle> near = candles.stream()
                .filter(candle -> candle.startMillis() >= signalMillis - BEFORE_MILLIS
                        && candle.startMillis() <= signalMillis + AFTER_MILLIS)
                .toList();
        if (near.isEmpty()) {
            return;
        }
        long low = near.stream().mapToLong(Candle::low).min().orElse(0);
        long high = near.stream().mapToLong(Candle::high).max().orElse(1);
        double slot = WIDTH / (1 + (BEFORE_MILLIS + AFTER_MILLIS) / 60_000.0);
        double scale = (HEIGHT - 2 * PADDING) / Math.max(1, high - low);
        for (Candle candle : near) {
            double x = (candle.startMillis() - signalMillis + BEFORE_MILLIS) / 60_000.0 * slot;
            if (candle.startMillis() == signalMillis) {
                graphics.setFill(theme.signal().deriveColor(0, 1, 1, 0.25));
                graphics.fillRect(x, 0, slot, HEIGHT);
            }
            candle(graphics, candle, x, slot, high, scale, theme);
        }
    }

    private static void candle(
            GraphicsContext graphics, Candle candle, double x, double slot, long high, double scale, ChartTheme theme) {
        Color color = candle.close() >= candle.open() ? theme.up() : theme.down();
        graphics.setFill(color);
        double middle = x + slot / 2;
        graphics.fillRect(
                middle - 0.5,
                PADDING + (high - candle.high()) * scale,
                1,
                Math.max(1, (candle.high() - candle.low()) * scale));
        double top = PADDING + (high - Math.max(candle.open(), candle.close())) * scale;
        double body = Math.max(1, Math.abs(candle.open() - candle.close()) * scale);
        graphics.fillRect(x + GAP / 2, top, slot - GAP, body);
    }

    void clear(@Nullable ChartTheme theme) {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, WIDTH, HEIGHT);
        if (theme != null) {
            graphics.setFill(theme.background());
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
        }
    }
}
