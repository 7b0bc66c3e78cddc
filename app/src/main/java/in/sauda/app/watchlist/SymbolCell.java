package in.sauda.app.watchlist;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Nodes;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentWords;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Symbol and a small exchange tag, which index derivatives of the NSE do without; the whole contract in words
/// in the tooltip.
final class SymbolCell extends TableCell<WatchRow, CellText> {
    private final Label name = Nodes.label("", "symbol");
    private final Label tag = Nodes.fixedLabel("", "tag");
    private final HBox content = new HBox(5, name, tag);

    SymbolCell() {
        content.getStyleClass().add("symbol-cell");
        // Of a contract too long for the column, its name and its strike have to stay.
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable CellText item, boolean empty) {
        super.updateItem(item, empty);
        WatchRow row = empty || getTableRow() == null ? null : getTableRow().getItem();
        if (item == null || row == null) {
            setGraphic(null);
            Nodes.tooltip(this, "");
            return;
        }
        Instrument instrument = row.instrument();
        name.setText(item.text());
        tag.setText(
                instrument.segment() == Segment.NFO ? "" : instrument.segment().name());
        Nodes.tooltip(
                this,
                InstrumentWords.full(instrument) + " · " + instrument.symbol() + " · "
                        + instrument.segment().name() + " " + instrument.token() + " · lot " + instrument.lotSize());
        setGraphic(content);
    }
}
