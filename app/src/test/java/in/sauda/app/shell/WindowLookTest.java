package in.sauda.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.testkit.Fx;
import in.sauda.app.theme.Palette;
import in.sauda.app.theme.Theme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Renders the window and checks that nothing in the key places is cut off. The pictures stay in `target/looks`.
class WindowLookTest {
    private static final int STRIDE = 97;

    @TempDir
    Path home;

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    @ParameterizedTest
    @CsvSource({
        "watchlist, DARK, CLASSIC, 1366, 768",
        "watchlist, LIGHT, CLASSIC, 1920, 1080",
        "confirm, DARK, COLOUR_BLIND, 1920, 1080",
        "search, LIGHT, COLOUR_BLIND, 1366, 768",
        "signals, DARK, CLASSIC, 1366, 768",
        "positions, LIGHT, CLASSIC, 1366, 768",
        "help, DARK, CLASSIC, 1366, 768",
        "instruments, DARK, CLASSIC, 1366, 768",
        "instruments, LIGHT, CLASSIC, 1920, 1080",
        "prices, DARK, CLASSIC, 1366, 768",
        "subscriptions, DARK, CLASSIC, 1366, 768",
        "subscriptions, LIGHT, CLASSIC, 1920, 1080",
        "health, DARK, CLASSIC, 1366, 768",
        "health, LIGHT, CLASSIC, 1920, 1080",
        "holdings, DARK, CLASSIC, 1366, 768",
        "funds, LIGHT, CLASSIC, 1366, 768",
        "login, DARK, CLASSIC, 1366, 768",
        "login, LIGHT, CLASSIC, 1920, 1080",
        "welcome, LIGHT, CLASSIC, 1366, 768",
        "diagnostics, DARK, CLASSIC, 1366, 768",
        "diagnostics, LIGHT, CLASSIC, 1920, 1080",
        "logs, LIGHT, CLASSIC, 1366, 768",
        "logs, DARK, CLASSIC, 1920, 1080"
    })
    void showsEveryNumberWhole(String view, Theme theme, Palette palette, double width, double height)
            throws Exception {
        WindowFixture fixture = Fx.call(() -> new WindowFixture(home, width, height));
        try {
            Fx.run(() -> fill(fixture, view, theme, palette));
            WritableImage image = picture(fixture);
            save(image, view + "-" + theme.id() + "-" + palette.id() + "-" + (int) width);
            assertThat(Fx.call(() -> cutTexts(fixture.window.root()))).isEmpty();
            assertThat(distinctColours(image)).isGreaterThan(20);
        } finally {
            Fx.run(fixture::close);
        }
    }

    private static void fill(WindowFixture fixture, String view, Theme theme, Palette palette) {
        fixture.window.appearance().theme().set(theme);
        fixture.window.appearance().palette().set(palette);
        fixture.market.bars();
        fixture.market.quotes();
        fixture.window.suggest(fixture.market.watched());
        fixture.market.day();
        fixture.account.day(fixture.market.watched());
        fixture.changes();
        fixture.advance(300);
        fixture.market.quotes();
        fixture.advance(16);
        fixture.window.show(view);
        fixture.advance(16);
        fixture.advance(800);
        fixture.advance(16);
    }

    /// Lets some real pulses pass, because the chart draws only in those.
    private static WritableImage picture(WindowFixture fixture) throws Exception {
        for (int pulse = 0; pulse < 4; pulse++) {
            Fx.run(() -> fixture.advance(100));
            Fx.awaitPulse();
        }
        return Fx.call(fixture.screen::picture);
    }

    private static void save(WritableImage image, String name) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "looks"));
        File file = folder.resolve(name + ".png").toFile();
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
    }

    /// Texts of buttons, badges and numbers that were shortened to dots.
    private static List<String> cutTexts(Parent root) {
        List<String> cut = new ArrayList<>();
        collect(root, cut);
        return cut;
    }

    private static void collect(Node node, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && important(labeled) && labeled.lookup(".text") instanceof Text text) {
            String dots = labeled.getEllipsisString();
            String whole = labeled.getText();
            if (whole != null && text.getText().contains(dots) && !whole.contains(dots)) {
                cut.add(whole + " → " + text.getText());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, cut));
        }
    }

    private static boolean important(Labeled labeled) {
        return !labeled.getStyleClass().contains("text-column")
                && !labeled.getStyleClass().contains("symbol");
    }

    private static long distinctColours(WritableImage image) {
        int width = (int) image.getWidth();
        int pixels = width * (int) image.getHeight();
        return IntStream.range(0, pixels / STRIDE)
                .map(i -> i * STRIDE)
                .map(pixel -> image.getPixelReader().getArgb(pixel % width, pixel / width))
                .distinct()
                .count();
    }
}
