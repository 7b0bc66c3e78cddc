package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.NIFTY;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.CandleBatch;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.Subscription;
import in.sauda.core.journal.JournalDecoder;
import in.sauda.core.journal.JournalFolder;
import in.sauda.core.journal.JournalReader;
import in.sauda.core.journal.JournalRecord;
import in.sauda.core.journal.JournalRecorder;
import in.sauda.core.journal.JournalWriter;
import in.sauda.core.replay.JournalReplay;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.OptionMoveType;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategyRow;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.strategy.TimerStrategy;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Strategies that look once a second, and the template that finds and filters options (rules 12.1, note 000).
class TimerStrategyTest {
    private static final StrategyProfile TEMPLATE =
            new OptionMoveType().builtIn().getFirst().edited(2, Map.of("underlying", "NIFTY"));

    @TempDir
    private Path folder = Path.of("");

    private static final class Failing implements TimerStrategy {
        private final List<Long> looks = new ArrayList<>();
        private final TestClock clock;
        private boolean failing;

        private Failing(TestClock clock) {
            this.clock = clock;
        }

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public void onCandles(CandleBatch batch) {}

        @Override
        public long suppressed() {
            return 0;
        }

        @Override
        public void onTimer(Market market) {
            looks.add(clock.millis());
            if (failing) {
                throw new IllegalStateException("no chain");
            }
        }
    }

    @Test
    void looksOnceASecondAndAfterAFailureGoesOnFiveSecondsLater() {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO).ready()) {
            Failing strategy = new Failing(engine.clock);
            engine.core.add(_ -> strategy);
            engine.clock.set("10:00:00");
            for (int step = 0; step < 30; step++) {
                engine.step();
                engine.clock.advance(100);
            }
            assertThat(strategy.looks).hasSize(3);
            strategy.failing = true;
            strategy.looks.clear();
            for (int step = 0; step < 120; step++) {
                engine.step();
                engine.clock.advance(100);
            }
            assertThat(strategy.looks).hasSizeBetween(2, 3);
            assertThat(strategy.looks.get(1) - strategy.looks.get(0)).isBetween(5_000L, 5_200L);
            StrategyRow row = engine.core.strategies.rows().getLast();
            assertThat(row.state()).isEqualTo(StrategyRow.State.RUNNING);
            assertThat(row.problem()).contains("goes on").contains("no chain");
        }
    }

    /// Six minutes at 25,000, then a jump of 0.4 %.
    private static void move(HandDriven engine) {
        engine.core.serveStrategies(_ -> {});
        engine.clock.set("10:00:00");
        engine.send(new Command.SetStrategy(new StrategySetup("option-move", TEMPLATE, Lane.SHADOW, true)));
        engine.core.control.add(new ControlMessage.ContractsFound("option-move", NIFTY, TestInstruments.ladder()));
        engine.step();
        for (int second = 0; second < 360; second++) {
            engine.clock.advance(1_000);
            engine.tick(NIFTY, 2_500_000, -1);
        }
        assertThat(engine.seen(UiEvent.SignalRaised.class)).isEmpty();
        for (int second = 0; second < 5; second++) {
            engine.clock.advance(1_000);
            engine.tick(NIFTY, 2_510_000, -1);
            engine.tick(TestInstruments.option(25_100, OptionType.CE), 12_000 + second * 10, 1_000 + second);
        }
    }

    @Test
    void streamsTheStrikesAroundTheMoneyAndNamesTheOneAtTheMoneyAfterAMove() {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO).ready()) {
            move(engine);
            assertThat(engine.session.subscribed)
                    .extracting(Subscription::instrument)
                    .contains(
                            NIFTY,
                            TestInstruments.option(25_000, OptionType.CE),
                            TestInstruments.option(25_100, OptionType.PE))
                    .doesNotContain(TestInstruments.option(24_500, OptionType.CE));
            Signal signal = engine.last(UiEvent.SignalRaised.class).signal();
            assertThat(signal.type()).isEqualTo("OPTION_CALL_LONG");
            assertThat(signal.instrument()).isEqualTo(TestInstruments.option(25_100, OptionType.CE));
            assertThat(signal.reason()).startsWith("NIFTY moved +0.40 % in 5 minutes");
            // A stop of 20 % below the premium.
            assertThat(signal.stopPrice()).isEqualTo(Math.round(signal.price() * 0.8));
            assertThat(engine.seen(UiEvent.SignalRaised.class))
                    .as("the pause holds")
                    .hasSize(1);
        }
    }

    @Test
    void aReplayOfItsJournalRaisesTheSameSignal() throws IOException {
        List<Signal> live;
        try (HandDriven engine = new HandDriven(TradingMode.DEMO);
                JournalWriter writer = JournalWriter.open(folder)) {
            engine.core.record(new JournalRecorder(writer, engine.registry));
            move(engine.ready());
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
                    .extracting(Signal::reason, Signal::raisedMillis, Signal::price)
                    .containsExactlyElementsOf(live.stream()
                            .map(signal -> org.assertj.core.api.Assertions.tuple(
                                    signal.reason(), signal.raisedMillis(), signal.price()))
                            .toList());
        }
    }
}
