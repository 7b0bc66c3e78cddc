package in.sauda.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.calendar.Announcement;
import in.sauda.core.candles.CandleArray;
import in.sauda.core.candles.CandlePlayer;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.strategy.Explanation.Verdict;
import in.sauda.core.strategy.RegimeGuard.Regime;
import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The kinds of market of rules 2.10, X-1, and what momentum does in them.
class RegimeGuardTest {
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

    private final CandleArray candles = new CandleArray();
    private long price = 100_000;
    private EventPressure events = EventPressure.NONE;

    /// One more minute.
    private void bar(long move, long spread, long volume) {
        long open = price;
        price += move;
        long start = IndiaTime.epochMillis(DAY, LocalTime.of(9, 15)) + candles.size() * 60_000L;
        candles.add(start, open, Math.max(open, price) + spread, Math.min(open, price) - spread, price, volume);
    }

    private RegimeGuard.Reading reading() {
        LiveBarSeries series = series();
        return RegimeGuard.at(series, series.size() - 1, events);
    }

    private LiveBarSeries series() {
        CandlePlayer player = new CandlePlayer(_ -> {});
        LiveBarSeries series = player.track(0, SHARE, candles);
        while (player.step()) {
            assertThat(series.size()).isPositive();
        }
        return series;
    }

    private void trend(int bars) {
        for (int i = 0; i < bars; i++) {
            bar(50, 10, 1_000);
        }
    }

    @Test
    void needsFiftyBarsAndThenBelievesACalmTrendAfterFive() {
        trend(49);
        assertThat(reading().regime()).isEqualTo(Regime.UNDEFINED);
        assertThat(reading().blocks()).isTrue();
        trend(4);
        assertThat(reading().regime()).isEqualTo(Regime.UNDEFINED);
        trend(1);
        assertThat(reading().regime()).isEqualTo(Regime.TRENDING_NORMAL);
        assertThat(reading().factor()).isEqualTo(1);
        // Every bar rises, so nothing moves against the trend.
        assertThat(reading().strength()).isGreaterThan(0.9);
    }

    @Test
    void aVolatileTrendIsBelievedAtOnceAndCountsHalf() {
        trend(60);
        for (int i = 0; i < 12; i++) {
            bar(200, 60, 1_000);
        }
        assertThat(reading().regime()).isEqualTo(Regime.TRENDING_HIGH);
        assertThat(reading().factor()).isEqualTo(0.5);
        assertThat(reading().volatility()).isGreaterThanOrEqualTo(1.5);
    }

    @Test
    void aMarketThatGoesNowhereBlocks() {
        for (int i = 0; i < 80; i++) {
            bar(i % 2 == 0 ? 50 : -50, 10, 1_000);
        }
        assertThat(reading().regime()).isEqualTo(Regime.REVERTING);
        assertThat(reading().blocks()).isTrue();
    }

    @Test
    void hardlyAnyVolumeIsUndefinedAtOnce() {
        trend(60);
        bar(50, 10, 100);
        assertThat(reading().liquidity()).isLessThan(0.2);
        assertThat(reading().regime()).isEqualTo(Regime.UNDEFINED);
    }

    /// The announcement is at 11:00; bar 59 closes at 10:15, bar 104 at 11:00.
    @Test
    void anAnnouncementBlocksFromItsRampToThirtyBarsAfterIt() {
        events = EventPressure.of(List.of(new Announcement(DAY, LocalTime.of(11, 0), "Policy")));
        trend(80);
        assertThat(reading().regime()).as("25 minutes before").isEqualTo(Regime.TRENDING_NORMAL);
        trend(1);
        assertThat(reading().regime()).as("24 minutes before").isEqualTo(Regime.EVENT);
        assertThat(reading().blocks()).isTrue();
        trend(24);
        assertThat(reading().regime()).as("at the announcement").isEqualTo(Regime.EVENT);
        trend(30);
        assertThat(reading().regime()).as("cooling down").isEqualTo(Regime.EVENT);
        trend(5);
        assertThat(reading().regime()).as("confirmed again").isEqualTo(Regime.TRENDING_NORMAL);
    }

    @Test
    void aLockGoesBeforeAMarketThatHardlyTrades() {
        events = EventPressure.of(List.of(new Announcement(DAY, LocalTime.of(10, 30), "Policy")));
        trend(60);
        bar(50, 10, 100);
        assertThat(reading().regime()).isEqualTo(Regime.EVENT);
    }

    @Test
    void onlyAnEnforcedGuardKeepsASignalBack() {
        // The check vector of rules 2.2 has 21 candles, fewer than the guard needs.
        for (int i = 0; i < 20; i++) {
            candles.add(
                    IndiaTime.epochMillis(DAY, LocalTime.of(9, 15)) + i * 60_000L,
                    10_000,
                    10_050,
                    9_950,
                    10_000,
                    1_000);
        }
        candles.add(IndiaTime.epochMillis(DAY, LocalTime.of(9, 35)), 10_000, 10_100, 10_000, 10_090, 3_000);
        MomentumType momentum = new MomentumType();
        StrategyProfile usual = momentum.builtIn().getFirst();
        long noon = IndiaTime.epochMillis(DAY, LocalTime.NOON);
        Explanation watched = momentum.explain(usual, SHARE, series(), noon, EventPressure.NONE)
                .getLast();
        assertThat(watched.verdict()).isEqualTo(Verdict.SIGNAL);
        assertThat(watched.rules().getLast().value()).isEqualTo("undefined");
        Explanation held = momentum.explain(
                        usual.edited(2, Map.of("regimeGuard", "ENFORCE")), SHARE, series(), noon, EventPressure.NONE)
                .getLast();
        assertThat(held.verdict()).isEqualTo(Verdict.HELD_BACK);
        assertThat(held.sentence()).contains("kind of market: undefined, wanted trending");
    }
}
