package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ViewportTest {
    private static Viewport view(int bars, double width) {
        Viewport view = new Viewport();
        view.reset(bars);
        view.resize(width);
        return view;
    }

    @Property(tries = 300)
    void barAndPixelAreInverse(
            @ForAll @IntRange(min = 1, max = 100_000) int bars,
            @ForAll @DoubleRange(min = 100, max = 3_000) double width,
            @ForAll @DoubleRange(min = 0.05, max = 20) double zoom,
            @ForAll @DoubleRange(min = 0, max = 1) double position) {
        Viewport view = view(bars, width);
        view.zoom(zoom, width * position);
        double x = width * position;
        assertThat(view.x(view.barAt(x))).isCloseTo(x, within(1e-6 * width));
        int bar = (int) Math.floor(view.barAt(x));
        assertThat(Math.floor(view.barAt(view.centre(bar)))).isEqualTo(bar);
    }

    @Property(tries = 300)
    void zoomKeepsTheBarUnderThePointer(
            @ForAll @DoubleRange(min = 0.5, max = 2) double zoom,
            @ForAll @DoubleRange(min = 0, max = 800) double pointer) {
        Viewport view = view(5_000, 800);
        view.pan(3_000);
        double before = view.barAt(pointer);
        view.zoom(zoom, pointer);
        assertThat(view.barAt(pointer)).isCloseTo(before, within(1e-9));
    }

    @Example
    void startsWithTheNewestBarAtTheRightMargin() {
        Viewport view = view(1_000, 800);
        assertThat(view.x(1_000)).isCloseTo(800 - Viewport.RIGHT_MARGIN_PIXELS, within(1e-9));
        assertThat(view.following()).isTrue();
    }

    @Example
    void fewBarsStartAtTheLeftAndStayThereUntilThePaneIsFull() {
        Viewport view = view(1, 800);
        double start = view.x(0);
        assertThat(start).isBetween(0.0, 20.0);
        for (int bars = 2; bars <= 90; bars++) {
            view.barsChanged(bars);
            assertThat(view.x(0)).isCloseTo(start, within(1e-9));
        }
        view.barsChanged(200);
        assertThat(view.x(200)).isCloseTo(800 - Viewport.RIGHT_MARGIN_PIXELS, within(1e-9));
    }

    @Example
    void followsNewBarsWhileTheNewestIsOnScreen() {
        Viewport view = view(1_000, 800);
        view.pan(20);
        double newest = view.x(1_000);
        view.barsChanged(1_003);
        assertThat(view.following()).isTrue();
        assertThat(view.x(1_003)).isCloseTo(newest, within(1e-9));
    }

    @Example
    void staysWhereItWasPannedTo() {
        Viewport view = view(1_000, 800);
        view.pan(2_000);
        double left = view.left();
        view.barsChanged(1_010);
        assertThat(view.following()).isFalse();
        assertThat(view.left()).isEqualTo(left);
        view.jumpToLatest();
        assertThat(view.following()).isTrue();
    }

    @Example
    void neverPansTheLastBarsAway() {
        Viewport view = view(500, 800);
        view.pan(-100_000);
        assertThat(view.endVisible() - view.firstVisible()).isGreaterThanOrEqualTo(3);
        view.pan(1_000_000);
        assertThat(view.endVisible() - view.firstVisible()).isGreaterThanOrEqualTo(3);
    }

    @Example
    void keepsTheWholeHistoryFittedWhileBarsArrive() {
        Viewport view = view(94_000, 1_000);
        view.showAll();
        view.barsChanged(94_100);
        assertThat(view.firstVisible()).isZero();
        assertThat(view.endVisible()).isEqualTo(94_100);
        assertThat(view.x(94_100)).isLessThan(1_000);
    }

    @Example
    void fitsTheNewestBarsEvenBeforeTheWidthIsKnown() {
        Viewport view = new Viewport();
        view.reset(5_000);
        view.showLatest(375);
        view.resize(1_000);
        assertThat(view.endVisible() - view.firstVisible()).isBetween(375, 377);
    }
}
