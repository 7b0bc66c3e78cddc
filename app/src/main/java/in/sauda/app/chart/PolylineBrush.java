package in.sauda.app.chart;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;

/// Strokes one line over the visible bars, broken where it is undefined, with at most a point per pixel column.
final class PolylineBrush {
    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int points;

    /// One line of a study, as far as it is visible.
    void stroke(GraphicsContext graphics, ChartModel model, StudyLines lines, int line, DoubleUnaryOperator y) {
        int from = Math.max(0, model.view().firstVisible() - 1);
        int to = Math.min(model.view().endVisible() + 1, lines.size());
        stroke(graphics, model, from, to, bar -> lines.value(line, bar), y);
    }

    /// @param from first bar
    /// @param to bar after the last one
    /// @param value of a bar, NaN where there is none
    /// @param y pixel of a value
    void stroke(
            GraphicsContext graphics,
            ChartModel model,
            int from,
            int to,
            IntToDoubleFunction value,
            DoubleUnaryOperator y) {
        int stride =
                Math.max(1, (int) Math.floor(model.grid().line() / model.view().barWidth()));
        points = 0;
        for (int bar = from; bar < to; bar += stride) {
            double known = value.applyAsDouble(bar);
            if (Double.isNaN(known)) {
                flush(graphics);
            } else {
                add(model.view().centre(bar), y.applyAsDouble(known));
            }
        }
        flush(graphics);
    }

    private void add(double x, double y) {
        if (points == xs.length) {
            xs = Arrays.copyOf(xs, points * 2);
            ys = Arrays.copyOf(ys, points * 2);
        }
        xs[points] = x;
        ys[points++] = y;
    }

    private void flush(GraphicsContext graphics) {
        if (points > 1) {
            graphics.strokePolyline(xs, ys, points);
        }
        points = 0;
    }
}
