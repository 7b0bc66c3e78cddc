package in.sauda.core.candles;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.engine.TestClock;
import in.sauda.core.feed.MarketEvent;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CandlePropertiesTest {
    /// A random tape in exchange time order, with stragglers by trade time.
    private static TapeFixture play(long seed) {
        Random random = new Random(seed);
        TapeFixture tape = new TapeFixture("09:05");
        tape.tick("09:10:00", 10_000, 1_000);
        long millis = TestClock.at("09:15:10");
        long volume = 1_000;
        long price = 10_000;
        for (int i = 0; i < 400; i++) {
            millis += random.nextInt(4_000);
            price = Math.max(5_000, price + random.nextInt(41) - 20);
            volume += random.nextInt(3) == 0 ? 0 : random.nextInt(500);
            MarketEvent event = tape.event("09:15", price, volume);
            event.exchangeMillis = millis;
            if (random.nextInt(4) == 0) {
                event.lastTradeMillis = millis - random.nextInt(3_000);
            }
            tape.take(event);
        }
        return tape;
    }

    @Property(tries = 200)
    void conservesVolumeAndKeepsBarsCoherent(@ForAll long seed) {
        TapeFixture tape = play(seed);
        LiveBarSeries series = tape.series;
        long sum = tape.builder.gapVolume(0);
        for (int bar = 0; bar < series.size(); bar++) {
            sum += series.volume(bar);
            assertThat(series.low(bar)).isLessThanOrEqualTo(Math.min(series.open(bar), series.close(bar)));
            assertThat(series.high(bar)).isGreaterThanOrEqualTo(Math.max(series.open(bar), series.close(bar)));
            if (bar > 0) {
                assertThat(series.startMillis(bar)).isGreaterThan(series.startMillis(bar - 1));
            }
        }
        assertThat(sum).isEqualTo(traded(seed));
    }

    /// What the tape's cumulative volume grew by.
    private static long traded(long seed) {
        Random random = new Random(seed);
        long traded = 0;
        for (int i = 0; i < 400; i++) {
            random.nextInt(4_000);
            random.nextInt(41);
            traded += random.nextInt(3) == 0 ? 0 : random.nextInt(500);
            if (random.nextInt(4) == 0) {
                random.nextInt(3_000);
            }
        }
        return traded;
    }

    @Property(tries = 50)
    void givesTheSameBarsForTheSameInput(@ForAll long seed) {
        LiveBarSeries first = play(seed).series;
        LiveBarSeries second = play(seed).series;
        assertThat(second.size()).isEqualTo(first.size());
        for (int bar = 0; bar < first.size(); bar++) {
            assertThat(second.candle(bar)).isEqualTo(first.candle(bar));
            assertThat(Double.doubleToRawLongBits(second.vwap(bar)))
                    .isEqualTo(Double.doubleToRawLongBits(first.vwap(bar)));
        }
    }

    @Property(tries = 50)
    void computesTheSameVwapIncrementallyAndFromScratch(@ForAll long seed) {
        LiveBarSeries live = play(seed).series;
        LiveBarSeries again = new LiveBarSeries(Timeframe.M1, 2);
        for (int bar = 0; bar < live.size(); bar++) {
            Candle candle = live.candle(bar);
            again.append(
                    candle.startMillis(),
                    candle.open(),
                    candle.high(),
                    candle.low(),
                    candle.close(),
                    candle.volume(),
                    candle.flags());
        }
        new SessionVwap(again).update(0);
        for (int bar = 0; bar < live.size(); bar++) {
            assertThat(again.vwap(bar)).isEqualTo(live.vwap(bar));
        }
    }
}
