/// The live candle chart: one canvas hosted by ChartFX, fed straight from a
/// {@link in.sauda.core.candles.BarSeries} and redrawn at most once per frame.
@NullMarked
package in.sauda.app.chart;

import org.jspecify.annotations.NullMarked;
