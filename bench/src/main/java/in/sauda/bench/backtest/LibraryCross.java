package in.sauda.bench.backtest;

import in.sauda.core.candles.CandleArray;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Rule;
import org.ta4j.core.Strategy;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.CachedIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.AbstractRule;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;

/// The crossing rule in ta4j, with its fastest number: double.
final class LibraryCross {
    /// VWAP from the first bar of the session on; ta4j's own looks back a fixed number of bars.
    private static final class SessionVwap extends CachedIndicator<Num> {
        private static final int OFFSET_SECONDS = 19_800;

        private double value;
        private double volume;
        private long day = Long.MIN_VALUE;

        private SessionVwap(BarSeries series) {
            super(series);
        }

        /// Asked bar by bar, as a backtest does, so that the sums can be carried.
        @Override
        protected Num calculate(int index) {
            Bar bar = getBarSeries().getBar(index);
            long barDay = Math.floorDiv(
                    bar.getBeginTime().atOffset(ZoneOffset.UTC).toEpochSecond() + OFFSET_SECONDS, 86_400L);
            if (barDay != day) {
                day = barDay;
                value = 0;
                volume = 0;
            }
            double units = bar.getVolume().doubleValue();
            double typical = (bar.getHighPrice().doubleValue()
                            + bar.getLowPrice().doubleValue()
                            + bar.getClosePrice().doubleValue())
                    / 3;
            value += typical * units;
            volume += units;
            return getBarSeries().numFactory().numOf(volume == 0 ? Double.NaN : value / volume);
        }

        @Override
        public int getCountOfUnstableBars() {
            return 0;
        }
    }

    private LibraryCross() {}

    static BarSeries series(CandleArray bars) {
        BarSeries series = new BaseBarSeriesBuilder()
                .withNumFactory(DoubleNumFactory.getInstance())
                .build();
        for (int bar = 0; bar < bars.size(); bar++) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochMilli(bars.startMillis(bar) + 60_000L))
                    .openPrice(bars.open(bar) / 100.0)
                    .highPrice(bars.high(bar) / 100.0)
                    .lowPrice(bars.low(bar) / 100.0)
                    .closePrice(bars.close(bar) / 100.0)
                    .volume(bars.volume(bar))
                    .add();
        }
        return series;
    }

    /// The same rule through ta4j's own loop with its record of trades.
    static int manage(BarSeries series) {
        return new BarSeriesManager(series).run(strategy(series)).getPositionCount();
    }

    private static Strategy strategy(BarSeries series) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        EMAIndicator fast = new EMAIndicator(close, 9);
        EMAIndicator slow = new EMAIndicator(close, 21);
        SessionVwap vwap = new SessionVwap(series);
        Rule summed = new AbstractRule() {
            @Override
            public boolean isSatisfied(int index, TradingRecord record) {
                return vwap.getValue(index) != null;
            }
        };
        return new BaseStrategy(
                summed.and(new CrossedUpIndicatorRule(fast, slow)).and(new OverIndicatorRule(close, vwap)),
                summed.and(new CrossedDownIndicatorRule(fast, slow)),
                21);
    }

    /// Judges every bar and returns how often the rule entered.
    static int run(BarSeries series) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        EMAIndicator fast = new EMAIndicator(close, 9);
        EMAIndicator slow = new EMAIndicator(close, 21);
        SessionVwap vwap = new SessionVwap(series);
        Strategy strategy = new BaseStrategy(
                new CrossedUpIndicatorRule(fast, slow).and(new OverIndicatorRule(close, vwap)),
                new CrossedDownIndicatorRule(fast, slow),
                21);
        int entries = 0;
        boolean in = false;
        for (int bar = 0; bar < series.getBarCount(); bar++) {
            // Every bar, although the rule asks only at crossings: the sums are carried from bar to bar.
            Num _ = vwap.getValue(bar);
            if (in ? strategy.shouldExit(bar) : strategy.shouldEnter(bar)) {
                in = !in;
                entries += in ? 1 : 0;
            }
        }
        return entries;
    }
}
