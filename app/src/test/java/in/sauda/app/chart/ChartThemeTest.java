package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartThemeTest {
    /// WCAG 2.1, 1.4.3: normal text needs at least this contrast.
    private static final double LEGIBLE = 4.5;

    static List<ChartTheme> themes() {
        return List.of(
                ChartTheme.dark(), ChartTheme.light(), ChartTheme.colourBlindDark(), ChartTheme.colourBlindLight());
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyTextIsLegible(ChartTheme theme) {
        for (Color color :
                List.of(theme.text(), theme.mutedText(), theme.up(), theme.down(), theme.vwap(), theme.signal())) {
            assertThat(contrast(color, theme.background())).as("%s", color).isGreaterThanOrEqualTo(LEGIBLE);
        }
        assertThat(contrast(theme.onCandle(), theme.up())).isGreaterThanOrEqualTo(LEGIBLE);
        assertThat(contrast(theme.onCandle(), theme.down())).isGreaterThanOrEqualTo(LEGIBLE);
        assertThat(contrast(theme.tagText(), theme.tag())).isGreaterThanOrEqualTo(LEGIBLE);
    }

    private static double contrast(Color first, Color second) {
        double lighter = Math.max(luminance(first), luminance(second));
        double darker = Math.min(luminance(first), luminance(second));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
