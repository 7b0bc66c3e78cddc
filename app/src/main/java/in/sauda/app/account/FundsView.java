package in.sauda.app.account;

import in.sauda.app.account.FundsViewModel.Amount;
import in.sauda.app.account.FundsViewModel.Shown;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tones;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Money at the broker: what may be spent first, then the rest; each number says what it means.
public final class FundsView {
    private final VBox root = new VBox();
    private final FlowPane main = new FlowPane(10, 10);
    private final FlowPane rest = new FlowPane(10, 6);
    private final ProgressBar used = new ProgressBar();
    private final Label usedWords = Nodes.fixedLabel("", "text-muted");
    private final HBox gauge = new HBox(10, used, usedWords);
    private final BooksBar bar;
    private final ScrollPane body;

    public FundsView(FundsViewModel model) {
        bar = new BooksBar(
                "funds-refresh", model::refresh, List.of(new AccountChooser(model.choice()).root()), List.of());
        used.getStyleClass().add("gauge");
        used.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(used, Priority.ALWAYS);
        gauge.getStyleClass().add("gauge-line");
        VBox content = new VBox(8, main, gauge, rest);
        content.getStyleClass().add("funds");
        body = new ScrollPane(content);
        body.setFitToWidth(true);
        body.getStyleClass().addAll("edge-to-edge", "plain-scroll");
        VBox.setVgrow(body, Priority.ALWAYS);
        root.setId("funds");
        root.getChildren().setAll(bar.empty(), body, bar.root());
        model.shown().subscribe(this::show);
    }

    public Node root() {
        return root;
    }

    private void show(Shown shown) {
        bar.show(shown.state());
        Nodes.shown(body, shown.state().present());
        main.getChildren()
                .setAll(shown.amounts().stream()
                        .filter(Amount::main)
                        .map(FundsView::tile)
                        .toList());
        rest.getChildren()
                .setAll(shown.amounts().stream()
                        .filter(amount -> !amount.main())
                        .map(FundsView::tile)
                        .toList());
        Nodes.shown(gauge, !Double.isNaN(shown.usedShare()));
        used.setProgress(Double.isNaN(shown.usedShare()) ? 0 : shown.usedShare());
        usedWords.setText(shown.usedWords());
    }

    private static Node tile(Amount amount) {
        Label text = Nodes.fixedLabel(amount.text(), "number", amount.main() ? "tile-main" : "tile-number");
        Tones.apply(text, amount.tone());
        VBox tile = new VBox(1, Nodes.fixedLabel(amount.title(), "text-muted"), text);
        tile.getStyleClass().addAll("tile", amount.main() ? "main" : "small-tile");
        return Nodes.tooltip(tile, amount.meaning());
    }
}
