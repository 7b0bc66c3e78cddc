package in.sauda.app.chart;

import javafx.scene.canvas.GraphicsContext;

/// Dotted line at the last price in the colour of the last candle; its tag is on the price axis.
final class LastPriceRenderer extends LayerRenderer {
    private static final double DOT_PIXELS = 2;
    private static final double PITCH_PIXELS = 5;

    LastPriceRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        int last = model.lastBar();
        double y = model.grid().floor(model.priceScale().y(model.bars().close(last)));
        if (y < 0 || y > model.priceHeight()) {
            return;
        }
        graphics.setFill(model.rising(last) ? model.theme().up() : model.theme().down());
        for (double x = 0; x < model.view().width(); x += PITCH_PIXELS) {
            graphics.fillRect(x, y, DOT_PIXELS, model.grid().line());
        }
    }
}
