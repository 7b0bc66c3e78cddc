package in.sauda.app.chart;

import in.sauda.core.candles.Timeframe;
import io.fair_acc.chartfx.ui.geometry.Side;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// The gapless time axis: its values are bar indices, its labels the India time of the bars.
final class SessionAxis extends CanvasAxis {
    static final double HEIGHT_PIXELS = 24;
    private static final double EDGE_PIXELS = 2;

    private long taggedMillis = Long.MIN_VALUE;
    private String tagText = "";

    SessionAxis(ChartModel model) {
        super(model, Side.BOTTOM);
    }

    @Override
    public double getDisplayPosition(double bar) {
        return model().view().x(bar);
    }

    @Override
    public double getValueForDisplay(double position) {
        return model().view().barAt(position);
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT_PIXELS;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 100;
    }

    @Override
    void paint(GraphicsContext graphics, double width, double height) {
        ChartModel model = model();
        graphics.setFill(model.theme().sessionLine());
        graphics.fillRect(0, 0, width, model.grid().line());
        graphics.setTextBaseline(VPos.CENTER);
        TimeTicks ticks = model.timeTicks();
        for (int tick = 0; tick < ticks.count(); tick++) {
            paintLabel(graphics, ticks, tick, width, height);
        }
        if (model.crosshair().visible()) {
            paintTag(graphics, width, height);
        }
    }

    /// A date stands right of its separator, a time under its bar.
    private void paintLabel(GraphicsContext graphics, TimeTicks ticks, int tick, double width, double height) {
        ChartModel model = model();
        boolean sessionStart = ticks.sessionStart(tick);
        String label = ticks.label(tick);
        double labelWidth = model.widths().of(label);
        double centre = model.view().centre(ticks.bar(tick));
        double left = Math.max(EDGE_PIXELS, centre - labelWidth / 2);
        if (left + labelWidth > width - EDGE_PIXELS) {
            return;
        }
        graphics.setFont(sessionStart ? model.boldFont() : model.font());
        graphics.setFill(sessionStart ? model.theme().text() : model.theme().mutedText());
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(label, left, height / 2);
    }

    private void paintTag(GraphicsContext graphics, double width, double height) {
        ChartModel model = model();
        int bar = model.crosshair().bar(model);
        String text = tagText(bar);
        double tagWidth = tagWidth(text);
        double left = Math.clamp(model.view().centre(bar) - tagWidth / 2, 0, Math.max(0, width - tagWidth));
        Box box = new Box(left, 1, tagWidth, height - 3);
        tag(graphics, text, box, model.theme().tag(), model.theme().tagText());
    }

    private String tagText(int bar) {
        long millis = model().bars().startMillis(bar);
        if (millis != taggedMillis) {
            taggedMillis = millis;
            tagText = model().bars().timeframe() == Timeframe.D1
                    ? TimeText.dateWithYear(millis)
                    : TimeText.date(millis) + " " + TimeText.time(millis);
        }
        return tagText;
    }
}
