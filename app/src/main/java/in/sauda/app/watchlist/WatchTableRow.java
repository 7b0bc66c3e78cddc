package in.sauda.app.watchlist;

import in.sauda.core.domain.Side;
import in.sauda.core.instruments.Instrument;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A row that can be dragged to another place, greys out when its price is stale, and fills the ticket on a
/// double click.
final class WatchTableRow extends TableRow<WatchRow> {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

    private final WatchlistViewModel model;
    private final RowMenu menu;
    private Subscription staleness = Subscription.EMPTY;

    WatchTableRow(WatchlistViewModel model, BiConsumer<Instrument, Side> ticket, RowMenu menu) {
        this.model = model;
        this.menu = menu;
        setOnMouseClicked(event -> {
            WatchRow row = getItem();
            if (row != null && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                ticket.accept(row.instrument(), Side.BUY);
            }
        });
        setOnDragDetected(this::startDrag);
        setOnDragOver(this::dragOver);
        setOnDragExited(ignored -> pseudoClassStateChanged(DROP_TARGET, false));
        setOnDragDropped(this::drop);
    }

    @Override
    protected void updateItem(@Nullable WatchRow row, boolean empty) {
        super.updateItem(row, empty);
        staleness.unsubscribe();
        staleness = Subscription.EMPTY;
        if (empty || row == null) {
            pseudoClassStateChanged(STALE, false);
            setContextMenu(null);
        } else {
            setContextMenu(menu.of(row));
            staleness = row.stale().subscribe(stale -> pseudoClassStateChanged(STALE, stale));
        }
    }

    private void startDrag(MouseEvent event) {
        if (getItem() == null) {
            return;
        }
        Dragboard board = startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.putString(getItem().instrument().symbol());
        board.setContent(content);
        board.setDragView(snapshot(null, null));
        event.consume();
    }

    private void dragOver(DragEvent event) {
        if (source(event) != null) {
            event.acceptTransferModes(TransferMode.MOVE);
            pseudoClassStateChanged(DROP_TARGET, true);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        WatchTableRow source = source(event);
        if (source != null) {
            model.move(source.getIndex(), Math.min(getIndex(), model.rows().size() - 1));
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private @Nullable WatchTableRow source(DragEvent event) {
        return event.getGestureSource() instanceof WatchTableRow row && row != this && row.model == model ? row : null;
    }
}
