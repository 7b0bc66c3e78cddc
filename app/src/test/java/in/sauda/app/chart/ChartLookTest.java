package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.time.IndiaTime;
import java.awt.image.BufferedImage;
import java.time.LocalTime;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Renders the chart and looks at its pixels; the images stay in target/chart-looks for people to look at.
class ChartLookTest {
    private static final int LAST_SESSION_BARS = 312;

    @ParameterizedTest
    @CsvSource({
        "dark, 900, 600",
        "dark, 500, 400",
        "light, 900, 600",
        "light, 500, 400",
        "colourBlindDark, 900, 600",
        "colourBlindLight, 900, 600"
    })
    void drawsRisingAndFallingCandlesInTheColoursOfTheTheme(String themeName, int width, int height) throws Exception {
        ChartTheme theme = theme(themeName);
        BufferedImage image = FxThread.call(() -> {
            try (ChartFixture fixture = new ChartFixture(width, height, theme)) {
                showFiveSessions(fixture);
                return fixture.image("default-" + themeName + "-" + width + "x" + height + ".png");
            }
        });
        assertThat(pixels(image, theme.up())).isGreaterThan(200);
        assertThat(pixels(image, theme.down())).isGreaterThan(200);
        assertThat(pixels(image, theme.vwap())).isPositive();
        assertThat(pixels(image, theme.signal())).isPositive();
        assertThat(pixels(image, theme.background())).isGreaterThan(width * height / 3);
    }

    @ParameterizedTest
    @CsvSource({"5, 1875", "250, 93687"})
    void drawsTheWholeHistoryAsColumns(int sessions, int expectedBars) throws Exception {
        ChartTheme theme = ChartTheme.dark();
        BufferedImage image = FxThread.call(() -> {
            try (ChartFixture fixture = new ChartFixture(900, 600, theme)) {
                WalkSeries series = WalkSeries.minutes(sessions, sessions == 5 ? 375 : LAST_SESSION_BARS, 7);
                assertThat(series.size()).isEqualTo(expectedBars);
                fixture.showing(series);
                fixture.view().showAll();
                fixture.pane.setSignals(List.of());
                return fixture.image("all-" + sessions + "-sessions.png");
            }
        });
        assertThat(pixels(image, theme.up())).isGreaterThan(500);
        assertThat(pixels(image, theme.down())).isGreaterThan(500);
    }

    @Test
    void drawsOneSessionAndTheCrosshair() throws Exception {
        ChartTheme theme = ChartTheme.dark();
        BufferedImage image = FxThread.call(() -> {
            try (ChartFixture fixture = new ChartFixture(1200, 700, theme)) {
                showFiveSessions(fixture);
                fixture.view().showLatest(375);
                fixture.hover(400, 200);
                return fixture.image("session-crosshair.png");
            }
        });
        assertThat(pixels(image, theme.crosshair())).isGreaterThan(300);
        assertThat(pixels(image, theme.tag())).isGreaterThan(300);
    }

    @Test
    void drawsTheCardOfAHoveredSignal() throws Exception {
        FxThread.run(() -> {
            try (ChartFixture fixture = new ChartFixture(900, 600, ChartTheme.dark())) {
                WalkSeries series = showFiveSessions(fixture);
                ChartModel model = fixture.pane.model();
                fixture.hover(
                        model.view().centre(series.size() - 30), model.marks().tipY(1, model) + 4);
                fixture.image("signal-card.png");
                assertThat(fixture.pane.lookup(".signal-card").isVisible()).isTrue();
            }
        });
    }

    private static WalkSeries showFiveSessions(ChartFixture fixture) {
        WalkSeries series = WalkSeries.minutes(5, LAST_SESSION_BARS, 42);
        series.setForming(true);
        fixture.clock(IndiaTime.epochMillis(WalkSeries.LAST_DAY, LocalTime.of(14, 26, 18)));
        fixture.showing(series);
        fixture.pane.setSignals(List.of(
                ChartFixture.signal(1, series, series.size() - 48, "MOMENTUM_LONG"),
                ChartFixture.signal(2, series, series.size() - 30, "MOMENTUM_LONG"),
                ChartFixture.signal(3, series, series.size() - 15, "MOMENTUM_SHORT")));
        fixture.frame();
        return series;
    }

    private static ChartTheme theme(String name) {
        return switch (name) {
            case "dark" -> ChartTheme.dark();
            case "light" -> ChartTheme.light();
            case "colourBlindDark" -> ChartTheme.colourBlindDark();
            case "colourBlindLight" -> ChartTheme.colourBlindLight();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static long pixels(BufferedImage image, Color color) {
        int wanted = 0xff000000
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) == wanted) {
                    count++;
                }
            }
        }
        return count;
    }
}
