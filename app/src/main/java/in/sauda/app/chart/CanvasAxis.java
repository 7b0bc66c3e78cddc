package in.sauda.app.chart;

import io.fair_acc.chartfx.axes.AxisTransform;
import io.fair_acc.chartfx.axes.LogAxisType;
import io.fair_acc.chartfx.axes.spi.AbstractAxis;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// A ChartFX axis that keeps only its place in the layout and its canvas: range, ticks and labels come from the model,
/// because ChartFX's own tick machinery measures text nodes on every change of range.
abstract class CanvasAxis extends AbstractAxis {
    private static final double TAG_PADDING_PIXELS = 5;

    private final ChartModel model;

    CanvasAxis(ChartModel model, Side side) {
        this.model = model;
        setSide(side);
        setAutoRanging(false);
        setAnimated(false);
        setAxisPadding(0);
        // Only the canvas stays: ChartFX's style nodes look up colours of its own stylesheet, which is switched off.
        getStyleClass().clear();
        getChildren().retainAll(getCanvas());
        getCanvas().setCache(false);
    }

    final ChartModel model() {
        return model;
    }

    abstract void paint(GraphicsContext graphics, double width, double height);

    @Override
    public final void drawAxis() {
        drawAxis(getCanvas().getGraphicsContext2D(), getWidth(), getHeight());
        state.clear();
    }

    @Override
    public final void drawAxis(GraphicsContext graphics, double width, double height) {
        graphics.setFill(model.theme().background());
        graphics.fillRect(0, 0, width, height);
        if (model.hasBars()) {
            paint(graphics, width, height);
        }
    }

    /// A filled label, e.g. the last price.
    final void tag(GraphicsContext graphics, String text, Box box, Color fill, Color textColor) {
        graphics.setFill(fill);
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        graphics.setFill(textColor);
        graphics.setFont(model.boldFont());
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(text, box.x() + box.width() / 2, box.y() + box.height() / 2);
    }

    final double tagWidth(String text) {
        return model.widths().of(text) + 2 * TAG_PADDING_PIXELS;
    }

    /// Where a tag goes, in pixels of the axis.
    record Box(double x, double y, double width, double height) {}

    @Override
    public final @Nullable String getUserAgentStylesheet() {
        return null;
    }

    @Override
    protected final void layoutChildren() {
        getCanvas().resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    public final double computePreferredTickUnit(double axisLength) {
        return 1;
    }

    @Override
    protected final AxisRange autoRange(double minimum, double maximum, double length, double labelSize) {
        return getUserRange();
    }

    @Override
    protected final AxisRange computeRange(double minimum, double maximum, double length, double labelSize) {
        return getUserRange();
    }

    @Override
    protected final void calculateMajorTickValues(AxisRange range, DoubleArrayList values) {
        values.clear();
    }

    @Override
    protected final void calculateMinorTickValues(DoubleArrayList values) {
        values.clear();
    }

    @Override
    public final AxisTransform getAxisTransform() {
        throw new UnsupportedOperationException("only logarithmic ChartFX axes have a transform");
    }

    @Override
    public final LogAxisType getLogAxisType() {
        return LogAxisType.LINEAR_SCALE;
    }

    @Override
    public final boolean isLogAxis() {
        return false;
    }

    @Override
    public final boolean isValueOnAxis(double value) {
        double position = getDisplayPosition(value);
        double length = Objects.requireNonNull(getSide()).isVertical() ? getHeight() : getWidth();
        return position >= 0 && position <= length;
    }
}
