package in.sauda.app.chart;

import in.sauda.core.domain.FixedPoint;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// The chosen studies over the candles, with their values at the pointer below the legend.
final class StudyRenderer extends LayerRenderer {
    private static final double LINE_WIDTH = 1.2;
    private static final double LEFT_PIXELS = 8;
    private static final double LINE_PIXELS = 16;
    private static final double GAP_PIXELS = 12;
    private static final double PLATE_PIXELS = 2;

    private final PolylineBrush brush = new PolylineBrush();

    StudyRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        if (model.studies().above().isEmpty()) {
            return;
        }
        graphics.save();
        graphics.beginPath();
        graphics.rect(0, 0, model.view().width(), model.priceHeight());
        graphics.clip();
        graphics.setLineWidth(LINE_WIDTH);
        double scale = FixedPoint.scale(model.bars().priceDecimals());
        for (StudyLines lines : model.studies().above()) {
            for (int line = 0; line < lines.count(); line++) {
                graphics.setStroke(colour(model, lines.study(), line));
                brush.stroke(
                        graphics,
                        model,
                        lines,
                        line,
                        value -> model.priceScale().y(value * scale));
            }
        }
        graphics.restore();
    }

    /// Direction has its own colours; everything else the study's.
    private static Color colour(ChartModel model, Study study, int line) {
        if (study == Study.SUPERTREND) {
            return line == 0 ? model.theme().up() : model.theme().down();
        }
        Color colour = model.theme().study(study.colour());
        boolean outer = (study == Study.VWAP_BANDS && line >= 2) || (study == Study.CPR && line > 0);
        return outer ? colour.deriveColor(0, 1, 1, 0.6) : colour;
    }

    /// Names and values; drawn after the legend of the bar, below it.
    void paintLegend(GraphicsContext graphics, double top) {
        ChartModel model = model();
        int bar = model.crosshair().bar(model);
        double x = LEFT_PIXELS;
        double y = top;
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFont(model.font());
        for (StudyLines lines : model.studies().above()) {
            String text = lines.study().title() + "  " + values(lines, Math.min(bar, lines.size() - 1));
            double width = model.widths().of(text);
            if (x > LEFT_PIXELS && x + width > model.view().width() - LEFT_PIXELS) {
                x = LEFT_PIXELS;
                y += LINE_PIXELS;
            }
            graphics.setFill(model.theme().plate());
            graphics.fillRect(x - PLATE_PIXELS, y - PLATE_PIXELS, width + 2 * PLATE_PIXELS, LINE_PIXELS);
            graphics.setFill(
                    lines.study() == Study.SUPERTREND
                            ? colour(model, lines.study(), Double.isNaN(lines.value(0, bar)) ? 1 : 0)
                            : colour(model, lines.study(), 0));
            graphics.fillText(text, x, y);
            x += width + GAP_PIXELS;
        }
    }

    static String values(StudyLines lines, int bar) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines.count(); line++) {
            double value = lines.value(line, bar);
            if (!Double.isNaN(value)) {
                text.append(text.isEmpty() ? "" : "  ").append(String.format(Locale.ROOT, "%,.2f", value));
            }
        }
        return text.isEmpty() ? "–" : text.toString();
    }
}
