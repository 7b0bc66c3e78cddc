package in.sauda.app.watchlist;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Flashes;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.TextCell;
import in.sauda.app.fx.Tone;
import in.sauda.app.theme.Icon;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Age of a price, after the first letter of the broker it came from where there are two; a clock stands beside one
/// that is too old to trade on.
final class AgeCell extends TextCell<WatchRow> {
    private final Node clock = Icon.CLOCK.node();

    AgeCell() {
        super(new Flashes());
        clock.getStyleClass().add("stale-clock");
    }

    @Override
    protected void updateItem(@Nullable CellText item, boolean empty) {
        super.updateItem(item, empty);
        WatchRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
        Nodes.tooltip(this, row == null ? "" : row.provenance());
        setGraphic(item != null && !empty && item.tone() == Tone.WARNING ? clock : null);
    }
}
