package in.sauda.bench.chart;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;

/// A chart whose user pans without a pause.
final class PannedSubject implements FrameSubject {
    private static final double STEP_PIXELS = 7;
    private static final int FRAMES_ONE_WAY = 60;
    private static final double POINTER_X = 400;
    private static final double POINTER_Y = 300;

    private final FrameSubject chart;
    private int frames;

    PannedSubject(FrameSubject chart) {
        this.chart = chart;
    }

    @Override
    public Parent node() {
        return chart.node();
    }

    @Override
    public void frame(long nanos) {
        Node target = chart.node().lookup(".candle-chart");
        boolean back = frames++ / FRAMES_ONE_WAY % 2 == 1;
        target.fireEvent(wheel(target, back ? -STEP_PIXELS : STEP_PIXELS));
        chart.frame(nanos);
    }

    private static ScrollEvent wheel(Node target, double deltaX) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                POINTER_X,
                POINTER_Y,
                POINTER_X,
                POINTER_Y,
                true,
                false,
                false,
                false,
                true,
                false,
                deltaX,
                0,
                deltaX,
                0,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(target, POINTER_X, POINTER_Y));
    }

    @Override
    public void close() {
        chart.close();
    }
}
