package in.sauda.app.chart;

import in.sauda.core.candles.Candle;
import javafx.scene.canvas.GraphicsContext;

/// A small mark at the foot of every bar that is not simply made from ticks or read from history: a hollow square for
/// an incomplete one, a full square for one that history patched, a diamond for one that was revised, a triangle for a
/// spike. Shapes tell them apart, and the legend says it in words.
///
/// Left out when bars are narrower than the marks.
final class OriginRenderer extends LayerRenderer {
    private static final double SIZE = 5;
    private static final double FOOT = 3;
    private static final int MARKED = Candle.PARTIAL | Candle.PATCHED | Candle.REVISED | Candle.SPIKE;

    OriginRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        if (model.dense() || model.view().barWidth() < SIZE) {
            return;
        }
        int end = Math.min(model.view().endVisible(), model.bars().size());
        for (int bar = model.view().firstVisible(); bar < end; bar++) {
            int flags = model.bars().flags(bar);
            if ((flags & MARKED) != 0) {
                mark(graphics, flags, model.view().centre(bar));
            }
        }
    }

    private void mark(GraphicsContext graphics, int flags, double centre) {
        ChartTheme theme = model().theme();
        double left = centre - SIZE / 2;
        double top = model().plotHeight() - SIZE - FOOT;
        graphics.setLineWidth(1);
        graphics.setFill(theme.signal());
        graphics.setStroke(theme.signal());
        if ((flags & Candle.PARTIAL) != 0) {
            graphics.strokeRect(left + 0.5, top + 0.5, SIZE - 1, SIZE - 1);
        } else if ((flags & Candle.PATCHED) != 0) {
            graphics.fillRect(left, top, SIZE, SIZE);
        } else if ((flags & Candle.REVISED) != 0) {
            polygon(graphics, centre, left, left + SIZE, top, top + SIZE);
        }
        if ((flags & Candle.SPIKE) != 0) {
            double above = top - SIZE - 1;
            graphics.setFill(theme.vwap());
            graphics.fillPolygon(
                    new double[] {left, left + SIZE, centre}, new double[] {above + SIZE, above + SIZE, above}, 3);
        }
    }

    private static void polygon(
            GraphicsContext graphics, double centre, double left, double right, double top, double bottom) {
        double middle = (top + bottom) / 2;
        graphics.fillPolygon(new double[] {left, centre, right, centre}, new double[] {middle, top, middle, bottom}, 4);
    }
}
