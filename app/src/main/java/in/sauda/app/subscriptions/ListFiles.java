package in.sauda.app.subscriptions;

import in.sauda.app.fx.Nodes;
import in.sauda.app.watchlist.SymbolLists;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The buttons that bring a file of symbols into the shown watchlist and write one. Files are read beside the
/// FX thread.
public final class ListFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ListFiles.class);
    private static final long LARGEST_BYTES = 1 << 20;

    private final SymbolLists lists;
    private final Consumer<String> say;
    private final Executor background;
    private final Executor ui;

    /// @param say told the outcome in plain words
    public ListFiles(SymbolLists lists, Consumer<String> say, Executor background, Executor ui) {
        this.lists = lists;
        this.say = say;
        this.background = background;
        this.ui = ui;
    }

    Button importButton() {
        Button button = new Button("Import …");
        button.setId("list-import");
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(ignored -> {
            File file =
                    chooser("Import symbols").showOpenDialog(button.getScene().getWindow());
            if (file != null) {
                take(file.toPath());
            }
        });
        return Nodes.tooltip(button, "Add the symbols of a CSV file (symbol_name,enabled) to the watchlist");
    }

    Button exportButton() {
        Button button = new Button("Export …");
        button.setId("list-export");
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(ignored -> {
            FileChooser chooser = chooser("Export the watchlist");
            chooser.setInitialFileName("watchlist.csv");
            File file = chooser.showSaveDialog(button.getScene().getWindow());
            if (file != null) {
                give(file.toPath());
            }
        });
        return Nodes.tooltip(button, "Write the shown watchlist to a CSV file (symbol_name,enabled)");
    }

    private static FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter("Symbol lists", "*.csv", "*.txt"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return chooser;
    }

    /// Adds a file's symbols to the shown watchlist.
    public void take(Path file) {
        background.execute(() -> {
            try {
                if (Files.size(file) > LARGEST_BYTES) {
                    ui.execute(() -> say.accept(file.getFileName() + " is too large for a list of symbols."));
                    return;
                }
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                ui.execute(() -> say.accept(lists.take(text)));
            } catch (IOException unreadable) {
                LOG.warn("{} could not be read", file, unreadable);
                ui.execute(() -> say.accept(file.getFileName() + " could not be read."));
            }
        });
    }

    /// Writes the shown watchlist.
    public void give(Path file) {
        String text = lists.give();
        background.execute(() -> {
            try {
                Files.writeString(file, text);
                ui.execute(() -> say.accept("The watchlist is in " + file.getFileName() + "."));
            } catch (IOException unwritable) {
                LOG.warn("{} could not be written", file, unwritable);
                ui.execute(() -> say.accept(file.getFileName() + " could not be written. Choose another folder."));
            }
        });
    }
}
