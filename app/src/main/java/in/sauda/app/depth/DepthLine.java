package in.sauda.app.depth;

import in.sauda.app.fx.Nodes;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// One line of the book: orders, quantity and bid on the left, ask, quantity and orders on the right, each half with a
/// bar that grows from the middle.
final class DepthLine extends Region {
    private static final double HEIGHT = 20;
    /// Shares of a half's width: orders, quantity, price.
    private static final double ORDERS = 0.18;

    private static final double QUANTITY = 0.32;

    private final Region bidBar = new Region();
    private final Region askBar = new Region();
    private final Label bidOrders = Nodes.label("", "depth-orders");
    private final Label bidQuantity = Nodes.label("", "depth-quantity");
    private final Label bidPrice = Nodes.label("", "bid-price");
    private final Label askPrice = Nodes.label("", "ask-price");
    private final Label askQuantity = Nodes.label("", "depth-quantity");
    private final Label askOrders = Nodes.label("", "depth-orders");
    private double bidShare;
    private double askShare;

    DepthLine() {
        bidBar.getStyleClass().add("bid-bar");
        askBar.getStyleClass().add("ask-bar");
        getStyleClass().add("depth-line");
        getChildren()
                .setAll(List.of(bidBar, askBar, bidOrders, bidQuantity, bidPrice, askPrice, askQuantity, askOrders));
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    static DepthLine header() {
        DepthLine line = new DepthLine();
        line.getStyleClass().add("depth-header");
        Nodes.tooltip(line, "Price, quantity and number of orders (#) of the best five levels");
        line.texts(new DepthLevel("Bid", "Qty", "#", 0), new DepthLevel("Ask", "Qty", "#", 0));
        return line;
    }

    void show(DepthLevel bid, DepthLevel ask) {
        texts(bid, ask);
        if (bid.share() != bidShare || ask.share() != askShare) {
            bidShare = bid.share();
            askShare = ask.share();
            requestLayout();
        }
    }

    private void texts(DepthLevel bid, DepthLevel ask) {
        bidOrders.setText(bid.orders());
        bidQuantity.setText(bid.quantity());
        bidPrice.setText(bid.price());
        askPrice.setText(ask.price());
        askQuantity.setText(ask.quantity());
        askOrders.setText(ask.orders());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double half = width / 2;
        double orders = half * ORDERS;
        double quantity = half * QUANTITY;
        double price = half - orders - quantity;
        bidBar.resizeRelocate(half - half * bidShare, 1, half * bidShare, height - 2);
        askBar.resizeRelocate(half, 1, half * askShare, height - 2);
        bidOrders.resizeRelocate(0, 0, orders, height);
        bidQuantity.resizeRelocate(orders, 0, quantity, height);
        bidPrice.resizeRelocate(orders + quantity, 0, price, height);
        askPrice.resizeRelocate(half, 0, price, height);
        askQuantity.resizeRelocate(half + price, 0, quantity, height);
        askOrders.resizeRelocate(half + price + quantity, 0, orders, height);
    }
}
