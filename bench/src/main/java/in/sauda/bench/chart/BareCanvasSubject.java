package in.sauda.bench.chart;

import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

/// The least a chart can do: a canvas with one line per pixel column from lowest low to highest high, found by scanning
/// every bar, and nothing else.
final class BareCanvasSubject implements FrameSubject {
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 700;

    private final BenchSeries series;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final Pane pane = new Pane(canvas);

    BareCanvasSubject(int bars) {
        series = new BenchSeries(bars);
    }

    @Override
    public Parent node() {
        return pane;
    }

    @Override
    public void frame(long nanos) {
        series.tick();
        long lowest = Long.MAX_VALUE;
        long highest = Long.MIN_VALUE;
        for (int bar = 0; bar < series.size(); bar++) {
            lowest = Math.min(lowest, series.low(bar));
            highest = Math.max(highest, series.high(bar));
        }
        draw(canvas.getGraphicsContext2D(), lowest, highest);
    }

    private void draw(GraphicsContext graphics, long lowest, long highest) {
        graphics.setFill(Color.BLACK);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setFill(Color.LIGHTGREEN);
        int columns = (int) WIDTH;
        double scale = HEIGHT / (highest - lowest);
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * series.size() / columns);
            int to = Math.max(from + 1, (int) ((long) (column + 1) * series.size() / columns));
            long low = Long.MAX_VALUE;
            long high = Long.MIN_VALUE;
            for (int bar = from; bar < to; bar++) {
                low = Math.min(low, series.low(bar));
                high = Math.max(high, series.high(bar));
            }
            double top = Math.floor((highest - high) * scale);
            graphics.fillRect(column, top, 1, Math.floor((highest - low) * scale) - top + 1);
        }
    }

    @Override
    public void close() {
        pane.getChildren().clear();
    }
}
