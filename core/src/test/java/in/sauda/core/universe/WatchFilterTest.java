package in.sauda.core.universe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.engine.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The filters of the watchlist builder (rules 2.10, X-4).
class WatchFilterTest {
    private static final double OFF = Double.NaN;

    private static ShareFacts share(
            String symbol, String industry, double cap, double change, double value, double fiveDays, double volume) {
        return new ShareFacts(
                TestInstruments.equity(symbol, symbol + "-EQ"),
                industry,
                cap,
                change,
                new DailyFacts(value, fiveDays, volume));
    }

    private static final List<ShareFacts> SHARES = List.of(
            share("STRONG", "Energy", 20_000, 3, 50, 4, 3),
            share("SMALL", "Energy", 9_999, 3, 50, 4, 3),
            share("THIN", "Energy", 20_000, 3, 4.99, 4, 3),
            share("FLAT", "Energy", 20_000, 3, 50, -2.9, 3),
            share("FALLEN", "Energy", 20_000, 3, 50, -3, 3),
            share("QUIET", "Energy", 20_000, 3, 50, 4, 1.9),
            share("WEAK", "Banks", 20_000, -1, 50, 4, 3),
            share("UNKNOWN", "Energy", Double.NaN, 3, 50, 4, 3));

    private static List<String> passed(WatchFilter filter) {
        return filter.apply(SHARES).passed().stream()
                .map(share -> share.instrument().name())
                .toList();
    }

    @Test
    void appliesTheThresholdsOfTheRulesAndSaysWhatTurnedAway() {
        WatchFilter rules = new WatchFilter(75, 10_000, 5, 3, 2, Set.of(), Set.of());
        WatchFilter.Outcome outcome = rules.apply(SHARES);
        assertThat(passed(rules)).containsExactly("STRONG", "FALLEN");
        assertThat(outcome.turnedAway())
                .containsEntry("market value", 2)
                .containsEntry("traded value", 1)
                .containsEntry("five-day change", 1)
                .containsEntry("volume", 1)
                .containsEntry("sector", 1);
    }

    @Test
    void aFilterWithoutANumberIsOffAndNamesGoFirst() {
        assertThat(passed(WatchFilter.OFF)).hasSize(SHARES.size());
        WatchFilter named =
                new WatchFilter(OFF, 10_000, 5, 3, 2, Set.of("WEAK", "QUIET"), Set.of("QUIET", "STRONG-EQ"));
        assertThat(passed(named)).containsExactly("FALLEN", "WEAK");
    }

    @Test
    void measuresDaysAsTheRulesSay() {
        List<Candle> days = new ArrayList<>();
        for (int day = 0; day < 25; day++) {
            days.add(new Candle(day * 86_400_000L, 10_000, 10_000, 10_000, 10_000, 1_000_000, 0));
        }
        days.add(new Candle(25 * 86_400_000L, 10_000, 10_400, 10_000, 10_400, 2_500_000, 0));
        DailyFacts facts = DailyFacts.of(new Days(days));
        // Nineteen days of ₹100 × 10 lakh = ₹10 crore and one of ₹104 × 25 lakh = ₹26 crore.
        assertThat(facts.averageValueCrore()).isCloseTo((19 * 10 + 26) / 20.0, within(1e-9));
        assertThat(facts.fiveDayChangePercent()).isCloseTo(4.0, within(1e-9));
        assertThat(facts.volumeRatio()).isCloseTo(2.5, within(1e-9));
        assertThat(DailyFacts.of(new Days(days.subList(0, 4)))).isEqualTo(DailyFacts.NONE);
    }

    @Test
    void percentilesLieBetweenRanks() {
        assertThat(WatchFilter.percentile(List.of(4.0, 1.0, 3.0, 2.0), 75)).isEqualTo(3.25);
        assertThat(WatchFilter.percentile(List.of(), 75)).isNaN();
    }

    /// Closed daily bars.
    private record Days(List<Candle> candles) implements BarSeries {
        @Override
        public int size() {
            return candles.size();
        }

        @Override
        public boolean forming() {
            return false;
        }

        @Override
        public long revision() {
            return 0;
        }

        @Override
        public int priceDecimals() {
            return 2;
        }

        @Override
        public Timeframe timeframe() {
            return Timeframe.D1;
        }

        @Override
        public long startMillis(int bar) {
            return candles.get(bar).startMillis();
        }

        @Override
        public long open(int bar) {
            return candles.get(bar).open();
        }

        @Override
        public long high(int bar) {
            return candles.get(bar).high();
        }

        @Override
        public long low(int bar) {
            return candles.get(bar).low();
        }

        @Override
        public long close(int bar) {
            return candles.get(bar).close();
        }

        @Override
        public long volume(int bar) {
            return candles.get(bar).volume();
        }

        @Override
        public double vwap(int bar) {
            return Double.NaN;
        }

        @Override
        public int flags(int bar) {
            return 0;
        }
    }
}
