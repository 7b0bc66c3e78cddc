package in.sauda.app.status;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Tables;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;

/// The log of notices.
public final class NoticesView {
    private final TableView<NoticeRow> table;

    public NoticesView(NoticesViewModel model, PulseDriver driver) {
        Tables tables = new Tables(driver.flashes());
        table = tables.table(model.rows(), "Nothing to report.");
        table.setId("log");
        table.getColumns()
                .setAll(List.of(
                        tables.number("Time", 62, row -> row.time.property()),
                        tables.text("Level", 64, row -> row.level.property()),
                        tables.text("Code", 80, row -> row.code.property()),
                        tables.text("What happened", 440, row -> row.sentence.property()),
                        tables.text("What to do", 360, row -> row.nextStep.property())));
    }

    public Node root() {
        return table;
    }
}
