package in.sauda.app.chart;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// RSI and MACD in panes of their own below the volume, each on its own scale.
final class StudyPaneRenderer extends LayerRenderer {
    private static final double LINE_WIDTH = 1.2;
    private static final double LEFT_PIXELS = 8;
    private static final double PADDING = 4;
    private static final double LEGEND_PIXELS = 18;
    private static final double RSI_LOW = 30;
    private static final double RSI_HIGH = 70;
    private static final double BODY_SHARE = 0.6;

    private final PolylineBrush brush = new PolylineBrush();

    StudyPaneRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        List<StudyLines> below = model().studies().below();
        for (int i = 0; i < below.size(); i++) {
            double top = model().plotHeight() + i * model().studyHeight();
            paintPane(graphics, below.get(i), top, model().studyHeight());
        }
    }

    private void paintPane(GraphicsContext graphics, StudyLines lines, double top, double height) {
        ChartModel model = model();
        graphics.save();
        graphics.beginPath();
        graphics.rect(0, top, model.view().width(), height);
        graphics.clip();
        graphics.setFill(model.theme().sessionLine());
        graphics.fillRect(
                0, model.grid().floor(top), model.view().width(), model.grid().line());
        if (lines.study() == Study.RSI) {
            paintStrength(graphics, lines, top, height);
        } else {
            paintMacd(graphics, lines, top, height);
        }
        legend(graphics, lines, top);
        graphics.restore();
    }

    private void paintStrength(GraphicsContext graphics, StudyLines lines, double top, double height) {
        DoubleUnaryOperator y = value -> top + PADDING + (100 - value) / 100 * (height - 2 * PADDING);
        level(graphics, y.applyAsDouble(RSI_LOW), "30");
        level(graphics, y.applyAsDouble(RSI_HIGH), "70");
        graphics.setLineWidth(LINE_WIDTH);
        graphics.setStroke(model().theme().study(lines.study().colour()));
        brush.stroke(graphics, model(), lines, 0, y);
    }

    private void paintMacd(GraphicsContext graphics, StudyLines lines, double top, double height) {
        double most = largest(lines);
        double middle = top + LEGEND_PIXELS / 2 + height / 2;
        double scale = (height / 2 - PADDING - LEGEND_PIXELS / 2) / most;
        DoubleUnaryOperator y = value -> middle - value * scale;
        level(graphics, middle, "0");
        histogram(graphics, lines, y, middle);
        graphics.setLineWidth(LINE_WIDTH);
        for (int line = 0; line < 2; line++) {
            Color colour = model().theme().study(lines.study().colour() + line);
            graphics.setStroke(colour);
            brush.stroke(graphics, model(), lines, line, y);
        }
    }

    /// Largest visible value of any line, so that the pane is filled.
    private double largest(StudyLines lines) {
        double most = 1e-6;
        int end = Math.min(model().view().endVisible(), lines.size());
        for (int bar = model().view().firstVisible(); bar < end; bar++) {
            for (int line = 0; line < lines.count(); line++) {
                double value = Math.abs(lines.value(line, bar));
                most = Double.isNaN(value) ? most : Math.max(most, value);
            }
        }
        return most;
    }

    private void histogram(GraphicsContext graphics, StudyLines lines, DoubleUnaryOperator y, double middle) {
        ChartModel model = model();
        double width = Math.max(model.grid().line(), model.view().barWidth() * BODY_SHARE);
        int end = Math.min(model.view().endVisible(), lines.size());
        for (int bar = model.view().firstVisible(); bar < end && !model.dense(); bar++) {
            double value = lines.value(2, bar);
            if (!Double.isNaN(value)) {
                double at = y.applyAsDouble(value);
                graphics.setFill(
                        value >= 0 ? model.theme().volumeUp() : model.theme().volumeDown());
                graphics.fillRect(
                        model.view().centre(bar) - width / 2, Math.min(at, middle), width, Math.abs(at - middle));
            }
        }
    }

    private void level(GraphicsContext graphics, double y, String text) {
        ChartModel model = model();
        graphics.setFill(model.theme().grid());
        graphics.fillRect(
                0, model.grid().floor(y), model.view().width(), model.grid().line());
        graphics.setFont(model.font());
        graphics.setFill(model.theme().mutedText());
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(text, model.view().width() - PADDING, y);
    }

    private void legend(GraphicsContext graphics, StudyLines lines, double top) {
        ChartModel model = model();
        int bar = Math.min(model.crosshair().bar(model), lines.size() - 1);
        graphics.setFont(model.font());
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFill(model.theme().study(lines.study().colour()));
        graphics.fillText(lines.study().title() + "  " + StudyRenderer.values(lines, bar), LEFT_PIXELS, top + PADDING);
    }
}
