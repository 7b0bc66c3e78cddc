package in.sauda.app.preferences;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Where the terminal keeps everything, and how to show it.
///
/// @param path the folder that also holds the demo days' folders
/// @param opener shows a folder in the system's file manager
public record DataFolder(Path path, Consumer<Path> opener) {
    void open() {
        opener.accept(path);
    }

    void openLogs() {
        opener.accept(path.resolve("logs"));
    }
}
