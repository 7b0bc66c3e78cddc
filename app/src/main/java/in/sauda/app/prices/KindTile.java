package in.sauda.app.prices;

import in.sauda.app.fx.Nodes;
import in.sauda.app.settings.Settings;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.universe.UniverseKind;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One kind: whether it is streamed, its limit, and how many of it there are.
final class KindTile {
    private static final double WIDTH = 208;
    private static final double LIMIT_WIDTH = 52;

    private final UniverseKind kind;
    private final PricesViewModel model;
    private final CheckBox on;
    private final TextField limit = new TextField();
    private final Label figures = Nodes.fixedLabel("", "text-muted", "number");
    private final Tooltip tooltip = new Tooltip();
    private final VBox root;

    KindTile(UniverseKind kind, PricesViewModel model) {
        this.kind = kind;
        this.model = model;
        Settings.StreamedKind choice = model.choice(kind);
        on = new CheckBox(KindWords.of(kind));
        on.setId("kind-" + KindWords.of(kind).toLowerCase(Locale.ROOT));
        on.setOnAction(ignored -> model.turn(kind, on.isSelected()));
        limit.setText(Integer.toString(choice.limit()));
        limit.setPrefWidth(LIMIT_WIDTH);
        limit.setOnAction(ignored -> takeLimit());
        limit.focusedProperty().subscribe(focused -> {
            if (!focused) {
                takeLimit();
            }
        });
        HBox line = new HBox(
                8,
                on,
                Nodes.spacer(),
                Nodes.fixedLabel("max", "text-muted"),
                Nodes.tooltip(limit, "Most of this kind"));
        line.getStyleClass().add("kind-line");
        root = new VBox(2, line, figures);
        root.getStyleClass().addAll("tile", "kind-tile");
        root.setPrefWidth(WIDTH);
        Tooltip.install(root, tooltip);
        refresh();
    }

    Node root() {
        return root;
    }

    /// What is typed and is no number goes back to what it was.
    private void takeLimit() {
        int before = model.choice(kind).limit();
        int taken = before;
        if (limit.getText().strip().matches("\\d{1,6}")) {
            taken = model.limit(kind, Integer.parseInt(limit.getText().strip()));
        }
        limit.setText(Integer.toString(taken));
    }

    void refresh() {
        String missing = model.missing(kind);
        boolean possible = missing.isEmpty();
        on.setDisable(!possible);
        on.setSelected(possible && model.choice(kind).on());
        limit.setDisable(!possible);
        tooltip.setText(possible ? KindWords.meaning(kind) : KindWords.meaning(kind) + "; " + missing);
        if (!possible) {
            figures.setText("no list");
            return;
        }
        int chosen = model.universe().get().of(kind).size();
        figures.setText(
                on.isSelected()
                        ? IndianNumbers.units(chosen) + " chosen, " + IndianNumbers.units(model.known(kind)) + " priced"
                        : "not streamed");
    }
}
