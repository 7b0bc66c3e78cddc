package in.sauda.app.chart;

import in.sauda.core.domain.IndianNumbers;
import io.fair_acc.chartfx.ui.geometry.Side;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Prices at the right, with the tags of the last price, the countdown and the crosshair.
final class PriceAxis extends CanvasAxis {
    private static final double LABEL_LEFT_PIXELS = 8;
    private static final double MIN_WIDTH_PIXELS = 72;
    private static final double TAG_HEIGHT_PIXELS = 17;
    private static final double LABEL_HEIGHT_PIXELS = 14;

    private double widthPixels = MIN_WIDTH_PIXELS;
    private long lastPrice = Long.MIN_VALUE;
    private PriceText lastPriceText;
    private String lastLabel = "";

    PriceAxis(ChartModel model) {
        super(model, Side.RIGHT);
        lastPriceText = model.priceText();
    }

    @Override
    public double getDisplayPosition(double price) {
        return model().priceScale().y(price);
    }

    @Override
    public double getValueForDisplay(double position) {
        return model().priceScale().priceAt(position);
    }

    @Override
    protected double computePrefWidth(double height) {
        return widthPixels;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 100;
    }

    /// Makes room for the widest label; the width only changes with the number of digits.
    void fitWidth() {
        double wanted = MIN_WIDTH_PIXELS;
        PriceTicks ticks = model().priceTicks();
        for (int tick = 0; tick < ticks.count(); tick++) {
            wanted = Math.max(wanted, model().widths().of(ticks.label(tick)) + 2 * LABEL_LEFT_PIXELS);
        }
        wanted = Math.ceil(wanted);
        if (wanted > widthPixels || wanted < widthPixels - LABEL_LEFT_PIXELS) {
            widthPixels = wanted;
            requestLayout();
        }
    }

    @Override
    void paint(GraphicsContext graphics, double width, double height) {
        ChartModel model = model();
        graphics.setFill(model.theme().sessionLine());
        graphics.fillRect(0, 0, model.grid().line(), height);
        double lastY = tagY(model.bars().close(model.lastBar()));
        boolean counting = !model.countdownText().isEmpty();
        double lastBottom = lastY + (counting ? 2 : 1) * TAG_HEIGHT_PIXELS;
        paintLabels(graphics, lastY, lastBottom);
        paintVolumeLabel(graphics);
        paintLastPrice(graphics, width, lastY, counting);
        if (model.crosshair().visible() && model.crosshair().y() <= model.priceHeight()) {
            paintCrosshair(graphics, width);
        }
    }

    private void paintLabels(GraphicsContext graphics, double reservedTop, double reservedBottom) {
        ChartModel model = model();
        graphics.setFont(model.font());
        graphics.setFill(model.theme().mutedText());
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        PriceTicks ticks = model.priceTicks();
        for (int tick = 0; tick < ticks.count(); tick++) {
            double y = model.priceScale().y(ticks.price(tick));
            double half = LABEL_HEIGHT_PIXELS / 2;
            boolean free = y + half < reservedTop || y - half > reservedBottom;
            if (free && y >= half && y <= model.priceHeight() - half) {
                graphics.fillText(ticks.label(tick), LABEL_LEFT_PIXELS, y);
            }
        }
    }

    private void paintVolumeLabel(GraphicsContext graphics) {
        ChartModel model = model();
        if (model.volumeVisible()) {
            graphics.setTextBaseline(VPos.TOP);
            graphics.fillText(IndianNumbers.compact(model.volumeMaximum()), LABEL_LEFT_PIXELS, model.priceHeight() + 5);
        }
    }

    private void paintLastPrice(GraphicsContext graphics, double width, double y, boolean counting) {
        ChartModel model = model();
        int last = model.lastBar();
        Color color = model.rising(last) ? model.theme().up() : model.theme().down();
        Box box = new Box(1, y, width - 1, TAG_HEIGHT_PIXELS);
        tag(
                graphics,
                lastLabel(model.bars().close(last)),
                box,
                color,
                model.theme().onCandle());
        if (counting) {
            Box below = new Box(1, y + TAG_HEIGHT_PIXELS, width - 1, TAG_HEIGHT_PIXELS);
            Color fill = model.theme().background().interpolate(color, 0.22);
            tag(graphics, model.countdownText(), below, fill, model.theme().text());
        }
    }

    private String lastLabel(long price) {
        if (price != lastPrice || lastPriceText != model().priceText()) {
            lastPrice = price;
            lastPriceText = model().priceText();
            lastLabel = lastPriceText.price(price);
        }
        return lastLabel;
    }

    private void paintCrosshair(GraphicsContext graphics, double width) {
        ChartModel model = model();
        double y = model.crosshair().y();
        String text =
                model.priceText().price(model.tradablePrice(model.priceScale().priceAt(y)));
        Box box = new Box(1, top(y), width - 1, TAG_HEIGHT_PIXELS);
        tag(graphics, text, box, model.theme().tag(), model.theme().tagText());
    }

    private double tagY(long price) {
        return top(model().priceScale().y(price));
    }

    private double top(double y) {
        double highest = Math.max(0, model().priceHeight() - TAG_HEIGHT_PIXELS);
        return Math.clamp(Math.floor(y - TAG_HEIGHT_PIXELS / 2), 0, highest);
    }
}
