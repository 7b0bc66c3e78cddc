package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.candles.Candle;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Interest;
import in.sauda.core.health.MinuteAgreement;
import in.sauda.core.view.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Our minutes beside those a feed carries.
class MinuteCheckTest {
    private static final int SECOND = 1_000;

    /// Trades at 100, 101 and 99 in the minute of 10:01.
    private static HandDriven afterAMinute() {
        HandDriven engine = new HandDriven(TradingMode.DEMO).ready();
        engine.clock.set("09:59:50");
        engine.send(new Command.Watch("list", List.of(RELIANCE), FeedMode.QUOTE, Interest.STRATEGY));
        engine.tick(RELIANCE, 10_000, 1_000);
        engine.clock.advance(60 * SECOND);
        engine.tick(RELIANCE, 10_000, 1_010);
        engine.clock.set("10:01:10");
        engine.tick(RELIANCE, 10_000, 1_020);
        engine.clock.advance(10 * SECOND);
        engine.tick(RELIANCE, 10_100, 1_040);
        engine.clock.advance(10 * SECOND);
        engine.tick(RELIANCE, 9_900, 1_050);
        return engine;
    }

    private static Candle bar(long high, long low) {
        return new Candle(TestClock.at("10:01"), 10_000, high, low, 9_900, 30, Candle.HISTORY);
    }

    private static void over(HandDriven engine) {
        while (engine.clock.millis() < TestClock.at("10:02:30")) {
            engine.clock.advance(SECOND);
            engine.step();
        }
    }

    private static MinuteAgreement told(HandDriven engine, Candle bar) {
        engine.core.control.add(new ControlMessage.BrokerMinute(engine.core.index(RELIANCE), bar));
        engine.step();
        return engine.core.minutes.agreement();
    }

    @Test
    void theSameMinuteIsCountedOnceWhicheverCameFirst() {
        try (HandDriven engine = afterAMinute()) {
            over(engine);
            assertThat(told(engine, bar(10_100, 9_900))).isEqualTo(new MinuteAgreement(1, 0, 0));
        }
        try (HandDriven engine = afterAMinute()) {
            assertThat(told(engine, bar(10_100, 9_900))).isEqualTo(MinuteAgreement.NONE);
            over(engine);
            assertThat(engine.core.minutes.agreement()).isEqualTo(new MinuteAgreement(1, 0, 0));
        }
    }

    @Test
    void whatTheFeedLeftOutMakesOursNarrower() {
        try (HandDriven engine = afterAMinute()) {
            over(engine);
            assertThat(told(engine, bar(10_150, 9_900))).isEqualTo(new MinuteAgreement(1, 1, 0));
        }
    }

    @Test
    void aRangeBeyondTheBrokersIsDifferent() {
        try (HandDriven engine = afterAMinute()) {
            over(engine);
            assertThat(told(engine, bar(10_050, 9_900))).isEqualTo(new MinuteAgreement(1, 0, 1));
        }
    }
}
