package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.INFY;
import static in.sauda.core.engine.TestInstruments.NIFTY;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.feed.Interest;
import in.sauda.core.view.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Minutes that a known fault of the feed touched are read again, and only those come from history (rules 7.8).
class CandleRepairTest {
    private static final long SECOND = 1_000L;

    /// The broker's own candles of 10:00 and 10:01, unlike what the ticks of the tests make.
    private static final List<Candle> BROKER = broker(Candle.HISTORY);

    /// The same where they filled a hole of ours.
    private static final List<Candle> PATCHED = broker(Candle.HISTORY | Candle.PATCHED);

    private static List<Candle> broker(int flags) {
        return List.of(
                new Candle(TestClock.at("10:00"), 10_000, 10_090, 9_910, 10_010, 5_000, flags),
                new Candle(TestClock.at("10:01"), 10_010, 10_080, 9_920, 10_020, 6_000, flags));
    }

    /// Two shares whose volume base is known since before 10:00.
    private static HandDriven watching() {
        HandDriven engine = new HandDriven(TradingMode.DEMO).ready();
        engine.clock.set("09:59:50");
        engine.send(new Command.Watch("list", List.of(RELIANCE, INFY), FeedMode.QUOTE, Interest.STRATEGY));
        engine.tick(RELIANCE, 10_000, 1_000);
        engine.tick(INFY, 150_000, 1_000);
        engine.clock.advance(70 * SECOND);
        engine.await(() -> engine.core.backfill.warm(engine.core.index(RELIANCE))
                && engine.core.backfill.warm(engine.core.index(INFY)));
        return engine;
    }

    private static void at(HandDriven engine, String time) {
        while (engine.clock.millis() < TestClock.at(time)) {
            engine.clock.advance(Math.min(SECOND, TestClock.at(time) - engine.clock.millis()));
            engine.step();
        }
    }

    private static Candle minute(HandDriven engine, String time) {
        LiveBarSeries series = engine.core.series.series(engine.core.index(RELIANCE), Timeframe.M1);
        for (int bar = 0; bar < series.size(); bar++) {
            if (series.startMillis(bar) == TestClock.at(time)) {
                return series.candle(bar);
            }
        }
        throw new AssertionError("no candle of " + time);
    }

    private static void awaitMinute(HandDriven engine, Candle wanted) {
        LiveBarSeries series = engine.core.series.series(engine.core.index(RELIANCE), Timeframe.M1);
        engine.await(() -> {
            int before = series.countBefore(wanted.startMillis());
            return before < series.size() && series.candle(before).equals(wanted);
        });
    }

    @Test
    void aFrameThatCouldNotBeReadMakesItsMinuteComeFromHistory() {
        try (HandDriven engine = watching()) {
            at(engine, "10:01:10");
            engine.tick(RELIANCE, 10_010, 1_100);
            at(engine, "10:01:20");
            engine.session.malformed = 1;
            at(engine, "10:01:30");
            assertThat(minute(engine, "10:01").flags()).isEqualTo(Candle.PARTIAL);
            engine.tick(RELIANCE, 10_015, 1_150);
            engine.session.history = BROKER;
            at(engine, "10:02:30");
            awaitMinute(engine, PATCHED.get(1));
        }
    }

    @Test
    void aSilenceOfTheWholeFeedMakesItsMinutesComeFromHistory() {
        try (HandDriven engine = watching()) {
            at(engine, "10:01:00");
            hear(engine, "10:01:20");
            engine.tick(RELIANCE, 10_010, 1_100);
            at(engine, "10:01:35");
            assertThat(minute(engine, "10:01").flags()).as("nothing tells yet").isZero();
            hear(engine, "10:01:37");
            assertThat(minute(engine, "10:01").flags()).isEqualTo(Candle.PARTIAL);
            engine.session.history = BROKER;
            at(engine, "10:02:50");
            awaitMinute(engine, PATCHED.get(1));
        }
    }

    @Test
    void aPauseOfAFeedThatHardlySpeaksMeansNothing() {
        try (HandDriven engine = watching()) {
            at(engine, "10:01:00");
            engine.tick(RELIANCE, 10_010, 1_100);
            for (int second = 10; second < 50; second += 10) {
                engine.session.frames.incrementAndGet();
                at(engine, "10:01:" + second);
            }
            assertThat(minute(engine, "10:01").flags()).isZero();
        }
    }

    /// Ten frames a second.
    private static void hear(HandDriven engine, String until) {
        while (engine.clock.millis() < TestClock.at(until)) {
            engine.session.frames.addAndGet(10);
            engine.clock.advance(SECOND);
            engine.step();
        }
    }

    @Test
    void anIndexThatMovedWhileTheFeedWasAwayIsReadAgain() {
        try (HandDriven engine = watching()) {
            engine.send(new Command.Watch("chart", List.of(NIFTY), FeedMode.QUOTE, Interest.STRATEGY));
            engine.core.control.add(new ControlMessage.BarsRequested(engine.core.index(NIFTY), Timeframe.M1));
            at(engine, "10:01:10");
            engine.tick(NIFTY, 2_590_000, 0);
            lose(engine);
            at(engine, "10:01:25");
            engine.tick(NIFTY, 2_591_000, 0);
            LiveBarSeries series = engine.core.series.series(engine.core.index(NIFTY), Timeframe.M1);
            engine.await(
                    () -> series.size() > 0 && series.candle(series.size() - 1).has(Candle.PARTIAL));
        }
    }

    @Test
    void minutesNoFaultTouchedStayAsTheTicksMadeThem() {
        try (HandDriven engine = watching()) {
            at(engine, "10:01:10");
            engine.tick(RELIANCE, 10_010, 1_100);
            at(engine, "10:02:20");
            engine.tick(RELIANCE, 10_020, 1_200);
            engine.session.malformed = 1;
            engine.session.history = BROKER;
            at(engine, "10:03:40");
            awaitMinute(engine, PATCHED.get(0));
            assertThat(minute(engine, "10:01"))
                    .isEqualTo(new Candle(TestClock.at("10:01"), 10_010, 10_010, 10_010, 10_010, 100, 0));
        }
    }

    @Test
    void aSecondFaultWhileTheFirstWaitsIsNotForgotten() {
        try (HandDriven engine = watching()) {
            at(engine, "10:00:30");
            engine.tick(RELIANCE, 10_005, 1_100);
            lose(engine);
            at(engine, "10:00:40");
            engine.tick(RELIANCE, 10_010, 1_200);
            at(engine, "10:01:20");
            engine.tick(RELIANCE, 10_012, 1_250);
            lose(engine);
            at(engine, "10:01:30");
            engine.tick(RELIANCE, 10_015, 1_300);
            engine.session.history = BROKER;
            at(engine, "10:02:50");
            awaitMinute(engine, PATCHED.get(1));
            assertThat(minute(engine, "10:00")).isEqualTo(PATCHED.get(0));
        }
    }

    private static void lose(HandDriven engine) {
        report(engine, new FeedState.Disconnected("The line is cut.", 1_000));
        engine.clock.advance(SECOND);
        report(engine, new FeedState.Connected());
    }

    private static void report(HandDriven engine, FeedState state) {
        engine.core.control.add(new ControlMessage.FeedReport(state, engine.clock.nanos()));
        engine.step();
    }

    @Test
    void aJumpOfTheExchangesClockMakesTheMinutesAroundItPartial() {
        try (HandDriven engine = watching()) {
            at(engine, "10:01:01");
            for (int i = 0; i < 2 * ClockSkew.SAMPLES; i++) {
                ahead(engine, i, 0);
            }
            assertThat(minute(engine, "10:01").flags()).isZero();
            for (int i = 2 * ClockSkew.SAMPLES; i < 3 * ClockSkew.SAMPLES; i++) {
                ahead(engine, i, 3 * SECOND);
            }
            assertThat(minute(engine, "10:01").flags()).isEqualTo(Candle.PARTIAL);
        }
    }

    private static void ahead(HandDriven engine, int number, long millis) {
        engine.clock.advance(10);
        engine.tick(RELIANCE, 10_000 + number % 5, 1_100 + number, event -> event.exchangeMillis += millis);
    }
}
