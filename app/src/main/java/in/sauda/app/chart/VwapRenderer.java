package in.sauda.app.chart;

import in.sauda.core.domain.FixedPoint;
import javafx.scene.canvas.GraphicsContext;

/// The session's volume-weighted average price: a line that breaks between sessions and where it is undefined.
///
/// Left out when a session is only a few pixels wide, where a line that restarts every session says nothing.
final class VwapRenderer extends LayerRenderer {
    private static final double MIN_SESSION_PIXELS = 12;
    private static final double LINE_WIDTH = 1.4;

    private final PolylineBrush brush = new PolylineBrush();

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

    private void paintSession(GraphicsContext graphics, int from, int to) {
        ChartModel model = model();
        double scale = FixedPoint.scale(model.bars().priceDecimals());
        brush.stroke(
                graphics,
                model,
                from,
                to,
                model.bars()::vwap,
                vwap -> model.priceScale().y(vwap * scale));
    }
}
