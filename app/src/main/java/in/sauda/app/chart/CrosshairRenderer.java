package in.sauda.app.chart;

import javafx.scene.canvas.GraphicsContext;

/// The crosshair's lines: upright through the middle of the hovered bar, level through the pointer.
final class CrosshairRenderer extends LayerRenderer {
    private static final double DASH_PIXELS = 3;
    private static final double PITCH_PIXELS = 6;

    CrosshairRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        Crosshair crosshair = model.crosshair();
        if (!crosshair.visible()) {
            return;
        }
        double line = model.grid().line();
        graphics.setFill(model.theme().crosshair());
        double x = model.grid().floor(model.view().centre(crosshair.bar(model)));
        for (double y = 0; y < model.plotHeight(); y += PITCH_PIXELS) {
            graphics.fillRect(x, y, line, DASH_PIXELS);
        }
        double level = model.grid().floor(crosshair.y());
        for (double dash = 0; dash < model.view().width(); dash += PITCH_PIXELS) {
            graphics.fillRect(dash, level, DASH_PIXELS, line);
        }
    }
}
