/// Frame rate of the candle chart beside ChartFX's own renderer and a bare canvas.
@NullMarked
package in.sauda.bench.chart;

import org.jspecify.annotations.NullMarked;
