package in.sauda.app.chart;

import in.sauda.core.domain.Side;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// A lettered mark at the price and bar of everything bought or sold: B to the left of its bar, S to the right.
final class FillRenderer extends LayerRenderer {
    private static final double SIZE = 14;
    private static final double ARC = 5;
    private static final double GAP = 2;

    FillRenderer(ChartModel model) {
        super(model);
    }

    @Override
    void paint(GraphicsContext graphics) {
        ChartModel model = model();
        for (FillMark fill : model.fills()) {
            int bar = BarSearch.lastAtOrBefore(
                    model.bars(), model.index().pyramid().size(), fill.millis());
            if (bar >= model.view().firstVisible() && bar < model.view().endVisible()) {
                paintMark(graphics, fill, bar);
            }
        }
    }

    private void paintMark(GraphicsContext graphics, FillMark fill, int bar) {
        ChartModel model = model();
        double y = model.priceScale().y(fill.price());
        if (y < 0 || y > model.priceHeight()) {
            return;
        }
        boolean buy = fill.side() == Side.BUY;
        double centre = model.view().centre(bar);
        double half = model.view().barWidth() / 2;
        double left = buy ? centre - half - SIZE - GAP : centre + half + GAP;
        graphics.setFill(model.theme().text());
        graphics.fillRect(
                Math.min(centre, buy ? left : centre),
                model.grid().floor(y),
                half + GAP,
                model.grid().line());
        graphics.setFill(buy ? model.theme().up() : model.theme().down());
        graphics.fillRoundRect(left, y - SIZE / 2, SIZE, SIZE, ARC, ARC);
        graphics.setFill(model.theme().onCandle());
        graphics.setFont(model.boldFont());
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(buy ? "B" : "S", left + SIZE / 2, y);
    }
}
