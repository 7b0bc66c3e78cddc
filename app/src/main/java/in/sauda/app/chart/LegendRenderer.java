package in.sauda.app.chart;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.domain.IndianNumbers;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Open, high, low, close, change, volume and VWAP of the hovered bar, else of the newest one, at the top left.
///
/// Texts are made again only when a value changed. Owned by the JavaFX thread.
final class LegendRenderer extends LayerRenderer {
    private static final double LEFT_PIXELS = 8;
    private static final double TOP_PIXELS = 7;
    private static final double LINE_PIXELS = 16;
    private static final double GAP_PIXELS = 10;
    private static final double NAME_GAP_PIXELS = 4;
    /// Room around a value on the plate that keeps it legible over candles.
    private static final double PLATE_PIXELS = 2;
    private static final String[] NAMES = {"O", "H", "L", "C", "", "Vol", "VWAP"};
    private static final int CHANGE = 4;
    private static final int VOLUME = 5;
    private static final int VWAP = 6;

    private final String[] values = new String[NAMES.length];
    private final long[] known = new long[NAMES.length];
    private boolean stale = true;
    private PriceText knownText;

    LegendRenderer(ChartModel model) {
        super(model);
        knownText = model.priceText();
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        int bar = model.crosshair().bar(model);
        update(bar);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.TOP);
        Color plate = model.theme().plate();
        double x = LEFT_PIXELS;
        double y = TOP_PIXELS;
        for (int item = 0; item < NAMES.length; item++) {
            if (values[item].isEmpty()) {
                continue;
            }
            double width = width(item);
            if (x > LEFT_PIXELS && x + width > model.view().width() - LEFT_PIXELS) {
                x = LEFT_PIXELS;
                y += LINE_PIXELS;
            }
            graphics.setFill(plate);
            graphics.fillRect(x - PLATE_PIXELS, y - PLATE_PIXELS, width + 2 * PLATE_PIXELS, LINE_PIXELS);
            paintItem(graphics, item, x, y, bar);
            x += width + GAP_PIXELS;
        }
    }

    private void paintItem(GraphicsContext graphics, int item, double x, double y, int bar) {
        ChartTheme theme = model().theme();
        double valueX = x;
        if (!NAMES[item].isEmpty()) {
            graphics.setFont(model().font());
            graphics.setFill(theme.mutedText());
            graphics.fillText(NAMES[item], x, y);
            valueX = x + model().widths().of(NAMES[item]) + NAME_GAP_PIXELS;
        }
        graphics.setFont(model().boldFont());
        graphics.setFill(color(item, bar));
        graphics.fillText(values[item], valueX, y);
    }

    private Color color(int item, int bar) {
        ChartTheme theme = model().theme();
        if (item == VWAP) {
            return theme.vwap();
        }
        if (item == VOLUME) {
            return theme.text();
        }
        return model().rising(bar) ? theme.up() : theme.down();
    }

    private double width(int item) {
        double name = NAMES[item].isEmpty() ? 0 : model().widths().of(NAMES[item]) + NAME_GAP_PIXELS;
        return name + model().widths().of(values[item]);
    }

    private void update(int bar) {
        ChartModel model = model();
        BarSeries series = model.bars();
        PriceText text = model.priceText();
        if (knownText != text) {
            stale = true;
            knownText = text;
        }
        long base = bar > 0 ? series.close(bar - 1) : series.open(bar);
        double vwap = series.vwap(bar);
        price(0, series.open(bar));
        price(1, series.high(bar));
        price(2, series.low(bar));
        price(3, series.close(bar));
        change(series.close(bar), base);
        volume(model.volumeVisible() ? series.volume(bar) : -1);
        vwap(Double.isNaN(vwap) ? Long.MIN_VALUE : FixedPoint.fromRupees(vwap, series.priceDecimals()));
        stale = false;
    }

    private void price(int item, long value) {
        if (changed(item, value)) {
            values[item] = model().priceText().price(value);
        }
    }

    private void change(long close, long base) {
        if (changed(CHANGE, close * 31 + base)) {
            String percent = base == 0 ? "" : " (" + IndianNumbers.percent((close - base) * 100.0 / base) + ")";
            values[CHANGE] = model().priceText().signed(close - base) + percent;
        }
    }

    private void volume(long value) {
        if (changed(VOLUME, value)) {
            values[VOLUME] = value < 0 ? "" : IndianNumbers.compact(value);
        }
    }

    private void vwap(long value) {
        if (changed(VWAP, value)) {
            values[VWAP] = value == Long.MIN_VALUE ? "" : model().priceText().price(value);
        }
    }

    private boolean changed(int item, long value) {
        boolean changed = stale || known[item] != value;
        known[item] = value;
        return changed;
    }
}
