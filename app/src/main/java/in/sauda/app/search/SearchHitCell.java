package in.sauda.app.search;

import in.sauda.app.fx.Nodes;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One result: name, exchange, category, expiry, strike and lot in columns.
final class SearchHitCell extends ListCell<SearchHit> {
    private final Label title = Nodes.label("", "symbol");
    private final Label tag = Nodes.fixedLabel("", "tag");
    private final Label symbol = column(170, "text-muted");
    private final Label category = column(74, "text-muted");
    private final Label expiry = column(84, "number");
    private final Label strike = column(64, "number");
    private final Label lot = column(66, "number");
    private final HBox content = new HBox(8);

    SearchHitCell() {
        HBox name = new HBox(6, title, tag);
        name.getStyleClass().add("symbol-cell");
        HBox.setHgrow(name, Priority.ALWAYS);
        content.getStyleClass().add("search-hit");
        content.getChildren().setAll(name, symbol, category, expiry, strike, lot);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    private static Label column(double width, String styleClass) {
        Label label = Nodes.label("", styleClass);
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        return label;
    }

    @Override
    protected void updateItem(@Nullable SearchHit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (empty || hit == null) {
            setGraphic(null);
            return;
        }
        title.setText(hit.title());
        tag.setText(hit.tag());
        symbol.setText(hit.symbol());
        category.setText(hit.category());
        expiry.setText(hit.expiry());
        strike.setText(hit.strike());
        lot.setText(hit.lot());
        setGraphic(content);
    }
}
