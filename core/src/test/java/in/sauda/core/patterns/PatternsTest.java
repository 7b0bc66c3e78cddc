package in.sauda.core.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternsTest {
    /// The eleven candles of rules 1.3.
    @ParameterizedTest(name = "{0} {1} {2} {3} is {4}")
    @CsvSource({
        "90, 91, 85, 91, HAMMER",
        "101, 101.2, 96, 100, HAMMER",
        "100, 101.31, 95, 101, NONE",
        "100, 100, 95, 100, HAMMER",
        "100, 105, 98.8, 99, SHOOTING_STAR",
        "100, 105, 98.6, 99, NONE",
        "100, 110, 99, 109, STRONG_BULL",
        "101.5, 110, 100, 107.5, STRONG_BULL",
        "101.4, 110, 100, 107.4, NONE",
        "110, 110, 100, 100, STRONG_BEAR",
        "100, 100, 100, 100, NONE",
    })
    void namesTheCandlesOfTheCheckVector(double open, double high, double low, double close, String expected) {
        PatternScanner scanner = new PatternScanner(PatternProfile.NOTES);
        scanner.add(new CandleShape(open, high, low, close), 100);
        assertThat(scanner.found())
                .isEqualTo(expected.equals("NONE") ? EnumSet.noneOf(Pattern.class) : Set.of(Pattern.valueOf(expected)));
    }

    @ParameterizedTest(name = "{0} after {1}: bullish {2} bearish {3} inside {4}")
    @CsvSource({
        "10 12 9 11.5,  11 11.5 10 10.2, true,  false, false",
        "10.2 11 10 11, 11 11.5 10 10.2, false, false, false",
        "10 11 10 11,   11 11.5 10 10.2, true,  false, false",
        "11 12 9 10,    10 11 9.9 10.5,  false, true,  false",
        "10 12 9 11.5,  10 10.5 9 10,    false, false, false",
        "10.4 10.6 10.2 10.5, 10 11 9.9 10.5, false, false, true",
        "10.4 11 10.2 10.5,   10 11 9.9 10.5, false, false, false",
    })
    void engulfsOnlyARealBodyAndNotAnEqualOne(
            String current, String previous, boolean bullish, boolean bearish, boolean inside) {
        CandleShape before = shape(previous);
        CandleShape candle = shape(current);
        assertThat(Patterns.bullishEngulfing(before, candle)).isEqualTo(bullish);
        assertThat(Patterns.bearishEngulfing(before, candle)).isEqualTo(bearish);
        assertThat(Patterns.insideBar(before, candle)).isEqualTo(inside);
    }

    private static CandleShape shape(String text) {
        String[] cells = text.split(" ", -1);
        return new CandleShape(
                Double.parseDouble(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]));
    }

    private static CandleShape wide(double range) {
        return new CandleShape(100, 100 + range, 100, 100 + range / 2);
    }

    @Test
    void seesCompressionAndTheNarrowestOfSeven() {
        PatternScanner scanner = new PatternScanner(PatternProfile.NOTES);
        for (int i = 0; i < 6; i++) {
            scanner.add(wide(4), 100);
            assertThat(scanner.is(Pattern.RANGE_COMPRESSION)).isFalse();
        }
        scanner.add(wide(2), 100);
        assertThat(scanner.is(Pattern.RANGE_COMPRESSION)).isFalse();
        assertThat(scanner.is(Pattern.NR7)).isTrue();
        scanner.add(wide(1.7), 100);
        // Mean of 4 4 4 4 2 is 3.6.
        assertThat(scanner.is(Pattern.RANGE_COMPRESSION)).isTrue();
        assertThat(scanner.is(Pattern.NR7)).isTrue();
        scanner.add(wide(1.7), 100);
        assertThat(scanner.is(Pattern.NR7)).isFalse();
    }

    @Test
    void saysUnknownWithoutVolume() {
        PatternScanner scanner = new PatternScanner(PatternProfile.NOTES);
        scanner.add(wide(1), -1);
        assertThat(scanner.volumeSupport()).isEqualTo(VolumeSupport.UNKNOWN);
        for (int i = 0; i < 5; i++) {
            scanner.add(wide(1), 100);
            assertThat(scanner.volumeSupport()).isEqualTo(VolumeSupport.YES);
        }
        scanner.add(wide(1), 120);
        assertThat(scanner.volumeSupport()).isEqualTo(VolumeSupport.NO);
        scanner.add(wide(1), 130);
        assertThat(scanner.volumeSupport()).isEqualTo(VolumeSupport.YES);
    }

    /// Ten falling candles with a range of 2 and a body of 1, then a small one with a long lower shadow.
    private static PatternScanner afterAFall(PatternProfile profile) {
        PatternScanner scanner = new PatternScanner(profile);
        for (int i = 0; i < 12; i++) {
            double top = 120 - i;
            scanner.add(new CandleShape(top - 0.5, top, top - 2, top - 1.5), 100);
        }
        return scanner;
    }

    @Test
    void asksTheLibrariesOnlyAfterAFall() {
        CandleShape hammer = new CandleShape(107.4, 107.52, 105, 107.5);
        for (PatternProfile profile : PatternProfile.values()) {
            PatternScanner fallen = afterAFall(profile);
            fallen.add(hammer, 100);
            assertThat(fallen.is(Pattern.HAMMER)).as("%s after a fall", profile).isTrue();
            PatternScanner alone = new PatternScanner(profile);
            alone.add(hammer, 100);
            assertThat(alone.is(Pattern.HAMMER)).as("%s alone", profile).isEqualTo(profile == PatternProfile.NOTES);
        }
    }

    @Test
    void wantsAGapForTheStarOfTaLib() {
        PatternScanner scanner = new PatternScanner(PatternProfile.TALIB);
        for (int i = 0; i < 12; i++) {
            double bottom = 100 + i;
            scanner.add(new CandleShape(bottom + 0.5, bottom + 2, bottom, bottom + 1.5), 100);
        }
        scanner.add(new CandleShape(112.9, 115, 112.8, 112.8), 100);
        assertThat(scanner.is(Pattern.SHOOTING_STAR)).isTrue();
        scanner.add(new CandleShape(112.9, 115, 112.8, 112.8), 100);
        assertThat(scanner.is(Pattern.SHOOTING_STAR)).isFalse();
    }

    @Test
    void squeezesWhileTheClosesHardlyMove() {
        PatternScanner scanner = new PatternScanner(PatternProfile.NOTES);
        for (int i = 0; i < 25; i++) {
            scanner.add(new CandleShape(100, 101, 99, 100 + (i % 2) / 10.0), 100);
        }
        assertThat(scanner.is(Pattern.SQUEEZE)).isTrue();
        for (int i = 0; i < 10; i++) {
            scanner.add(new CandleShape(100 + 2 * i, 102 + 2 * i, 100 + 2 * i, 102 + 2 * i), 100);
        }
        assertThat(scanner.is(Pattern.SQUEEZE)).isFalse();
    }
}
