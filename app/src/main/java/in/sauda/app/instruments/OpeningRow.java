package in.sauda.app.instruments;

import in.sauda.core.instruments.Instrument;
import java.util.function.Consumer;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;

/// A row that a double click watches.
final class OpeningRow extends TableRow<Instrument> {
    OpeningRow(Consumer<Instrument> watch) {
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && getItem() != null) {
                watch.accept(getItem());
            }
        });
    }
}
