package in.sauda.core.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.MMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/// Our indicators beside those of ta4j on the same bars.
///
/// Windows agree from the first bar. Averages that fade start differently (the mean of n bars here, the first bar
/// there) and must have met after {@link #CONVERGED} bars, where the difference of the starts has faded below 1e-9.
class LibraryIndicatorsTest {
    private static final int BARS = 1_500;
    private static final int CONVERGED = 1_000;

    private final double[] high = new double[BARS];
    private final double[] low = new double[BARS];
    private final double[] close = new double[BARS];
    private final double[] volume = new double[BARS];
    private final BarSeries series = new BaseBarSeriesBuilder()
            .withNumFactory(DoubleNumFactory.getInstance())
            .build();
    private final ClosePriceIndicator closes = new ClosePriceIndicator(series);

    LibraryIndicatorsTest() {
        Random random = new Random(7);
        double price = 1_000;
        for (int bar = 0; bar < BARS; bar++) {
            double open = price;
            price *= 1 + random.nextGaussian() / 500;
            close[bar] = Math.round(price * 20) / 20.0;
            high[bar] = Math.max(open, close[bar]) + random.nextInt(20) / 20.0;
            low[bar] = Math.min(open, close[bar]) - random.nextInt(20) / 20.0;
            volume[bar] = random.nextInt(10_000);
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochSecond(60L * (bar + 1)))
                    .openPrice(open)
                    .highPrice(high[bar])
                    .lowPrice(low[bar])
                    .closePrice(close[bar])
                    .volume(volume[bar])
                    .add();
        }
    }

    private static void same(org.ta4j.core.Indicator<Num> library, int from, IntConsumer feed, DoubleSupplier ours) {
        for (int bar = 0; bar < BARS; bar++) {
            feed.accept(bar);
            if (bar >= from) {
                double expected = library.getValue(bar).doubleValue();
                assertThat(ours.getAsDouble())
                        .as("bar %d", bar)
                        .isEqualTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    @Test
    void simpleAverage() {
        SimpleAverage average = new SimpleAverage(21);
        same(new SMAIndicator(closes, 21), 20, bar -> average.add(close[bar]), average::value);
    }

    @Test
    void exponentialAverage() {
        SmoothedAverage average = SmoothedAverage.ema(21);
        same(new EMAIndicator(closes, 21), CONVERGED, bar -> average.add(close[bar]), average::value);
    }

    @Test
    void wildersAverage() {
        SmoothedAverage average = SmoothedAverage.wilder(14);
        same(new MMAIndicator(closes, 14), CONVERGED, bar -> average.add(close[bar]), average::value);
    }

    @Test
    void relativeStrength() {
        RelativeStrength strength = new RelativeStrength(14);
        same(new RSIIndicator(closes, 14), CONVERGED, bar -> strength.add(close[bar]), strength::value);
    }

    @Test
    void averageTrueRange() {
        AverageTrueRange range = new AverageTrueRange(14);
        same(new ATRIndicator(series, 14), CONVERGED, bar -> range.add(high[bar], low[bar], close[bar]), range::value);
    }

    @Test
    void directionalMovement() {
        DirectionalMovement movement = new DirectionalMovement(14);
        IntConsumer feed = bar -> movement.add(high[bar], low[bar], close[bar]);
        same(new ADXIndicator(series, 14, 14), CONVERGED, feed, movement::value);
        movement.reset();
        same(new PlusDIIndicator(series, 14), CONVERGED, feed, movement::plusIndex);
        movement.reset();
        same(new MinusDIIndicator(series, 14), CONVERGED, feed, movement::minusIndex);
    }

    @Test
    void convergenceDivergence() {
        Macd macd = new Macd(12, 26, 9);
        MACDIndicator library = new MACDIndicator(closes, 12, 26);
        same(library, CONVERGED, bar -> macd.add(close[bar]), macd::value);
        macd.reset();
        same(library.getSignalLine(9), CONVERGED, bar -> macd.add(close[bar]), macd::signal);
    }

    @Test
    void stochastic() {
        Stochastic stochastic = new Stochastic(14, 3, 3);
        same(
                new StochasticOscillatorKIndicator(series, 14),
                13,
                bar -> stochastic.add(high[bar], low[bar], close[bar]),
                stochastic::raw);
    }

    @Test
    void onBalanceVolume() {
        OnBalanceVolume balance = new OnBalanceVolume();
        same(new OnBalanceVolumeIndicator(series), 0, bar -> balance.add(close[bar], volume[bar]), balance::value);
    }
}
