package in.sauda.app.chart;

import in.sauda.core.domain.FixedPoint;
import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;

/// The session's volume-weighted average price: a line that breaks between sessions and where it is undefined.
///
/// Left out when a session is only a few pixels wide, where a line that restarts every session says nothing.
final class VwapRenderer extends LayerRenderer {
    private static final double MIN_SESSION_PIXELS = 12;
    private static final double LINE_WIDTH = 1.4;

    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int points;

    VwapRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        if (averageSessionPixels() < MIN_SESSION_PIXELS) {
            return;
        }
        graphics.save();
        graphics.beginPath();
        graphics.rect(0, 0, model.view().width(), model.priceHeight());
        graphics.clip();
        graphics.setStroke(model.theme().vwap());
        graphics.setLineWidth(LINE_WIDTH);
        SessionStarts sessions = model.index().sessions();
        int first = Math.max(0, model.view().firstVisible() - 1);
        int end = Math.min(model.view().endVisible() + 1, model.view().barCount());
        for (int session = Math.max(0, sessions.sessionOf(first));
                session < sessions.count() && sessions.start(session) < end;
                session++) {
            int from = Math.max(first, sessions.start(session));
            paintSession(
                    graphics,
                    from,
                    Math.min(end, sessions.end(session, model.view().barCount())));
        }
        graphics.restore();
    }

    private double averageSessionPixels() {
        ChartModel model = model();
        int sessions = Math.max(1, model.index().sessions().count());
        return model.view().barWidth() * model.view().barCount() / sessions;
    }

    /// At most one point per pixel column.
    private void paintSession(GraphicsContext graphics, int from, int to) {
        ChartModel model = model();
        int stride =
                Math.max(1, (int) Math.floor(model.grid().line() / model.view().barWidth()));
        double scale = FixedPoint.scale(model.bars().priceDecimals());
        points = 0;
        for (int bar = from; bar < to; bar += stride) {
            double vwap = model.bars().vwap(bar);
            if (Double.isNaN(vwap)) {
                flush(graphics);
            } else {
                add(model.view().centre(bar), model.priceScale().y(vwap * scale));
            }
        }
        flush(graphics);
    }

    private void add(double x, double y) {
        if (points == xs.length) {
            xs = Arrays.copyOf(xs, points * 2);
            ys = Arrays.copyOf(ys, points * 2);
        }
        xs[points] = x;
        ys[points++] = y;
    }

    private void flush(GraphicsContext graphics) {
        if (points > 1) {
            graphics.strokePolyline(xs, ys, points);
        }
        points = 0;
    }
}
