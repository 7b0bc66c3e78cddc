package in.sauda.app.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.renderer.Renderer;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.events.ChartBits;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The ChartFX chart as our canvas: its layout, its axes' places and its one redraw per pulse, with our layers.
///
/// ChartFX's own stylesheet, tool bar, legend, grid and data sets are switched off: the stylesheet fights dark themes,
/// the tool bar slides over the candles, and data sets are scanned whole on every change.
final class CandleChart extends XYChart {
    private final ChartModel model;
    private final Runnable resized;
    private final SessionAxis timeAxis;
    private final PriceAxis priceAxis;

    /// @param resized told when the canvas got another size and needs a frame
    static CandleChart of(ChartModel model, Runnable resized) {
        return new CandleChart(model, resized, new SessionAxis(model), new PriceAxis(model));
    }

    private CandleChart(ChartModel model, Runnable resized, SessionAxis timeAxis, PriceAxis priceAxis) {
        super(timeAxis, priceAxis);
        this.resized = resized;
        this.model = model;
        this.timeAxis = timeAxis;
        this.priceAxis = priceAxis;
        priceAxis.setSide(Side.RIGHT);
        setAnimated(false);
        setLegendVisible(false);
        // The names ChartFX uses belong to JavaFX's own charts: every theme pads and borders them.
        getStyleClass().setAll("candle-chart");
        getAxesAndCanvasPane().getStyleClass().clear();
        getPlugins().clear();
        getMenuPane().setTriggerDistance(0);
        getPlotArea().setTriggerDistance(0);
        getMenuPane().setTop(null);
        getToolBar().getChildren().clear();
        StudyRenderer studies = new StudyRenderer(model);
        getRenderers()
                .setAll(
                        new SessionGridRenderer(model),
                        new VolumeRenderer(model),
                        new VolumeMeanRenderer(model),
                        new CandleRenderer(model),
                        new VwapRenderer(model),
                        studies,
                        new StudyPaneRenderer(model),
                        new OriginRenderer(model),
                        new FillRenderer(model),
                        new SignalRenderer(model),
                        new LastPriceRenderer(model),
                        new CrosshairRenderer(model),
                        new LegendRenderer(model, studies));
        getCanvas().widthProperty().addListener(observable -> resized());
        getCanvas().heightProperty().addListener(observable -> resized());
    }

    /// Draws a frame now. ChartFX itself would wait for the layout phase of the next pulse, which a snapshot of a scene
    /// never reaches.
    void paint() {
        if (getCanvas().getWidth() > 0 && getCanvas().getHeight() > 0) {
            prepare();
            timeAxis.drawAxis();
            priceAxis.drawAxis();
            redrawCanvas();
        }
    }

    /// True when the point, in pixels of the plot, is over the candles and volume.
    boolean overPlot(double x, double y) {
        return x >= 0 && x < getCanvas().getWidth() && y >= 0 && y < getCanvas().getHeight();
    }

    boolean overPriceAxis(double x, double y) {
        return x >= getCanvas().getWidth() && y >= 0 && y < getCanvas().getHeight();
    }

    boolean overTimeAxis(double x, double y) {
        return x >= 0 && x < getCanvas().getWidth() && y >= getCanvas().getHeight();
    }

    double plotX(MouseEvent event) {
        return getCanvas().sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
    }

    double plotY(MouseEvent event) {
        return getCanvas().sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
    }

    /// Lets go of everything ChartFX registered, so that neither listeners nor threads outlive the pane.
    void dispose() {
        getRenderers().clear();
        getPlugins().clear();
        getAxes().clear();
    }

    @Override
    public @Nullable String getUserAgentStylesheet() {
        return null;
    }

    @Override
    public void updateAxisRange() {
        // The view decides what is visible; there are no data sets to take a range from.
    }

    @Override
    protected void runPostLayout() {
        prepare();
        super.runPostLayout();
    }

    private void prepare() {
        model.prepare(getCanvas().getWidth(), getCanvas().getHeight(), outputScale());
        if (model.hasBars()) {
            priceAxis.fitWidth();
        }
    }

    /// Layout emptied the canvas: ChartFX redraws after it, and where there is no pulse the next frame does.
    private void resized() {
        resized.run();
        fireInvalidated(ChartBits.ChartCanvas);
    }

    @Override
    protected void redrawCanvas() {
        GraphicsContext graphics = getCanvas().getGraphicsContext2D();
        graphics.setFill(model.theme().background());
        graphics.fillRect(0, 0, getCanvas().getWidth(), getCanvas().getHeight());
        for (Renderer renderer : getRenderers()) {
            renderer.render();
        }
    }

    SessionAxis timeAxis() {
        return timeAxis;
    }

    PriceAxis priceAxis() {
        return priceAxis;
    }

    private double outputScale() {
        if (getScene() == null) {
            return 1;
        }
        Window window = getScene().getWindow();
        return window == null ? 1 : window.getRenderScaleX();
    }
}
