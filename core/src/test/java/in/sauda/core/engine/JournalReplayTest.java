package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.INFY;
import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.backtest.BacktestFiles;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.LiveBarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.FeedState;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.journal.JournalDecoder;
import in.sauda.core.journal.JournalFolder;
import in.sauda.core.journal.JournalReader;
import in.sauda.core.journal.JournalRecord;
import in.sauda.core.journal.JournalRecorder;
import in.sauda.core.journal.JournalWriter;
import in.sauda.core.replay.JournalReplay;
import in.sauda.core.replay.ReplayFiles;
import in.sauda.core.signals.Signal;
import in.sauda.core.strategy.Lane;
import in.sauda.core.strategy.MomentumProfile;
import in.sauda.core.strategy.MomentumType;
import in.sauda.core.strategy.StrategyProfile;
import in.sauda.core.strategy.StrategySetup;
import in.sauda.core.view.Command;
import in.sauda.core.view.UiEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Replay of a live engine's journal is the live engine, byte for byte.
class JournalReplayTest {
    private static final List<Instrument> WATCHED = List.of(RELIANCE, INFY);

    @TempDir
    private Path folder = Path.of("");

    private static List<Candle> history() {
        List<Candle> candles = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            candles.add(new Candle(
                    TestClock.at("09:15") - 86_400_000L + i * 60_000L, 10_000, 10_050, 9_950, 10_000, 1_000, 0));
        }
        return candles;
    }

    private static String candles(HandDriven engine) {
        return ReplayFiles.candles(WATCHED, instrument -> {
            LiveBarSeries series = engine.core.series.series(engine.registry.index(instrument), Timeframe.M1);
            return IntStream.range(0, series.size()).mapToObj(series::candle).toList();
        });
    }

    /// An hour of two stocks: history, ticks of the same second, late and repeated ones, a lost connection, silence.
    private void live(HandDriven engine, long seed) {
        Random random = new Random(seed);
        engine.session.history = history();
        engine.clock.set("09:20:00");
        engine.send(new Command.Watch("list", WATCHED, FeedMode.FULL));
        engine.await(() -> WATCHED.stream().allMatch(each -> engine.core.backfill.warm(engine.registry.index(each))));
        long[] volume = {10_000, 10_000};
        long[] price = {10_000, 20_000};
        for (int tick = 0; tick < 3_000; tick++) {
            engine.clock.advance(random.nextInt(2_500));
            if (tick == 400) {
                engine.send(new Command.SetStrategy(new StrategySetup(
                        "momentum-v0", MomentumType.profile(MomentumProfile.note002(), 0), Lane.SHADOW, true)));
            }
            if (tick == 1_200) {
                engine.send(new Command.SetUniverse("Second", List.of(WATCHED.get(1))));
            }
            if (tick == 1_800) {
                engine.send(new Command.SetUniverse("", List.of()));
            }
            if (tick == 2_000) {
                StrategyProfile usual = MomentumType.profile(MomentumProfile.standard(), 1);
                engine.send(new Command.SetStrategy(new StrategySetup(
                        "momentum", usual.edited(2, Map.of("repeatMinutes", "0")), Lane.CONFIRM, true)));
                engine.send(new Command.RemoveStrategy("momentum-v0"));
            }
            if (tick % 500 == 250) {
                engine.core.control.add(
                        new ControlMessage.FeedReport(new FeedState.Disconnected("away", 1_000), engine.clock.nanos()));
                engine.clock.advance(130_000);
                engine.step();
                engine.core.control.add(new ControlMessage.FeedReport(new FeedState.Connected(), engine.clock.nanos()));
            }
            int which = random.nextInt(2);
            price[which] += random.nextInt(21) - 9;
            volume[which] += random.nextInt(random.nextInt(40) == 0 ? 20_000 : 300);
            long lag = random.nextInt(20) == 0 ? random.nextInt(90_000) : random.nextInt(800);
            engine.tick(
                    WATCHED.get(which),
                    price[which],
                    volume[which],
                    event -> event.exchangeMillis = engine.clock.millis() - lag);
            if (random.nextInt(10) == 0) {
                engine.step();
            }
        }
        engine.core.losses.frames(1, 0, true, 0);
        engine.clock.advance(180_000);
        engine.step();
    }

    @Test
    void givesTheSameBytesAsTheLiveEngine() throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            Path journal = folder.resolve("seed" + seed);
            String candles;
            String signals;
            try (HandDriven engine = new HandDriven(TradingMode.DEMO);
                    JournalWriter writer = JournalWriter.open(journal)) {
                engine.core.record(new JournalRecorder(writer, engine.registry));
                live(engine.ready(), seed);
                candles = candles(engine);
                List<Signal> raised = engine.seen(UiEvent.SignalRaised.class).stream()
                        .map(UiEvent.SignalRaised::signal)
                        .toList();
                assertThat(raised).extracting(Signal::strategy).contains("momentum", "momentum-v0", "momentum-v2");
                signals = BacktestFiles.signals(raised);
                assertThat(engine.core.candles.counters().revised()).isPositive();
                assertThat(writer.lost()).isZero();
            }
            try (JournalReplay replay = new JournalReplay(TradingCalendar.bundled(), _ -> {});
                    JournalReader reader = new JournalReader(new JournalFolder(journal), 0)) {
                JournalDecoder decoder = new JournalDecoder();
                for (JournalRecord record = reader.next(); record != null; record = reader.next()) {
                    decoder.play(record, replay);
                }
                replay.finish();
                assertThat(replay.events()).isEqualTo(3_000);
                assertThat(replay.missing()).isZero();
                assertThat(ReplayFiles.candles(WATCHED, replay::candles)).isEqualTo(candles);
                assertThat(BacktestFiles.signals(replay.signals())).isEqualTo(signals);
            }
        }
    }
}
