package in.sauda.app.options;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Flashes;
import in.sauda.app.fx.TextCell;
import in.sauda.core.domain.OptionType;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Open interest as a number and as a bar that grows from the strikes outwards.
final class InterestCell extends TextCell<ChainRow> {
    private static final double WIDTH = 46;
    private static final double HEIGHT = 9;

    private final Function<ChainRow, ChainSide> side;
    private final Region bar = new Region();
    private final HBox track = new HBox(bar);
    private @Nullable ChainSide followed;
    private Subscription share = Subscription.EMPTY;

    InterestCell(OptionType type, Function<ChainRow, ChainSide> side, Flashes flashes) {
        super(flashes);
        this.side = side;
        bar.getStyleClass().add(type == OptionType.CE ? "call-interest" : "put-interest");
        bar.setMinHeight(HEIGHT);
        bar.setMaxHeight(HEIGHT);
        track.setMinWidth(WIDTH);
        track.setPrefWidth(WIDTH);
        track.setMaxWidth(WIDTH);
        boolean call = type == OptionType.CE;
        track.setAlignment(call ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        setContentDisplay(call ? ContentDisplay.RIGHT : ContentDisplay.LEFT);
        setGraphicTextGap(6);
    }

    @Override
    protected void updateItem(@Nullable CellText item, boolean empty) {
        super.updateItem(item, empty);
        int index = getIndex();
        boolean shown =
                !empty && index >= 0 && index < getTableView().getItems().size();
        ChainSide next = shown ? side.apply(getTableView().getItems().get(index)) : null;
        if (next != followed) {
            share.unsubscribe();
            followed = next;
            share = next == null
                    ? Subscription.EMPTY
                    : next.interestShare().subscribe(part -> width(part.doubleValue() * WIDTH));
        }
        setGraphic(next == null ? null : track);
    }

    private void width(double width) {
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
    }
}
