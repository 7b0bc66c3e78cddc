package in.sauda.app.session;

import in.sauda.app.fx.UiThread;
import in.sauda.app.login.Doors;
import in.sauda.app.settings.SettingsStore;
import in.sauda.app.shell.ShellContext;
import in.sauda.app.shell.TerminalWindow;
import in.sauda.app.theme.Theme;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.time.SystemTime;
import in.sauda.core.time.TimeSource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Draws the demo terminal with the headless platform and the software renderer: the same scene a window would
/// show.
///
/// Works in a folder of its own that it deletes again, so it neither reads nor changes what the user has and may
/// run beside a terminal.
///
/// @param view name of the view to open
/// @param afterSeconds how long the demo runs before the picture is taken
public record Snapshot(DemoOptions demo, String view, boolean light, int width, int height, int afterSeconds) {
    private static final int SETTLE_MILLIS = 700;

    /// Writes the picture.
    ///
    /// @throws IOException when the file cannot be written
    public void take(Path file) throws IOException, InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        QuietToolkit.silence();
        TimeSource time = new SystemTime();
        Path scratch = Files.createTempDirectory("sauda-snapshot");
        CompletableFuture<Void> toolkit = new CompletableFuture<>();
        Platform.startup(() -> toolkit.complete(null));
        toolkit.join();
        try (TerminalSession session = SessionStart.demo(scratch, demo, TradingMode.DEMO, time, what -> {});
                SettingsStore settings = SettingsStore.open(scratch.resolve("settings.json"), time)) {
            TerminalWindow window = onUi(() -> open(session, settings, time));
            TimeUnit.SECONDS.sleep(afterSeconds);
            onUi(() -> {
                window.show(view);
                return view;
            });
            TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
            write(onUi(() -> picture(window)), file);
            onUi(() -> {
                window.detach();
                return view;
            });
        } finally {
            delete(scratch);
        }
    }

    private TerminalWindow open(TerminalSession session, SettingsStore settings, TimeSource time) {
        Doors doors = new Doors(() -> {}, Brokers.all(), (broker, credentials) -> new CompletableFuture<>());
        TerminalWindow window = new TerminalWindow(
                session.terminal(),
                session.directory(),
                settings,
                new ShellContext(
                        session.mode(),
                        session.source(),
                        session.clock(),
                        time,
                        session.calendar(),
                        session::masterInfo,
                        session.speedControl(),
                        doors));
        Scene scene = new Scene(window.root(), width, height);
        Stage stage = new Stage();
        stage.setScene(scene);
        window.attach(scene);
        window.appearance().theme().set(light ? Theme.LIGHT : Theme.DARK);
        stage.show();
        window.suggest(session.firstWatchlist());
        return window;
    }

    private static BufferedImage picture(TerminalWindow window) {
        WritableImage image = window.root().getScene().snapshot(null);
        return SwingFXUtils.fromFXImage(image, null);
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("The picture could not be written to " + file + ".");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static <T> T onUi(Supplier<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        new UiThread().execute(() -> {
            try {
                done.complete(task.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }
}
