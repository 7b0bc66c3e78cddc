package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.lang.ref.WeakReference;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The chart in a window of the headless platform, moved with real input events.
class ChartPaneTest {
    private static final double WIDTH = 900;
    private static final double HEIGHT = 600;

    private static void onChart(Consumer<ChartFixture> actions) throws Exception {
        FxThread.run(() -> {
            try (ChartFixture fixture = new ChartFixture(WIDTH, HEIGHT, ChartTheme.dark())) {
                fixture.showing(WalkSeries.minutes(5, 300, 42));
                actions.accept(fixture);
            }
        });
    }

    @Test
    void wheelZoomsAtThePointer() throws Exception {
        onChart(fixture -> {
            double before = fixture.view().barAt(300);
            double barWidth = fixture.view().barWidth();
            fixture.wheel(300, 200, 0, 40, false);
            assertThat(fixture.view().barWidth()).isGreaterThan(barWidth);
            assertThat(fixture.view().barAt(300)).isCloseTo(before, within(1e-9));
            fixture.wheel(300, 200, 0, -120, false);
            assertThat(fixture.view().barWidth()).isLessThan(barWidth);
            assertThat(fixture.view().barAt(300)).isCloseTo(before, within(1e-9));
        });
    }

    @Test
    void shiftWheelPans() throws Exception {
        onChart(fixture -> {
            double left = fixture.view().left();
            double barWidth = fixture.view().barWidth();
            fixture.wheel(300, 200, 40, 0, true);
            assertThat(fixture.view().barWidth()).isEqualTo(barWidth);
            assertThat(fixture.view().left()).isCloseTo(left - 40 / barWidth, within(1e-9));
        });
    }

    @Test
    void dragPansAndOffersTheWayBack() throws Exception {
        onChart(fixture -> {
            double left = fixture.view().left();
            double barWidth = fixture.view().barWidth();
            fixture.drag(100, 200, 700, 220);
            assertThat(fixture.view().left()).isCloseTo(left - 600 / barWidth, within(1e-9));
            assertThat(fixture.view().following()).isFalse();
            assertThat(fixture.pane.jumpButton().isVisible()).isTrue();
            fixture.pane.jumpButton().fire();
            fixture.frame();
            assertThat(fixture.view().following()).isTrue();
            assertThat(fixture.pane.jumpButton().isVisible()).isFalse();
        });
    }

    @Test
    void pricesFitTheVisibleBarsWhereverTheViewIsPanned() throws Exception {
        onChart(fixture -> {
            ChartModel model = fixture.pane.model();
            for (int step = 0; step < 4; step++) {
                fixture.drag(100, 200, 600, 200);
                long low = Long.MAX_VALUE;
                long high = Long.MIN_VALUE;
                for (int bar = model.view().firstVisible(); bar < model.view().endVisible(); bar++) {
                    low = Math.min(low, model.bars().low(bar));
                    high = Math.max(high, model.bars().high(bar));
                }
                double height = model.priceScale().height();
                assertThat(model.priceScale().y(low)).isBetween(height * 0.9, height);
                assertThat(model.priceScale().y(high)).isBetween(0.0, height * 0.15);
            }
        });
    }

    @Test
    void dragOnThePriceAxisScalesAndDoubleClickFitsAgain() throws Exception {
        onChart(fixture -> {
            ChartModel model = fixture.pane.model();
            double axisX = model.view().width() + 20;
            double maximum = model.priceScale().maximum();
            fixture.drag(axisX, 200, axisX, 300);
            assertThat(model.priceScale().automatic()).isFalse();
            assertThat(model.priceScale().maximum()).isGreaterThan(maximum);
            fixture.doubleClick(axisX, 200);
            assertThat(model.priceScale().automatic()).isTrue();
            assertThat(model.priceScale().maximum()).isCloseTo(maximum, within(1e-6));
        });
    }

    @Test
    void doubleClickOnTheTimeAxisReturnsToTheNewestBars() throws Exception {
        onChart(fixture -> {
            double axisY = fixture.pane.model().plotHeight() + 10;
            fixture.drag(100, 200, 800, 200);
            fixture.wheel(300, 200, 0, 400, false);
            fixture.doubleClick(300, axisY);
            assertThat(fixture.view().following()).isTrue();
            assertThat(fixture.view().barWidth()).isEqualTo(Viewport.DEFAULT_BAR_WIDTH_PIXELS);
        });
    }

    @Test
    void keysPanZoomAndJump() throws Exception {
        onChart(fixture -> {
            double left = fixture.view().left();
            double barWidth = fixture.view().barWidth();
            fixture.key(KeyCode.LEFT);
            assertThat(fixture.view().left()).isLessThan(left);
            fixture.key(KeyCode.RIGHT);
            assertThat(fixture.view().left()).isCloseTo(left, within(1e-9));
            fixture.key(KeyCode.ADD);
            assertThat(fixture.view().barWidth()).isGreaterThan(barWidth);
            fixture.key(KeyCode.SUBTRACT);
            assertThat(fixture.view().barWidth()).isCloseTo(barWidth, within(1e-9));
            fixture.key(KeyCode.HOME);
            assertThat(fixture.view().firstVisible()).isZero();
            fixture.key(KeyCode.END);
            assertThat(fixture.view().following()).isTrue();
        });
    }

    @Test
    void crosshairFollowsThePointerAndItsBar() throws Exception {
        onChart(fixture -> {
            ChartModel model = fixture.pane.model();
            int bar = model.lastBar() - 20;
            fixture.hover(model.view().centre(bar), 120);
            assertThat(model.crosshair().visible()).isTrue();
            assertThat(model.crosshair().bar(model)).isEqualTo(bar);
        });
    }

    @Test
    void saysWhatItWaitsFor() throws Exception {
        FxThread.run(() -> {
            try (ChartFixture fixture = new ChartFixture(WIDTH, HEIGHT, ChartTheme.light())) {
                assertThat(fixture.pane.stateLabel().getText()).isEqualTo("Choose an instrument");
                fixture.pane.showLoading(ChartFixture.STOCK);
                assertThat(fixture.pane.stateLabel().getText()).isEqualTo("Loading history…");
                WalkSeries series = new WalkSeries(Timeframe.M1, 1);
                fixture.showing(series);
                assertThat(fixture.pane.stateLabel().getText()).isEqualTo("No trades yet");
                assertThat(fixture.pane.stateLabel().isVisible()).isTrue();
                series.session(WalkSeries.LAST_DAY, 1);
                fixture.frame();
                assertThat(fixture.pane.stateLabel().isVisible()).isFalse();
            }
        });
    }

    @Test
    void hidesVolumeForAnIndex() throws Exception {
        onChart(fixture -> {
            assertThat(fixture.pane.model().volumeVisible()).isTrue();
            assertThat(fixture.pane.model().volumeHeight())
                    .isLessThanOrEqualTo(fixture.pane.model().plotHeight() * 0.25);
            fixture.pane.show(ChartFixture.INDEX, WalkSeries.minutes(1, 3));
            fixture.frame();
            assertThat(fixture.pane.model().volumeVisible()).isFalse();
        });
    }

    @Test
    void asksForATimeframeAndLightsTheOneShown() throws Exception {
        onChart(fixture -> {
            List<Timeframe> asked = new ArrayList<>();
            fixture.pane.onTimeframe(asked::add);
            ToggleButton five = button(fixture, "5m");
            five.fire();
            assertThat(asked).containsExactly(Timeframe.M5);
            assertThat(five.isSelected()).isFalse();
            WalkSeries series = new WalkSeries(Timeframe.M5, 1);
            series.session(WalkSeries.LAST_DAY, 20);
            fixture.showing(series);
            assertThat(five.isSelected()).isTrue();
        });
    }

    @Test
    void redrawsForANewSecondOfTheCountdown() throws Exception {
        onChart(fixture -> {
            WalkSeries series = WalkSeries.minutes(1, 60, 5);
            series.setForming(true);
            fixture.clock(IndiaTime.epochMillis(WalkSeries.LAST_DAY, LocalTime.of(10, 14, 10)));
            fixture.showing(series);
            assertThat(fixture.pane.model().countdownText()).isEqualTo("00:50");
            fixture.clock(IndiaTime.epochMillis(WalkSeries.LAST_DAY, LocalTime.of(10, 14, 11)));
            fixture.frame();
            assertThat(fixture.pane.model().countdownText()).isEqualTo("00:49");
            series.setForming(false);
            fixture.frame();
            assertThat(fixture.pane.model().countdownText()).isEmpty();
        });
    }

    @Test
    void aBackfillDoesNotMoveWhatTheUserLooksAt() throws Exception {
        onChart(fixture -> {
            WalkSeries series = WalkSeries.minutes(3, 42);
            fixture.showing(series);
            fixture.drag(100, 200, 800, 200);
            ChartModel model = fixture.pane.model();
            long firstMillis = series.startMillis(model.view().firstVisible());
            double x = model.view().x(model.view().firstVisible());
            for (int bar = 0; bar < 50; bar++) {
                Candle first = series.candle(0);
                series.insert(0, new Candle(first.startMillis() - 60_000, 100, 110, 90, 105, 10, Candle.HISTORY));
            }
            fixture.frame();
            assertThat(series.startMillis(model.view().firstVisible())).isEqualTo(firstMillis);
            assertThat(model.view().x(model.view().firstVisible())).isCloseTo(x, within(1e-6));
        });
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        onChart(fixture -> fixture.hover(100, 100));
        Map<String, Long> before = threadsByName();
        for (int round = 0; round < 5; round++) {
            onChart(fixture -> fixture.wheel(300, 200, 0, 40, false));
        }
        threadsByName()
                .forEach((name, count) -> assertThat(count)
                        .as("threads named %s after five charts were closed", name)
                        .isLessThanOrEqualTo(before.getOrDefault(name, 0L)));
    }

    @Test
    void canBeCollectedOnceDisposed() throws Exception {
        WeakReference<ChartPane> closed = FxThread.call(() -> {
            try (ChartFixture fixture = new ChartFixture(WIDTH, HEIGHT, ChartTheme.dark())) {
                fixture.showing(WalkSeries.minutes(1, 60, 42));
                return new WeakReference<>(fixture.pane);
            }
        });
        for (int attempt = 0; attempt < 100 && closed.get() != null; attempt++) {
            onChart(fixture -> fixture.hover(100, 100));
            System.gc();
        }
        assertThat(closed.get()).isNull();
    }

    @Test
    void staysBlankAfterBeingDisposed() throws Exception {
        onChart(fixture -> {
            fixture.pane.dispose();
            fixture.pane.pulse(1);
            assertThat(fixture.pane.getChildrenUnmodifiable()).isEmpty();
            assertThat(fixture.pane.chart().getRenderers()).isEmpty();
        });
    }

    /// Threads of other tests' connections come and go while charts do; no chart ever opens one.
    private static Map<String, Long> threadsByName() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("OkHttp"))
                .collect(Collectors.groupingBy(Thread::getName, Collectors.counting()));
    }

    private static ToggleButton button(ChartFixture fixture, String text) {
        return fixture.pane.lookupAll(".timeframe-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
