package in.sauda.core.engine;

import static in.sauda.core.engine.TestInstruments.RELIANCE;
import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.journal.JournalRecorder;
import in.sauda.core.journal.JournalWriter;
import in.sauda.core.replay.JournalSummary;
import in.sauda.core.replay.ReplayPlayer;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recording is stopped, stepped, sought and played to its end while its candles are read.
class ReplayPlayerTest {
    private static final int MINUTES = 10;

    @TempDir
    private Path folder = Path.of("");

    /// Ten minutes with a tick every ten seconds; minute m closes at 100 + m rupees.
    private int record() throws IOException {
        try (HandDriven engine = new HandDriven(TradingMode.DEMO);
                JournalWriter writer = JournalWriter.open(folder)) {
            engine.core.record(new JournalRecorder(writer, engine.registry));
            engine.ready();
            engine.clock.set("09:20:00");
            engine.send(new Command.Watch("list", List.of(RELIANCE), FeedMode.FULL));
            for (int tick = 0; tick < MINUTES * 6; tick++) {
                engine.tick(RELIANCE, 10_000 + 100L * (tick / 6), 1_000 + tick);
                engine.clock.advance(10_000);
            }
            engine.clock.advance(120_000);
            engine.step();
            engine.step();
            return engine.core
                    .series
                    .series(engine.registry.index(RELIANCE), Timeframe.M1)
                    .size();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("waited in vain").isNegative();
            Thread.onSpinWait();
        }
    }

    private static BarSeries minutes(ReplayPlayer player) {
        return player.minutes(RELIANCE).orElseThrow();
    }

    @Test
    void stepsSeeksAndEndsWhereTheLiveEngineEnded() throws IOException {
        int live = record();
        JournalSummary summary = JournalSummary.of(folder);
        assertThat(summary.firstMillis()).isEqualTo(TestClock.at("09:20"));
        assertThat(summary.damage()).isEmpty();
        try (ReplayPlayer player = new ReplayPlayer(folder, TradingCalendar.bundled(), new SystemTime())) {
            player.start();
            player.seek(TestClock.at("09:23:30"));
            await(() -> player.position() >= TestClock.at("09:23:20"));
            assertThat(player.playing()).isFalse();
            assertThat(player.position()).isLessThan(TestClock.at("09:23:31"));
            BarSeries seen = minutes(player);
            assertThat(seen.startMillis(seen.size() - 1)).isEqualTo(TestClock.at("09:23"));

            player.stepMinute();
            await(() -> player.position() >= TestClock.at("09:24:00"));
            await(() -> seen.startMillis(seen.size() - 1) == TestClock.at("09:24"));
            assertThat(seen.close(seen.size() - 2)).isEqualTo(10_300);

            player.speed(0);
            player.play();
            await(player::ended);
            assertThat(player.problem()).isEmpty();
            assertThat(minutes(player).size()).isEqualTo(live);
            int rounds = player.rounds();

            player.seek(TestClock.at("09:21:30"));
            await(() -> player.rounds() == rounds + 1 && player.position() >= TestClock.at("09:21:20"));
            await(() -> minutes(player).size() > 0);
            assertThat(player.ended()).isFalse();
            BarSeries again = minutes(player);
            assertThat(again.startMillis(again.size() - 1)).isEqualTo(TestClock.at("09:21"));
        }
    }
}
