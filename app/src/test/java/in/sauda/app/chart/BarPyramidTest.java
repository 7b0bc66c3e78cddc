package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class BarPyramidTest {
    @Property(tries = 300)
    void findsTheSameExtremesAsAScan(
            @ForAll @Size(min = 1, max = 700) List<@LongRange(min = 1, max = 1_000_000) Long> prices,
            @ForAll @IntRange(max = 10_000) int fromSeed,
            @ForAll @IntRange(max = 10_000) int lengthSeed) {
        BarPyramid pyramid = new BarPyramid();
        for (int bar = 0; bar < prices.size(); bar++) {
            pyramid.put(bar, prices.get(bar), prices.get(bar) + bar % 7, bar % 5 == 0 ? -1 : prices.get(bar) % 1_000);
        }
        int from = fromSeed % prices.size();
        int to = from + 1 + lengthSeed % (prices.size() - from);
        pyramid.query(from, to);
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        long volume = -1;
        for (int bar = from; bar < to; bar++) {
            low = Math.min(low, prices.get(bar));
            high = Math.max(high, prices.get(bar) + bar % 7);
            volume = Math.max(volume, bar % 5 == 0 ? -1 : prices.get(bar) % 1_000);
        }
        assertThat(pyramid.low()).isEqualTo(low);
        assertThat(pyramid.high()).isEqualTo(high);
        assertThat(pyramid.volume()).isEqualTo(volume);
    }

    @Property(tries = 100)
    void seesAmendmentsThatNarrowABar(@ForAll @IntRange(min = 1, max = 600) int size, @ForAll long seed) {
        Random random = new Random(seed);
        long[] highs = new long[size];
        BarPyramid pyramid = new BarPyramid();
        for (int bar = 0; bar < size; bar++) {
            highs[bar] = random.nextInt(1_000);
            pyramid.put(bar, 0, highs[bar], 0);
        }
        for (int amendment = 0; amendment < 20; amendment++) {
            int bar = random.nextInt(size);
            highs[bar] = random.nextInt(1_000);
            pyramid.put(bar, 0, highs[bar], 0);
        }
        pyramid.query(0, size);
        long highest = 0;
        for (long high : highs) {
            highest = Math.max(highest, high);
        }
        assertThat(pyramid.high()).isEqualTo(highest);
    }

    @Example
    void remembersNothingAfterBeingCleared() {
        BarPyramid pyramid = new BarPyramid();
        for (int bar = 0; bar < 100; bar++) {
            pyramid.put(bar, 10, 1_000_000, 5);
        }
        pyramid.clear();
        pyramid.put(0, 20, 30, 1);
        pyramid.put(1, 21, 31, 2);
        pyramid.query(0, 2);
        assertThat(pyramid.size()).isEqualTo(2);
        assertThat(pyramid.high()).isEqualTo(31);
        assertThat(pyramid.low()).isEqualTo(20);
    }
}
