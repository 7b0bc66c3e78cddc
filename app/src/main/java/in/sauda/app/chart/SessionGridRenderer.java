package in.sauda.app.chart;

import javafx.scene.canvas.GraphicsContext;

/// Lines at round prices and times, stronger ones where a session starts.
final class SessionGridRenderer extends LayerRenderer {
    SessionGridRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        double line = model.grid().line();
        graphics.setFill(model.theme().grid());
        PriceTicks prices = model.priceTicks();
        for (int tick = 0; tick < prices.count(); tick++) {
            double y = model.grid().floor(model.priceScale().y(prices.price(tick)));
            graphics.fillRect(0, y, model.view().width(), line);
        }
        verticals(graphics, false);
        graphics.setFill(model.theme().sessionLine());
        verticals(graphics, true);
        if (model.volumeVisible()) {
            graphics.fillRect(
                    0, model.grid().floor(model.priceHeight()), model.view().width(), line);
        }
    }

    private void verticals(GraphicsContext graphics, boolean sessionStarts) {
        ChartModel model = model();
        TimeTicks times = model.timeTicks();
        for (int tick = 0; tick < times.count(); tick++) {
            if (times.sessionStart(tick) == sessionStarts) {
                double position = sessionStarts
                        ? model.view().x(times.bar(tick))
                        : model.view().centre(times.bar(tick));
                graphics.fillRect(model.grid().floor(position), 0, model.grid().line(), model.plotHeight());
            }
        }
    }
}
