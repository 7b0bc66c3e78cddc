package in.sauda.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import in.sauda.core.backtest.Backtest;
import in.sauda.core.backtest.TradePlan;
import in.sauda.core.candlefile.SymbolCandles;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.candles.CandlePlayer;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Explanation.Held;
import in.sauda.core.strategy.Explanation.Rule;
import in.sauda.core.strategy.Explanation.Verdict;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Why and why not, with the check vector of rules 2.2 and against the strategy itself.
class MomentumExplainerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instrument SHARE = new Instrument(
            "test",
            new InstrumentKey(Segment.NSE, "1"),
            "TEST-EQ",
            "TEST",
            "",
            InstrumentCategory.EQUITY,
            null,
            0,
            null,
            1,
            5,
            0,
            false);
    private static final StrategyType MOMENTUM = StrategyTypes.named("momentum");

    private static long at(String time) {
        return IndiaTime.epochMillis(DAY, LocalTime.parse(time));
    }

    private static LiveBarSeries play(CandleArray candles) {
        CandlePlayer player = new CandlePlayer(_ -> {});
        LiveBarSeries series = player.track(0, SHARE, candles);
        while (player.step()) {
            assertThat(series.size()).isPositive();
        }
        return series;
    }

    private static CandleArray vector() {
        CandleArray candles = new CandleArray();
        for (int i = 0; i < 20; i++) {
            candles.add(at("09:15") + i * 60_000L, 10_000, 10_050, 9_950, 10_000, 1_000);
        }
        candles.add(at("09:35"), 10_000, 10_100, 10_000, 10_090, 3_000);
        candles.add(at("09:36"), 10_090, 10_095, 10_060, 10_080, 400);
        return candles;
    }

    @Test
    void namesEveryRuleOfTheCheckVector() {
        List<Explanation> day =
                MOMENTUM.explain(MOMENTUM.builtIn().getFirst(), SHARE, play(vector()), at("12:00"), EventPressure.NONE);
        assertThat(day).hasSize(22);
        assertThat(day.getFirst().verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(day.getFirst().sentence()).isEqualTo("Not judged: too few candles.");

        Explanation signal = day.get(20);
        assertThat(signal.startMillis()).isEqualTo(at("09:35"));
        assertThat(signal.verdict()).isEqualTo(Verdict.SIGNAL);
        assertThat(signal.confidence()).isEqualTo(0.811206, offset(5e-7));
        assertThat(signal.legacyConfidence()).isEqualTo(1.0);
        assertThat(signal.rules()).extracting(Rule::held).containsOnly(Held.YES);
        assertThat(signal.rules())
                .extracting(Rule::value)
                .startsWith("+0.817 %", "0.099 %", "2.727×", "09:36", "none today");
        assertThat(signal.rules())
                .extracting(Rule::wanted)
                .startsWith("above 100.08", "at most 0.5 %", "at least 2×", "09:20 to 15:10");

        Explanation next = day.get(21);
        assertThat(next.verdict()).isEqualTo(Verdict.NO_SIGNAL);
        assertThat(next.confidence()).isNaN();
        assertThat(next.rules())
                .extracting(Rule::held)
                .containsExactly(Held.YES, Held.YES, Held.NO, Held.YES, Held.NO, Held.YES);
        assertThat(next.sentence()).contains("volume over its 20-bar mean", "wanted at least 2×");
    }

    @Test
    void saysSignalExactlyWhereTheStrategyDoes() {
        for (StrategyProfile profile : MOMENTUM.builtIn()) {
            for (long seed = 1; seed <= 5; seed++) {
                CandleArray candles = walk(seed);
                List<Signal> raised = new Backtest(
                                List.of(new SymbolCandles(SHARE, candles)),
                                MomentumType.thresholds(profile),
                                TradePlan.standard())
                        .run()
                        .signals();
                List<Explanation> day =
                        MOMENTUM.explain(profile, SHARE, play(candles), at("12:00"), EventPressure.NONE);
                assertThat(raised).isNotEmpty();
                assertThat(day)
                        .filteredOn(each -> each.verdict() == Verdict.SIGNAL)
                        .extracting(Explanation::startMillis)
                        .containsExactlyElementsOf(
                                raised.stream().map(Signal::candleMillis).toList());
            }
        }
    }

    /// A rising day with a loud minute now and then.
    private static CandleArray walk(long seed) {
        Random random = new Random(seed);
        CandleArray candles = new CandleArray();
        long price = 100_000;
        for (int minute = 0; minute < 375; minute++) {
            long open = price;
            price += random.nextInt(101) - 46;
            long high = Math.max(open, price) + random.nextInt(10);
            long low = Math.min(open, price) - random.nextInt(10);
            long volume = 500L + random.nextInt(500) + (random.nextInt(8) == 0 ? 4_000L : 0L);
            candles.add(at("09:15") + minute * 60_000L, open, high, low, price, volume);
        }
        return candles;
    }
}
