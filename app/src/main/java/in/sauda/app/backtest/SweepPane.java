package in.sauda.app.backtest;

import in.sauda.app.fx.CellText;
import in.sauda.app.fx.Nodes;
import in.sauda.app.fx.Tables;
import in.sauda.app.fx.Tone;
import in.sauda.app.fx.Tones;
import in.sauda.core.backtest.SweepVerdict;
import in.sauda.core.time.IndiaTime;
import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;

/// All combinations of the newest sweep, and what speaks against believing the best of them.
final class SweepPane {
    private final BacktestViewModel model;
    private final Label verdict = Nodes.label("");
    private final VBox root = new VBox(6);

    SweepPane(BacktestViewModel model, Tables tables) {
        this.model = model;
        TableView<SweepLine> table = tables.table(
                model.sweep(),
                "No sweep yet: give a parameter several values, such as 1.5..3:0.5 or 1,2,3, and press Run.");
        table.setId("backtest-sweep");
        table.getColumns().setAll(columns(tables));
        table.setOnKeyPressed(event -> {
            SweepLine line = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && line != null) {
                model.runCombination(line);
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            SweepLine line = table.getSelectionModel().getSelectedItem();
            if (event.getClickCount() == 2 && line != null) {
                model.runCombination(line);
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        verdict.setWrapText(true);
        Button save = new Button("Save sweep.csv …");
        save.getStyleClass().add("small");
        save.disableProperty().bind(model.swept().isNull());
        save.setOnAction(ignored -> save());
        HBox head = new HBox(8, verdict, Nodes.spacer(), save);
        HBox.setHgrow(verdict, Priority.ALWAYS);
        head.getStyleClass().add("filter-row");
        root.getChildren().setAll(head, table);
        model.swept().subscribe(this::show);
    }

    Node root() {
        return root;
    }

    private void show(BacktestViewModel.@Nullable Swept swept) {
        if (swept == null) {
            verdict.setText("Enter or a double click runs a combination by itself and shows its trades.");
            Tones.apply(verdict, Tone.MUTED);
            return;
        }
        SweepVerdict found = swept.result().verdict();
        String halves = "Halves split at " + IndiaTime.date(swept.result().middleMillis()) + "; ★ "
                + (found.chosen() == 0
                        ? "nothing traded. "
                        : "the best of the first half is rank " + found.rankSecond() + " on the second. ");
        verdict.setText(
                found.warnings().isEmpty()
                        ? halves + "Nothing speaks for over-fitting."
                        : halves + "Over-fitting: " + String.join(" ", found.warnings()));
        Tones.apply(verdict, found.warnings().isEmpty() ? Tone.GOOD : Tone.WARNING);
    }

    private void save() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder for sweep.csv");
        File folder = chooser.showDialog(root.getScene().getWindow());
        if (folder != null) {
            model.exportSweep(folder.toPath());
        }
    }

    private static List<TableColumn<SweepLine, CellText>> columns(Tables tables) {
        return List.of(
                tables.number("Run", 56, line -> line.number.property()),
                tables.text("Values", 300, line -> line.values.property()),
                tables.number("Trades", 64, line -> line.trades.property()),
                tables.number("Won", 60, line -> line.wins.property()),
                tables.number("Net", 110, line -> line.net.property()),
                tables.number("First half", 110, line -> line.first.property()),
                tables.number("Second half", 110, line -> line.second.property()),
                tables.number("Profit factor", 84, line -> line.factor.property()),
                tables.number("Drawdown", 104, line -> line.drawdown.property()));
    }
}
