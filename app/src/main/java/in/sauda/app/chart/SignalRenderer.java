package in.sauda.app.chart;

import javafx.scene.canvas.GraphicsContext;

/// A triangle under the bar of a long signal, above the bar of a short one.
final class SignalRenderer extends LayerRenderer {
    private final double[] xs = new double[3];
    private final double[] ys = new double[3];

    SignalRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        SignalMarks marks = model.marks();
        int from = model.view().firstVisible();
        int to = model.view().endVisible();
        graphics.setFill(model.theme().signal());
        for (int mark = 0; mark < marks.count(); mark++) {
            if (marks.bar(mark) >= from && marks.bar(mark) < to) {
                paintMark(graphics, mark);
            }
        }
    }

    private void paintMark(GraphicsContext graphics, int mark) {
        SignalMarks marks = model().marks();
        double half = SignalMarks.SIZE_PIXELS / 2;
        double tip = marks.tipY(mark, model());
        double base = marks.isShort(mark) ? tip - SignalMarks.SIZE_PIXELS : tip + SignalMarks.SIZE_PIXELS;
        if (tip < 0 || tip > model().priceHeight()) {
            return;
        }
        double x = model().grid().floor(model().view().centre(marks.bar(mark)))
                + model().grid().line() / 2;
        xs[0] = x;
        xs[1] = x - half;
        xs[2] = x + half;
        ys[0] = tip;
        ys[1] = base;
        ys[2] = base;
        graphics.fillPolygon(xs, ys, 3);
    }
}
