package in.sauda.app.depth;

import in.sauda.app.fx.Nodes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The depth pane: the levels, totals and the spread. Beside its title the user chooses five levels or all there are.
public final class DepthView {
    /// Five lines; more have to be given room.
    private static final double LADDER_PIXELS = 100;

    private final DepthViewModel model;
    private final VBox root = new VBox();
    private final Label title = Nodes.label("", "pane-subtitle");
    private final Label spread = Nodes.fixedLabel("", "depth-total");
    private final Label bidTotal = Nodes.fixedLabel("", "bid-price");
    private final Label askTotal = Nodes.fixedLabel("", "ask-price");
    private final Label message = Nodes.label("", "empty-state");
    private final Label note = Nodes.label("", "text-muted");
    private final ToggleButton five = new ToggleButton("5");
    private final ToggleButton all = new ToggleButton();
    private final HBox choice = new HBox(five, all);
    private final List<DepthLine> lines = new ArrayList<>();
    private final VBox ladder = new VBox();
    private final Node levels = levels();

    public DepthView(DepthViewModel model) {
        this.model = model;
        root.setId("depth");
        root.getStyleClass().add("pane");
        message.setWrapText(true);
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        note.managedProperty().bind(note.visibleProperty());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        HBox header = new HBox(8, Nodes.fixedLabel("Depth", "pane-title"), title, Nodes.spacer(), choices());
        header.getStyleClass().add("pane-header");
        header.setMinHeight(HBox.USE_PREF_SIZE);
        HBox totals = new HBox(6, bidTotal, Nodes.spacer(), spread, Nodes.spacer(), askTotal);
        totals.getStyleClass().add("depth-totals");
        totals.setMinHeight(HBox.USE_PREF_SIZE);
        StackPane book = new StackPane(levels, message);
        VBox.setVgrow(book, Priority.ALWAYS);
        root.getChildren().setAll(header, book, note, totals);
        model.book().subscribe(this::show);
        model.choice().subscribe(this::show);
    }

    public Node root() {
        return root;
    }

    private Node choices() {
        choice.getStyleClass().add("segmented");
        choice.setMinWidth(HBox.USE_PREF_SIZE);
        choice.managedProperty().bind(choice.visibleProperty());
        five.setId("depth-five");
        all.setId("depth-all");
        five.setOnAction(ignored -> choose(false));
        all.setOnAction(ignored -> choose(true));
        Nodes.tooltip(five, "The best five levels");
        Nodes.tooltip(all, "As many levels as the broker sends");
        return choice;
    }

    private void choose(boolean deep) {
        model.deep(deep);
        show(model.choice().get());
    }

    private Node levels() {
        ScrollPane scroll = new ScrollPane(ladder);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefViewportHeight(LADDER_PIXELS);
        scroll.setMinHeight(0);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("edge-to-edge", "plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox levels = new VBox(DepthLine.header(), scroll);
        levels.getStyleClass().add("depth-ladder");
        return levels;
    }

    private void show(DepthViewModel.Choice offered) {
        choice.setVisible(offered.most() > 5);
        all.setText(Integer.toString(offered.most()));
        five.setSelected(!offered.deep());
        all.setSelected(offered.deep());
    }

    private void show(DepthViewModel.Book book) {
        title.setText(book.title());
        while (lines.size() < book.bids().size()) {
            lines.add(new DepthLine());
        }
        List<DepthLine> shown = lines.subList(0, book.bids().size());
        if (ladder.getChildren().size() != shown.size()) {
            ladder.getChildren().setAll(shown);
        }
        for (int level = 0; level < shown.size(); level++) {
            shown.get(level).show(book.bids().get(level), book.asks().get(level));
        }
        bidTotal.setText("Σ " + book.bidTotal());
        askTotal.setText(book.askTotal() + " Σ");
        spread.setText("spread " + book.spread());
        message.setText(book.message());
        note.setText(book.note());
        boolean known = book.message().isEmpty();
        message.setVisible(!known);
        levels.setVisible(known);
    }
}
