package in.sauda.app.theme;

import in.sauda.app.settings.Settings;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Dresses a scene: base theme, colour tokens, palette, font, and the terminal's own rules on top. FX thread only.
///
/// Create it before the first scene: the base theme has to be there before any control asks for its skin.
public final class Appearance {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final ObjectProperty<Palette> palette = new SimpleObjectProperty<>(Palette.CLASSIC);
    private double fontPixels;
    private @Nullable Scene scene;

    public Appearance(Theme theme, Palette palette, double fontPixels) {
        this.theme.set(theme);
        this.palette.set(palette);
        this.fontPixels = fontPixels;
        dress(theme);
        this.theme.addListener(ignored -> apply());
        this.palette.addListener(ignored -> apply());
    }

    /// As the user has chosen it.
    public static Appearance of(Settings saved) {
        return new Appearance(Theme.of(saved.theme()), Palette.of(saved.palette()), saved.fontPixels());
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    public ObjectProperty<Palette> palette() {
        return palette;
    }

    /// Changes the size of the text.
    ///
    /// @param pixels 0 to choose one that suits the font
    public void fontPixels(double pixels) {
        fontPixels = pixels;
        apply();
    }

    public void install(Scene wanted) {
        scene = wanted;
        apply();
    }

    /// Setting the same base theme again would have every scene styled anew.
    private static void dress(Theme theme) {
        if (!theme.userAgentStylesheet().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        }
    }

    private void apply() {
        dress(theme.get());
        if (scene != null) {
            scene.getStylesheets().setAll(stylesheets(theme.get(), palette.get()));
            scene.getStylesheets().add(fontStylesheet(Fonts.choose(fontPixels)));
        }
    }

    /// Style sheets of a theme and palette in the order they apply, without the font.
    public static List<String> stylesheets(Theme theme, Palette palette) {
        List<String> sheets = new ArrayList<>();
        sheets.add(resource("tokens-" + theme.id() + ".css"));
        if (palette == Palette.COLOUR_BLIND) {
            sheets.add(resource("tokens-" + palette.id() + "-" + theme.id() + ".css"));
        }
        sheets.add(resource("terminal.css"));
        return sheets;
    }

    private static String resource(String name) {
        URL url = Appearance.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }

    private static String fontStylesheet(Fonts.Choice font) {
        String css = String.format(
                Locale.ROOT, ".root { -fx-font-family: \"%s\"; -fx-font-size: %.1fpx; }", font.family(), font.pixels());
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
