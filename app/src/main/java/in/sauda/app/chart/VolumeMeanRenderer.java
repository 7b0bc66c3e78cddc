package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.domain.IndianNumbers;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Mean volume of the last twenty bars, the base of relative volume, as a line over the volume bars with its legend.
///
/// Left out when bars are narrower than a pixel. Owned by the JavaFX thread.
final class VolumeMeanRenderer extends LayerRenderer {
    static final int BARS = 20;
    private static final double LINE_WIDTH = 1.2;
    private static final double LEFT_PIXELS = 8;
    private static final double TOP_PIXELS = 5;
    private static final double GAP_PIXELS = 8;

    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private long shownMean = -1;
    private String legend = "";

    VolumeMeanRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        if (!model.volumeVisible()) {
            return;
        }
        if (!model.dense() && model.volumeMaximum() > 0) {
            paintLine(graphics);
        }
        graphics.setFont(model.font());
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.TOP);
        graphics.setFill(model.theme().mutedText());
        double y = model.priceHeight() + TOP_PIXELS;
        graphics.fillText("Volume", LEFT_PIXELS, y);
        graphics.setFill(model.theme().volumeMean());
        graphics.fillText(legend(), LEFT_PIXELS + model.widths().of("Volume") + GAP_PIXELS, y);
    }

    private void paintLine(GraphicsContext graphics) {
        ChartModel model = model();
        int from = Math.max(BARS - 1, model.view().firstVisible() - 1);
        int to = Math.min(model.view().barCount(), model.view().endVisible() + 1);
        int points = 0;
        ensureCapacity(to - from);
        double sum = to > from ? sum(model.bars(), from) : 0;
        for (int bar = from; bar < to; bar++) {
            if (bar > from) {
                sum += traded(model.bars(), bar) - traded(model.bars(), bar - BARS);
            }
            xs[points] = model.view().centre(bar);
            ys[points++] = model.volumeY(sum / BARS);
        }
        if (points > 1) {
            graphics.setStroke(model.theme().volumeMean());
            graphics.setLineWidth(LINE_WIDTH);
            graphics.strokePolyline(xs, ys, points);
        }
    }

    private String legend() {
        ChartModel model = model();
        int bar = model.crosshair().bar(model);
        long mean = bar < BARS - 1 ? -1 : Math.round(sum(model.bars(), bar) / BARS);
        if (mean != shownMean) {
            shownMean = mean;
            legend = mean < 0 ? "" : "mean " + BARS + ": " + IndianNumbers.compact(mean);
        }
        return legend;
    }

    private static double sum(BarSeries series, int lastBar) {
        double sum = 0;
        for (int bar = lastBar - BARS + 1; bar <= lastBar; bar++) {
            sum += traded(series, bar);
        }
        return sum;
    }

    private static double traded(BarSeries series, int bar) {
        return Math.max(0, series.volume(bar));
    }

    private void ensureCapacity(int points) {
        if (xs.length < points) {
            xs = new double[points + points / 4];
            ys = new double[points + points / 4];
        }
    }
}
