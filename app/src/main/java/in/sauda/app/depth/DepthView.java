package in.sauda.app.depth;

import in.sauda.app.fx.Nodes;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The depth pane: five lines, totals and the spread.
public final class DepthView {
    private final VBox root = new VBox();
    private final Label title = Nodes.label("", "pane-subtitle");
    private final Label spread = Nodes.fixedLabel("", "depth-total");
    private final Label bidTotal = Nodes.fixedLabel("", "bid-price");
    private final Label askTotal = Nodes.fixedLabel("", "ask-price");
    private final Label message = Nodes.label("", "empty-state");
    private final List<DepthLine> lines =
            Stream.generate(DepthLine::new).limit(5).toList();
    private final VBox ladder = new VBox(DepthLine.header());

    public DepthView(DepthViewModel model) {
        root.setId("depth");
        root.getStyleClass().add("pane");
        ladder.getChildren().addAll(lines);
        ladder.getStyleClass().add("depth-ladder");
        message.setWrapText(true);
        HBox header = new HBox(8, Nodes.fixedLabel("Depth", "pane-title"), title);
        header.getStyleClass().add("pane-header");
        HBox totals = new HBox(6, bidTotal, Nodes.spacer(), spread, Nodes.spacer(), askTotal);
        totals.getStyleClass().add("depth-totals");
        root.getChildren().setAll(header, new StackPane(ladder, message), totals);
        model.book().subscribe(this::show);
    }

    public Node root() {
        return root;
    }

    private void show(DepthViewModel.Book book) {
        title.setText(book.title());
        for (int level = 0; level < lines.size(); level++) {
            lines.get(level).show(book.bids().get(level), book.asks().get(level));
        }
        bidTotal.setText("Σ " + book.bidTotal());
        askTotal.setText(book.askTotal() + " Σ");
        spread.setText("spread " + book.spread());
        message.setText(book.message());
        boolean known = book.message().isEmpty();
        message.setVisible(!known);
        ladder.setVisible(known);
    }
}
