package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// Candles: rising ones hollow, falling ones filled, the forming one tinted on a band. With more bars than pixel
/// columns, one line per column from lowest low to highest high.
///
/// Everything is an axis-aligned rectangle on device pixels: crisp, and many times cheaper to fill than to stroke
/// anti-aliased on the software pipeline. One pass per colour, so paint changes are few.
final class CandleRenderer extends LayerRenderer {
    private enum Part {
        WICK,
        BODY,
        INTERIOR
    }

    private static final double BODY_SHARE = 0.72;
    private static final double FORMING_TINT = 0.35;
    private static final double FORMING_BAND = 0.08;

    private final CandleShape shape = new CandleShape();

    CandleRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        if (model().dense()) {
            paintColumns(graphics, true);
            paintColumns(graphics, false);
        } else {
            paintCandles(graphics);
        }
    }

    private void paintColumns(GraphicsContext graphics, boolean rising) {
        ChartModel model = model();
        BarColumns columns = model.columns();
        double pitch = model.grid().line();
        graphics.setFill(rising ? model.theme().up() : model.theme().down());
        for (int column = 0; column < columns.count(); column++) {
            if (columns.filled(column) && columns.rising(column) == rising) {
                double top = model.grid().floor(model.priceScale().y(columns.high(column)));
                double bottom = model.grid().floor(model.priceScale().y(columns.low(column)));
                clippedRect(graphics, column * pitch, top, pitch, bottom - top + pitch);
            }
        }
    }

    private void paintCandles(GraphicsContext graphics) {
        ChartModel model = model();
        ChartTheme theme = model.theme();
        shape.fit(model.view().barWidth(), BODY_SHARE, model.grid());
        int from = model.view().firstVisible();
        int to = model.view().endVisible();
        boolean formingVisible = to > from && model.forming(to - 1);
        int closedEnd = formingVisible ? to - 1 : to;
        boolean thin = shape.isLine();
        paintPart(graphics, from, closedEnd, true, Part.WICK, thin ? theme.wickUp() : theme.up());
        paintPart(graphics, from, closedEnd, true, Part.BODY, theme.up());
        paintPart(graphics, from, closedEnd, false, Part.WICK, thin ? theme.wickDown() : theme.down());
        paintPart(graphics, from, closedEnd, false, Part.BODY, theme.down());
        if (shape.canBeHollow()) {
            paintPart(graphics, from, closedEnd, true, Part.INTERIOR, theme.background());
        }
        if (formingVisible) {
            paintForming(graphics, to - 1);
        }
    }

    private void paintPart(GraphicsContext graphics, int from, int to, boolean rising, Part part, Color color) {
        graphics.setFill(color);
        for (int bar = from; bar < to; bar++) {
            if (model().rising(bar) == rising) {
                paintPart(graphics, bar, part);
            }
        }
    }

    private void paintPart(GraphicsContext graphics, int bar, Part part) {
        BarSeries series = model().bars();
        double line = model().grid().line();
        double centre = model().view().centre(bar);
        switch (part) {
            case WICK -> {
                double top = y(series.high(bar));
                clippedRect(graphics, shape.wickLeft(centre), top, line, y(series.low(bar)) - top + line);
            }
            case BODY -> {
                double top = bodyTop(bar);
                clippedRect(graphics, shape.bodyLeft(centre), top, shape.bodyWidth(), bodyBottom(bar) - top + line);
            }
            case INTERIOR -> {
                double top = bodyTop(bar) + line;
                double height = bodyBottom(bar) - top;
                if (height > 0) {
                    clippedRect(graphics, shape.bodyLeft(centre) + line, top, shape.bodyWidth() - 2 * line, height);
                }
            }
        }
    }

    private void paintForming(GraphicsContext graphics, int bar) {
        ChartModel model = model();
        boolean rising = model.rising(bar);
        Color color = rising ? model.theme().up() : model.theme().down();
        double left = model.grid().floor(model.view().x(bar));
        double width =
                Math.max(model.grid().line(), model.grid().floor(model.view().x(bar + 1)) - left);
        graphics.setFill(color.deriveColor(0, 1, 1, FORMING_BAND));
        graphics.fillRect(left, 0, width, model.plotHeight());
        graphics.setFill(color);
        paintPart(graphics, bar, Part.WICK);
        paintPart(graphics, bar, Part.BODY);
        if (shape.canBeHollow()) {
            graphics.setFill(model.theme().background().interpolate(color, FORMING_TINT));
            paintPart(graphics, bar, Part.INTERIOR);
        }
    }

    private double bodyTop(int bar) {
        BarSeries series = model().bars();
        return y(Math.max(series.open(bar), series.close(bar)));
    }

    private double bodyBottom(int bar) {
        BarSeries series = model().bars();
        return y(Math.min(series.open(bar), series.close(bar)));
    }

    private double y(long price) {
        return model().grid().floor(model().priceScale().y(price));
    }

    /// Keeps a manually scaled candle out of the volume pane.
    private void clippedRect(GraphicsContext graphics, double x, double y, double width, double height) {
        double top = Math.max(0, y);
        double bottom = Math.min(model().priceHeight(), y + height);
        if (bottom > top) {
            graphics.fillRect(x, top, width, bottom - top);
        }
    }
}
