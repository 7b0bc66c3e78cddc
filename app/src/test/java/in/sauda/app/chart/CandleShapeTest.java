package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class CandleShapeTest {
    private static final double BODY_SHARE = 0.72;

    @Provide
    Arbitrary<Double> screenScales() {
        return Arbitraries.of(1.0, 1.25, 1.5, 2.0, 3.0);
    }

    @Property
    void edgesLieOnDevicePixelsAndTheWickIsInTheMiddle(
            @ForAll("screenScales") double scale,
            @ForAll @DoubleRange(min = 1, max = 64) double barWidth,
            @ForAll @DoubleRange(min = 0, max = 2_000) double centre) {
        PixelGrid grid = new PixelGrid();
        grid.setScale(scale);
        CandleShape shape = new CandleShape();
        shape.fit(barWidth, BODY_SHARE, grid);
        double left = shape.bodyLeft(centre);
        double right = left + shape.bodyWidth();
        double wickLeft = shape.wickLeft(centre);
        double wickRight = wickLeft + grid.line();
        assertOnDevicePixel(left * scale);
        assertOnDevicePixel(right * scale);
        assertOnDevicePixel(wickLeft * scale);
        assertThat(wickLeft - left).isCloseTo(right - wickRight, within(1e-9));
        assertThat(shape.bodyWidth()).isLessThanOrEqualTo(Math.max(grid.line(), barWidth));
    }

    private static void assertOnDevicePixel(double devicePixels) {
        assertThat(devicePixels).isCloseTo(Math.rint(devicePixels), within(1e-6));
    }
}
