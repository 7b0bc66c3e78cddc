package in.sauda.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.testkit.Fx;
import in.sauda.app.testkit.ManualTime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableMemoryTest {
    @TempDir
    Path home;

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @Test
    void givesATableBackAsTheUserLeftIt() throws Exception {
        Fx.run(() -> {
            try (SettingsStore settings = open()) {
                TableView<String> table = table();
                new TableMemory(settings).follow(new VBox(table));
                table.getColumns().get(1).setVisible(false);
                TableColumn<String, ?> first = table.getColumns().removeFirst();
                table.getColumns().add(first);
            }
            try (SettingsStore settings = open()) {
                TableView<String> table = table();
                new TableMemory(settings).follow(new VBox(table));
                assertThat(table.getColumns())
                        .extracting(TableColumn::getText)
                        .containsExactly("Price", "Reason", "Time");
                assertThat(table.getColumns())
                        .extracting(TableColumn::isVisible)
                        .containsExactly(false, true, true);
            }
        });
    }

    @Test
    void keepsItsHandsOffAColumnItHasNeverSeen() throws Exception {
        Fx.run(() -> {
            try (SettingsStore settings = open()) {
                settings.update(now -> now.withTable(
                        "orders", new Settings.Table(List.of("Price", "Time"), Map.of("Time", 90.0), Set.of())));
                TableView<String> table = table();
                new TableMemory(settings).follow(table);
                assertThat(table.getColumns())
                        .extracting(TableColumn::getText)
                        .containsExactly("Time", "Price", "Reason");
                assertThat(table.getColumns().getFirst().getPrefWidth()).isEqualTo(90.0);
            }
        });
    }

    private SettingsStore open() {
        return SettingsStore.open(home.resolve("settings.json"), new ManualTime());
    }

    private static TableView<String> table() {
        TableView<String> table = new TableView<>();
        table.setId("orders");
        for (String title : List.of("Time", "Price", "Reason")) {
            table.getColumns().add(new TableColumn<>(title));
        }
        return table;
    }
}
