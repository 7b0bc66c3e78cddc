package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.NIFTY;
import static in.sauda.core.engine.TestInstruments.NIFTY_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.Subscription;
import in.sauda.core.journal.JournalDecoder;
import in.sauda.core.journal.JournalFolder;
import in.sauda.core.journal.JournalReader;
import in.sauda.core.journal.JournalRecord;
import in.sauda.core.journal.JournalRecorder;
import in.sauda.core.journal.JournalWriter;
import in.sauda.core.replay.JournalReplay;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.EventPressure;
import in.sauda.core.strategy.Explanation;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.ScalperType;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scalper of note 004 in the engine: an index with the volume of its future, and the options around the money.
class ScalperStrategyTest {
    private static final StrategyProfile PROFILE =
            new ScalperType().builtIn().getFirst().edited(2, Map.of("underlying", "NIFTY"));

    @TempDir
    private Path folder = Path.of("");

    /// Fifteen minutes between 24,990 and 25,010, fifteen more within, then a minute to 25,040 on three times the
    /// volume.
    private static void breakout(HandDriven engine, boolean withFuture) {
        engine.core.serveStrategies(_ -> {});
        engine.clock.set("09:15:00");
        engine.send(
                new Command.Watch("list", withFuture ? List.of(NIFTY, NIFTY_FUTURE) : List.of(NIFTY), FeedMode.FULL));
        engine.core.backfill.warm(engine.registry.index(NIFTY), true);
        engine.send(new Command.SetStrategy(new StrategySetup("scalper", PROFILE, Lane.SHADOW, true)));
        engine.core.control.add(new ControlMessage.ContractsFound("scalper", NIFTY, TestInstruments.ladder()));
        engine.step();
        long volume = 0;
        for (int minute = 0; minute < 31; minute++) {
            boolean last = minute == 30;
            for (int second = 5; second < 60; second += 10) {
                long swing = (second / 10 % 2 == 0 ? 1L : -1L) * (minute < 15 ? 1_000L : 500L);
                volume += last ? 300 : 100;
                engine.clock.set(String.format("09:%02d:%02d", 15 + minute, second));
                engine.tick(NIFTY, last ? 2_500_000 + second * 75L : 2_500_000 + swing, -1);
                engine.tick(
                        TestInstruments.option(25_050, OptionType.CE),
                        12_000 + minute,
                        1_000 + volume,
                        event -> event.openInterest = 1_000);
                if (withFuture) {
                    engine.tick(NIFTY_FUTURE, 2_510_000 + swing, volume);
                }
            }
        }
        engine.clock.set("09:46:03");
        engine.step();
        engine.step();
    }

    @Test
    void aBreakOfTheOpeningRangeNamesTheCallAtTheMoney() {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO).ready()) {
            breakout(engine, true);
            // Five strikes around 25,000, and around 25,050 once the price was more than 60 % of a step away.
            assertThat(engine.session.subscribed)
                    .extracting(Subscription::instrument)
                    .contains(
                            NIFTY,
                            TestInstruments.option(24_750, OptionType.CE),
                            TestInstruments.option(25_300, OptionType.PE))
                    .doesNotContain(
                            TestInstruments.option(24_700, OptionType.CE),
                            TestInstruments.option(25_350, OptionType.CE));
            assertThat(engine.seen(UiEvent.SignalRaised.class)).hasSize(1);
            Signal signal = engine.last(UiEvent.SignalRaised.class).signal();
            assertThat(signal.type()).isEqualTo("ORB_BREAKOUT_CALL_LONG");
            assertThat(signal.instrument()).isEqualTo(TestInstruments.option(25_050, OptionType.CE));
            assertThat(signal.confidence()).isEqualTo(0.95);
            assertThat(signal.price()).isEqualTo(12_030);
            // A quarter below the premium, as the backstop of rules 6.6.
            assertThat(signal.stopPrice()).isEqualTo(Math.round(12_030 * 0.75));
            // 25,010 less a thousandth, and 25,041.25 plus three.
            assertThat(signal.stopHint()).isEqualTo("NIFTY below 24984.99, target 25116.37");
            assertThat(signal.reason()).contains("yes opening range", "no inside bar", "close 25041.25");
        }
    }

    @Test
    void withoutAVolumeItIsOnlyWatched() {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO).ready()) {
            breakout(engine, false);
            UiEvent.SignalRaised raised = engine.last(UiEvent.SignalRaised.class);
            assertThat(raised.signal().type()).isEqualTo("WATCH_ORB_BREAKOUT_CALL_LONG");
            assertThat(raised.signal().confidence()).isEqualTo(0.79);
            assertThat(raised.lane()).isEqualTo(Lane.SHADOW);
        }
    }

    @Test
    void aReplayOfItsJournalRaisesTheSameSignals() throws IOException {
        List<Signal> live;
        try (HandDriven engine = new HandDriven(TradingMode.DEMO);
                JournalWriter writer = JournalWriter.open(folder)) {
            engine.core.record(new JournalRecorder(writer, engine.registry));
            breakout(engine.ready(), true);
            live = engine.seen(UiEvent.SignalRaised.class).stream()
                    .map(UiEvent.SignalRaised::signal)
                    .toList();
        }
        try (JournalReplay replay = new JournalReplay(TradingCalendar.bundled(), _ -> {});
                JournalReader reader = new JournalReader(new JournalFolder(folder), 0)) {
            JournalDecoder decoder = new JournalDecoder();
            for (JournalRecord record = reader.next(); record != null; record = reader.next()) {
                decoder.play(record, replay);
            }
            replay.finish();
            assertThat(live).hasSize(1);
            assertThat(replay.signals())
                    .extracting(Signal::reason, Signal::raisedMillis, Signal::price, Signal::type)
                    .containsExactlyElementsOf(live.stream()
                            .map(signal -> tuple(signal.reason(), signal.raisedMillis(), signal.price(), signal.type()))
                            .toList());
        }
    }

    @Test
    void pageWhyTellsEveryRuleOfEveryMinute() {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO).ready()) {
            breakout(engine, false);
            List<Explanation> day = new ScalperType()
                    .explain(
                            PROFILE,
                            NIFTY,
                            engine.core.series.series(engine.registry.index(NIFTY), Timeframe.M1),
                            engine.clock.millis(),
                            EventPressure.NONE);
            assertThat(day).hasSize(31);
            assertThat(day.getFirst().verdict()).isEqualTo(Explanation.Verdict.NOT_JUDGED);
            Explanation last = day.getLast();
            assertThat(last.verdict()).isEqualTo(Explanation.Verdict.HELD_BACK);
            assertThat(last.sentence())
                    .isEqualTo("Held back: orb breakout, call, but only watched at this confidence.");
            assertThat(last.rules()).hasSize(new ScalperType().ruleNames().size());
            assertThat(new ScalperType()
                            .explain(
                                    PROFILE,
                                    TestInstruments.RELIANCE,
                                    engine.core.series.series(engine.registry.index(NIFTY), Timeframe.M1),
                                    engine.clock.millis(),
                                    EventPressure.NONE))
                    .isEmpty();
        }
    }
}
