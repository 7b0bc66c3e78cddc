package in.sauda.app.chart;

import in.sauda.app.theme.Palette;
import in.sauda.app.theme.Theme;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/// Colours and font of a chart. Direction is never shown by colour alone: rising candles are hollow, falling
/// ones filled.
///
/// @param fontFamily a family with tabular figures, so that prices do not jitter
/// @param grid lines at round prices and times
/// @param sessionLine separator between days
/// @param vwap the session's volume-weighted average price
/// @param signal marks of strategy signals
/// @param tag background of the crosshair's tags
/// @param tagText text on the crosshair's tags
/// @param onCandle text on a tag in the colour of a candle
public record ChartTheme(
        String fontFamily,
        Color background,
        Color grid,
        Color sessionLine,
        Color text,
        Color mutedText,
        Color up,
        Color down,
        Color vwap,
        Color signal,
        Color crosshair,
        Color tag,
        Color tagText,
        Color onCandle) {
    private static final String FONT_FAMILY = "System";
    private static final List<Color> STUDIES = Stream.of(
                    "#56b4e9", "#e69f00", "#cc79a7", "#009e73", "#8f8fe0", "#d55e00", "#3f8fd0")
            .map(Color::web)
            .toList();

    /// The colours that go with the terminal's.
    public static ChartTheme of(Theme theme, Palette palette) {
        boolean dark = theme == Theme.DARK;
        return palette == Palette.CLASSIC ? dark ? dark() : light() : dark ? colourBlindDark() : colourBlindLight();
    }

    /// Green and red on a dark ground.
    public static ChartTheme dark() {
        return darkWith("#26a69a", "#ef5350", "#f2b84b", "#b9a3ff");
    }

    /// Green and red on white, dark enough to be read.
    public static ChartTheme light() {
        return lightWith("#00796b", "#d32f2f", "#9a6700", "#6a1b9a");
    }

    /// Blue and orange of the Okabe-Ito palette on a dark ground.
    public static ChartTheme colourBlindDark() {
        return darkWith("#56b4e9", "#e69f00", "#cc79a7", "#f0e442");
    }

    /// Blue and a dark orange on white.
    public static ChartTheme colourBlindLight() {
        return lightWith("#0072b2", "#b34e00", "#8e4a75", "#1b2430");
    }

    /// The same colours with another font.
    public ChartTheme withFontFamily(String family) {
        return new ChartTheme(
                family,
                background,
                grid,
                sessionLine,
                text,
                mutedText,
                up,
                down,
                vwap,
                signal,
                crosshair,
                tag,
                tagText,
                onCandle);
    }

    /// A colour of the Okabe-Ito palette that is told from the others, and from this ground, by everybody.
    Color study(int number) {
        return STUDIES.get(Math.floorMod(number, STUDIES.size()));
    }

    /// Behind text that may lie over candles.
    Color plate() {
        return background.deriveColor(0, 1, 1, 0.72);
    }

    Color volumeMean() {
        return background.interpolate(text, 0.62);
    }

    Color volumeUp() {
        return background.interpolate(up, 0.45);
    }

    Color volumeDown() {
        return background.interpolate(down, 0.45);
    }

    Color wickUp() {
        return background.interpolate(up, 0.62);
    }

    Color wickDown() {
        return background.interpolate(down, 0.62);
    }

    private static ChartTheme darkWith(String up, String down, String vwap, String signal) {
        return new ChartTheme(
                FONT_FAMILY,
                Color.web("#11161e"),
                Color.web("#1c232d"),
                Color.web("#3a4556"),
                Color.web("#dbe2ea"),
                Color.web("#9aa7b8"),
                Color.web(up),
                Color.web(down),
                Color.web(vwap),
                Color.web(signal),
                Color.web("#77818f"),
                Color.web("#3a4452"),
                Color.web("#ffffff"),
                Color.web("#0b0e12"));
    }

    private static ChartTheme lightWith(String up, String down, String vwap, String signal) {
        return new ChartTheme(
                FONT_FAMILY,
                Color.web("#ffffff"),
                Color.web("#eef1f4"),
                Color.web("#b9c3d0"),
                Color.web("#17202c"),
                Color.web("#4d5a6b"),
                Color.web(up),
                Color.web(down),
                Color.web(vwap),
                Color.web(signal),
                Color.web("#7b8694"),
                Color.web("#37424f"),
                Color.web("#ffffff"),
                Color.web("#ffffff"));
    }
}
