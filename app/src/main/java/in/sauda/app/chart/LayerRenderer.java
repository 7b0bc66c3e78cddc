package in.sauda.app.chart;

import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.renderer.spi.AbstractRenderer;
import javafx.scene.canvas.GraphicsContext;

/// A ChartFX renderer that draws one layer from the model instead of from ChartFX data sets, which would copy the whole
/// history on every tick.
abstract class LayerRenderer extends AbstractRenderer<LayerRenderer> {
    private final ChartModel model;

    LayerRenderer(ChartModel model) {
        this.model = model;
    }

    final ChartModel model() {
        return model;
    }

    @Override
    public final void render() {
        if (model.hasBars()) {
            paint(getChart().getCanvas().getGraphicsContext2D());
        }
    }

    /// Draws the layer; the model has at least one bar and is prepared for the size of the canvas.
    abstract void paint(GraphicsContext graphics);

    /// Ranges come from the view and the visible bars, not from data sets.
    @Override
    public final void updateAxisRange(Axis axis, AxisRange range) {}

    @Override
    protected final LayerRenderer getThis() {
        return this;
    }
}
