package in.sauda.app.chart;

import in.sauda.app.chart.BarLegend.Item;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Open, high, low, close, change, volume, VWAP and origin of the hovered bar, else of the newest one, at the top left.
final class LegendRenderer extends LayerRenderer {
    private static final Item[] ITEMS = Item.values();
    private static final double LEFT_PIXELS = 8;
    private static final double TOP_PIXELS = 7;
    private static final double LINE_PIXELS = 16;
    private static final double GAP_PIXELS = 10;
    private static final double LABEL_GAP_PIXELS = 4;
    /// Room around a value on the plate that keeps it legible over candles.
    private static final double PLATE_PIXELS = 2;

    private final StudyRenderer studies;
    private PriceText prices;
    private BarLegend legend;

    /// @param studies writes their values below
    LegendRenderer(ChartModel model, StudyRenderer studies) {
        super(model);
        this.studies = studies;
        prices = model.priceText();
        legend = new BarLegend(prices);
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        if (prices != model.priceText()) {
            prices = model.priceText();
            legend = new BarLegend(prices);
        }
        int bar = model.crosshair().bar(model);
        legend.update(model.bars(), bar, model.volumeVisible());
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.TOP);
        double bottom = paintItems(graphics, model.rising(bar));
        studies.paintLegend(graphics, bottom);
    }

    /// Fills lines from left to right and starts another where the pane is too narrow.
    private double paintItems(GraphicsContext graphics, boolean rising) {
        double right = model().view().width() - LEFT_PIXELS;
        double x = LEFT_PIXELS;
        double y = TOP_PIXELS;
        for (Item item : ITEMS) {
            if (legend.text(item).isEmpty()) {
                continue;
            }
            double width = labelWidth(item) + model().widths().of(legend.text(item));
            if (x > LEFT_PIXELS && x + width > right) {
                x = LEFT_PIXELS;
                y += LINE_PIXELS;
            }
            paintItem(graphics, item, x, y, width, rising);
            x += width + GAP_PIXELS;
        }
        return y + LINE_PIXELS;
    }

    private void paintItem(GraphicsContext graphics, Item item, double x, double y, double width, boolean rising) {
        ChartTheme theme = model().theme();
        graphics.setFill(theme.plate());
        graphics.fillRect(x - PLATE_PIXELS, y - PLATE_PIXELS, width + 2 * PLATE_PIXELS, LINE_PIXELS);
        if (!item.label().isEmpty()) {
            graphics.setFont(model().font());
            graphics.setFill(theme.mutedText());
            graphics.fillText(item.label(), x, y);
        }
        graphics.setFont(model().boldFont());
        graphics.setFill(color(item, rising));
        graphics.fillText(legend.text(item), x + labelWidth(item), y);
    }

    private double labelWidth(Item item) {
        return item.label().isEmpty() ? 0 : model().widths().of(item.label()) + LABEL_GAP_PIXELS;
    }

    private Color color(Item item, boolean rising) {
        ChartTheme theme = model().theme();
        return switch (item) {
            case VWAP -> theme.vwap();
            case VOLUME -> theme.text();
            case SOURCE -> theme.mutedText();
            case CHANGE -> legend.gained() ? theme.up() : theme.down();
            case OPEN, HIGH, LOW, CLOSE -> rising ? theme.up() : theme.down();
        };
    }
}
