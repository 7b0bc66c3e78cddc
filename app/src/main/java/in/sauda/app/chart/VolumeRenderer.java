package in.sauda.app.chart;

import javafx.scene.canvas.GraphicsContext;

/// Volume at the foot of the plot on its own scale; nothing for instruments without volume, such as indices.
final class VolumeRenderer extends LayerRenderer {
    private static final double BODY_SHARE = 0.72;

    private final CandleShape shape = new CandleShape();

    VolumeRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        if (!model.volumeVisible() || model.volumeMaximum() <= 0) {
            return;
        }
        graphics.setFill(model.theme().volumeUp());
        paintBars(graphics, true);
        graphics.setFill(model.theme().volumeDown());
        paintBars(graphics, false);
    }

    private void paintBars(GraphicsContext graphics, boolean rising) {
        ChartModel model = model();
        if (model.dense()) {
            paintColumns(graphics, rising);
            return;
        }
        shape.fit(model.view().barWidth(), BODY_SHARE, model.grid());
        int end = model.view().endVisible();
        for (int bar = model.view().firstVisible(); bar < end; bar++) {
            if (model.rising(bar) == rising) {
                double left = shape.bodyLeft(model.view().centre(bar));
                paintBar(graphics, left, shape.bodyWidth(), model.bars().volume(bar));
            }
        }
    }

    private void paintColumns(GraphicsContext graphics, boolean rising) {
        BarColumns columns = model().columns();
        double pitch = model().grid().line();
        for (int column = 0; column < columns.count(); column++) {
            if (columns.filled(column) && columns.rising(column) == rising) {
                paintBar(graphics, column * pitch, pitch, columns.volume(column));
            }
        }
    }

    private void paintBar(GraphicsContext graphics, double left, double width, long volume) {
        if (volume > 0) {
            double top = model().grid().floor(model().volumeY((double) volume));
            graphics.fillRect(left, top, width, model().plotHeight() - top);
        }
    }
}
