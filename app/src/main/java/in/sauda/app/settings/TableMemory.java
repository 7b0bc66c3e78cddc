package in.sauda.app.settings;

import in.sauda.app.settings.Settings.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Gives tables the columns the user left them with: order, widths, and which are hidden. FX thread only.
///
/// A table takes part when it has an id. Columns are known by their titles, so one that a newer version adds stands
/// where that version puts it.
public final class TableMemory {
    /// Resizing by layout moves widths by fractions; a user's drag is larger.
    private static final double DRAGGED_PIXELS = 1;

    private final SettingsStore settings;

    public TableMemory(SettingsStore settings) {
        this.settings = settings;
    }

    /// Arranges every table below a node and follows the user's changes from now on.
    public void follow(Node node) {
        switch (node) {
            case TableView<?> table when table.getId() != null -> followTable(table.getId(), table);
            case SplitPane split -> split.getItems().forEach(this::follow);
            case ScrollPane scroll when scroll.getContent() != null -> follow(scroll.getContent());
            case Parent parent -> List.copyOf(parent.getChildrenUnmodifiable()).forEach(this::follow);
            default -> {}
        }
    }

    private <S> void followTable(String name, TableView<S> table) {
        Map<String, Double> first = new HashMap<>();
        table.getColumns().forEach(column -> first.put(column.getText(), column.getPrefWidth()));
        Table saved = settings.get().tables().get(name);
        if (saved != null) {
            arrange(table, saved);
        }
        table.setTableMenuButtonVisible(true);
        Runnable save = () -> settings.update(now -> now.withTable(name, table(table, first)));
        table.getColumns().subscribe(save);
        table.getColumns().forEach(column -> {
            column.widthProperty().subscribe((before, now) -> {
                if (Math.abs(now.doubleValue() - column.getPrefWidth()) > DRAGGED_PIXELS) {
                    column.setPrefWidth(now.doubleValue());
                    save.run();
                }
            });
            column.visibleProperty().subscribe((before, now) -> save.run());
        });
    }

    private static <S> void arrange(TableView<S> table, Table saved) {
        List<TableColumn<S, ?>> columns = new ArrayList<>(table.getColumns());
        columns.forEach(column -> {
            column.setPrefWidth(
                    Objects.requireNonNullElse(saved.widths().get(column.getText()), column.getPrefWidth()));
            column.setVisible(!saved.hidden().contains(column.getText()));
        });
        if (saved.order().containsAll(columns.stream().map(TableColumn::getText).toList())) {
            columns.sort(Comparator.comparingInt(column -> saved.order().indexOf(column.getText())));
            table.getColumns().setAll(columns);
        }
    }

    private static Table table(TableView<?> table, Map<String, Double> first) {
        List<String> order = new ArrayList<>();
        Map<String, Double> widths = new HashMap<>();
        Set<String> hidden = new LinkedHashSet<>();
        for (TableColumn<?, ?> column : table.getColumns()) {
            String title = column.getText();
            order.add(title);
            if (column.getPrefWidth() != first.getOrDefault(title, 0.0)) {
                widths.put(title, column.getPrefWidth());
            }
            if (!column.isVisible()) {
                hidden.add(title);
            }
        }
        return new Table(order, widths, hidden);
    }
}
