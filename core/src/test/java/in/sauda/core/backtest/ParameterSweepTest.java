package in.sauda.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.engine.TestInstruments;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterSweepTest {
    private static final long MINUTE = 60_000L;

    /// On every day one spike of volume near the high at 09:40; afterwards the price goes that far.
    private static CandleArray days(long... moves) {
        CandleArray candles = new CandleArray();
        LocalDate date = LocalDate.of(2026, 4, 6);
        for (long move : moves) {
            long open = IndiaTime.epochMillis(date, LocalTime.of(9, 15));
            for (int i = 0; i < 25; i++) {
                candles.add(open + i * MINUTE, 100_000, 100_050, 99_950, 100_000, 1_000);
            }
            candles.add(open + 25 * MINUTE, 100_000, 100_300, 100_000, 100_250, 3_000);
            for (int i = 26; i < 40; i++) {
                long price = 100_250 + move;
                candles.add(
                        open + i * MINUTE,
                        i == 26 ? 100_250 : price,
                        Math.max(100_250, price),
                        Math.min(100_250, price),
                        price,
                        500);
            }
            date = date.plusDays(1);
        }
        return candles;
    }

    private static ParameterSweep.Result run(CandleArray candles, String... ranges) {
        return new ParameterSweep(
                        "momentum",
                        Map.of("slippagePct", "0"),
                        List.of(ranges).stream().map(SweepRange::parse).toList())
                .run(List.of(new SymbolCandles(TestInstruments.INFY, candles)), _ -> {});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            volMultiplier=1.5..3:0.5      | 1.5 2 2.5 3
            noSignalBefore=09:15..09:45:15 | 09:15 09:30 09:45
            short=true,false              | true false
            holdMinutes=5..6:5            | 5
            hodProximityPct=0.1..0.3:0.1  | 0.1 0.2 0.3
            """)
    void aRangeNamesItsValuesExactly(String text, String values) {
        assertThat(SweepRange.parse(text).values()).containsExactly(values.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            volMultiplier           | written name=
            volMultiplier=3..1:0.5  | go up
            volMultiplier=1..3      | from..to:step
            volMultiplier=1..3:0    | go up
            volMultiplier=1..9:0.001| more than 1000
            short=true,             | from..to:step
            """)
    void aRangeThatCannotBeMeantIsRefused(String text, String sentence) {
        assertThatThrownBy(() -> SweepRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void everyCombinationIsTheBacktestOfItsParametersInTheOrderOfTheRanges() {
        CandleArray candles = days(500, -300, 400, 200);
        ParameterSweep.Result swept = run(candles, "volMultiplier=1.5..3:1.5", "holdMinutes=5,10");
        assertThat(swept.keys()).containsExactly("volMultiplier", "holdMinutes");
        assertThat(swept.runs())
                .extracting(SweepFiles::words)
                .containsExactly(
                        "volMultiplier 1.5, holdMinutes 5",
                        "volMultiplier 1.5, holdMinutes 10",
                        "volMultiplier 3, holdMinutes 5",
                        "volMultiplier 3, holdMinutes 10");
        for (SweepRun run : swept.runs()) {
            BacktestParameters parameters = new BacktestParameters("momentum");
            parameters.set("slippagePct=0");
            run.values().forEach((key, value) -> parameters.set(key + "=" + value));
            BacktestResult alone = new Backtest(
                            List.of(new SymbolCandles(TestInstruments.INFY, candles)),
                            parameters.profile(),
                            parameters.plan())
                    .run();
            assertThat(run.whole()).isEqualTo(Performance.of(alone.trades()));
            assertThat(run.firstHalf().netPaise() + run.secondHalf().netPaise())
                    .isEqualTo(run.whole().netPaise());
            assertThat(run.firstHalf().trades() + run.secondHalf().trades())
                    .isEqualTo(run.whole().trades());
        }
        assertThat(swept.runs().getFirst().firstHalf().trades()).isEqualTo(2);
    }

    @Test
    void theSameSweepTwiceGivesTheSameBytes() {
        CandleArray candles = days(500, -300, 400, 200);
        String once = SweepFiles.csv(run(candles, "volMultiplier=1..3:0.5", "holdMinutes=1..5:1"));
        assertThat(SweepFiles.csv(run(candles, "volMultiplier=1..3:0.5", "holdMinutes=1..5:1")))
                .isEqualTo(once);
        assertThat(once).startsWith("run,volMultiplier,holdMinutes,signals,trades,");
        assertThat(once.lines()).hasSize(26);
    }

    @Test
    void aBestThatLosesLaterIsCalledOverFitted() {
        SweepVerdict verdict =
                run(days(600, 600, -900, -900), "holdMinutes=2..10:2").verdict();
        assertThat(verdict.warnings())
                .anySatisfy(sentence -> assertThat(sentence).contains("loses on the second half"))
                .anySatisfy(sentence -> assertThat(sentence).contains("Only 4 trades"));
    }

    @Test
    void luckIsRecognisedByTheRanksOfBothHalves() {
        List<SweepRun> runs = new ArrayList<>();
        List<SweepRun> steady = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            runs.add(made(i + 1, 1_000L - i, 1_000L + i));
            steady.add(made(i + 1, 1_000L - i, 500L - i));
        }
        assertThat(SweepVerdict.of(runs).correlation()).isEqualTo(-1.0);
        assertThat(SweepVerdict.of(runs).rankSecond()).isEqualTo(10);
        assertThat(SweepVerdict.of(runs).warnings())
                .anySatisfy(sentence -> assertThat(sentence).contains("rank 10 of 10"))
                .anySatisfy(sentence -> assertThat(sentence).contains("rank correlation -1.00"));
        assertThat(SweepVerdict.of(steady).correlation()).isEqualTo(1.0);
        assertThat(SweepVerdict.of(steady).warnings()).isEmpty();
    }

    private static SweepRun made(int number, long first, long second) {
        return new SweepRun(
                number, Map.of("holdMinutes", "5"), 80, net(80, first + second), net(40, first), net(40, second));
    }

    private static Performance net(int trades, long paise) {
        return new Performance(trades, trades, paise, 0, paise, paise, 0, null, 0, 5);
    }

    @Test
    void tooManyCombinationsAndLockedParametersAreRefusedBeforeAnythingRuns() {
        List<SweepRange> many =
                List.of(SweepRange.parse("volMultiplier=1..10:0.01"), SweepRange.parse("holdMinutes=1..100:1"));
        assertThatThrownBy(() -> new ParameterSweep("momentum", Map.of(), many))
                .hasMessageContaining("combinations")
                .hasMessageContaining("10000");
        assertThatThrownBy(() ->
                        new ParameterSweep("momentum-v0", Map.of(), List.of(SweepRange.parse("volMultiplier=1,2"))))
                .hasMessageContaining("locked");
    }

    @Test
    void progressCountsEveryRun() {
        AtomicInteger most = new AtomicInteger();
        new ParameterSweep("momentum", Map.of(), List.of(SweepRange.parse("holdMinutes=1..7:1")))
                .run(
                        List.of(new SymbolCandles(TestInstruments.INFY, days(100, 100))),
                        done -> most.accumulateAndGet(done, Math::max));
        assertThat(most.get()).isEqualTo(7);
    }
}
