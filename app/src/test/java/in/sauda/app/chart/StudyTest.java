package in.sauda.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import in.sauda.app.testkit.ArrayBars;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Studies show the engine's numbers; check vectors of rules 1.2.
class StudyTest {
    private static final double[] CLOSES = {
        22.27, 22.19, 22.08, 22.17, 22.18, 22.13, 22.23, 22.43, 22.24, 22.29, 22.15, 22.39, 22.38, 22.61, 23.36
    };

    private static ArrayBars closes(Timeframe timeframe) {
        long[][] bars = new long[CLOSES.length + 1][];
        for (int i = 0; i < bars.length; i++) {
            long close = Math.round(CLOSES[Math.min(i, CLOSES.length - 1)] * 100);
            long start = IndiaTime.epochMillis(LocalDate.of(2026, 11, 20), LocalTime.of(9, 15)) + i * 60_000L;
            bars[i] = new long[] {start, close, close, close, close, 100};
        }
        return new ArrayBars(timeframe, bars);
    }

    private static StudyLines lines(Study study, ArrayBars bars) {
        Studies studies = new Studies();
        studies.choose(EnumSet.of(study));
        SeriesIndex index = new SeriesIndex();
        assertThat(index.refresh(bars)).isTrue();
        studies.update(bars, index);
        return study.below() ? studies.below().getFirst() : studies.above().getFirst();
    }

    @Test
    void drawsTheExponentialAverageOfTheCheckVectorOverClosedBars() {
        StudyLines lines = lines(Study.EMA_9, closes(Timeframe.M1));
        assertThat(lines.size()).as("the forming bar has no value").isEqualTo(15);
        assertThat(lines.value(0, 7)).isNaN();
        assertThat(lines.value(0, 8)).isEqualTo(22.213333, offset(5e-7));
        assertThat(lines.value(0, 14)).isEqualTo(22.545393, offset(5e-7));
        assertThat(lines.value(0, 15)).isNaN();
    }

    @Test
    void pivotsComeFromTheDayBeforeAndNotBeforeIt() {
        long[][] bars = {
            bar(19, "09:15", 10_000, 10_500, 9_900, 10_400),
            bar(19, "15:29", 10_400, 10_600, 10_300, 10_500),
            bar(20, "09:15", 10_500, 10_550, 10_450, 10_500),
            bar(20, "09:16", 10_500, 10_550, 10_450, 10_500)
        };
        StudyLines lines = lines(Study.CPR, new ArrayBars(Timeframe.M1, bars));
        assertThat(lines.value(0, 1)).isNaN();
        double pivot = (106.0 + 99.0 + 105.0) / 3;
        double bottom = (106.0 + 99.0) / 2;
        assertThat(lines.value(0, 2)).isEqualTo(pivot, offset(1e-9));
        assertThat(lines.value(1, 2)).isEqualTo(2 * pivot - bottom, offset(1e-9));
        assertThat(lines.value(2, 2)).isEqualTo(bottom, offset(1e-9));
    }

    private static long[] bar(int day, String clock, long open, long high, long low, long close) {
        return new long[] {
            IndiaTime.epochMillis(LocalDate.of(2026, 11, day), LocalTime.parse(clock)), open, high, low, close, 100
        };
    }

    @Test
    void bandsOfTheSessionSayNothingOnDailyBars() {
        assertThat(lines(Study.VWAP_BANDS, closes(Timeframe.D1)).value(0, 10)).isNaN();
        assertThat(lines(Study.VWAP_BANDS, closes(Timeframe.M1)).value(0, 10)).isGreaterThan(22);
    }

    @Test
    void namesAreStable() {
        assertThat(Set.of(Study.values()))
                .allSatisfy(study -> assertThat(Study.named(study.id())).contains(study));
        assertThat(Study.named("nonsense")).isEmpty();
        assertThat(Study.EMA_9.id()).isEqualTo("ema-9");
    }
}
