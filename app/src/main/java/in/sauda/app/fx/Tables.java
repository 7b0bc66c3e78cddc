package in.sauda.app.fx;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Builds the terminal's tables alike: dense rows, numbers to the right, one placeholder sentence when empty.
public final class Tables {
    public static final double ROW_HEIGHT = 24;

    private final Flashes flashes;

    public Tables(Flashes flashes) {
        this.flashes = flashes;
    }

    /// A table whose empty state says what would be here and how to get it.
    public <S> TableView<S> table(ObservableList<S> rows, String emptySentence) {
        TableView<S> table = new TableView<>(rows);
        table.getStyleClass().addAll("dense", "edge-to-edge", "market-table");
        table.setFixedCellSize(ROW_HEIGHT);
        Label placeholder = new Label(emptySentence);
        placeholder.setWrapText(true);
        placeholder.getStyleClass().add("empty-state");
        table.setPlaceholder(placeholder);
        return table;
    }

    /// Numbers: tabular figures, right-aligned.
    public <S> TableColumn<S, CellText> number(
            String title, double width, Function<S, ObservableValue<CellText>> value) {
        TableColumn<S, CellText> column = column(title, width, value);
        column.getStyleClass().add("number-column");
        return column;
    }

    public <S> TableColumn<S, CellText> text(String title, double width, Function<S, ObservableValue<CellText>> value) {
        TableColumn<S, CellText> column = column(title, width, value);
        column.getStyleClass().add("text-column");
        return column;
    }

    private <S> TableColumn<S, CellText> column(
            String title, double width, Function<S, ObservableValue<CellText>> value) {
        TableColumn<S, CellText> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 28));
        column.setSortable(false);
        column.setReorderable(true);
        column.setCellValueFactory(features -> value.apply(features.getValue()));
        column.setCellFactory(ignored -> new TextCell<>(flashes));
        return column;
    }
}
