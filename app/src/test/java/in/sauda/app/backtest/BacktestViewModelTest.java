package in.sauda.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.app.testkit.Fx;
import in.sauda.core.calendar.TradingCalendar;
import in.sauda.core.candlefile.BarLabel;
import in.sauda.core.candlefile.CandleFileException;
import in.sauda.core.candlefile.CandleFiles;
import in.sauda.core.candlefile.InstrumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestViewModelTest {
    @TempDir
    private Path folder;

    private final BacktestViewModel model = new BacktestViewModel(new NoStore(), new SameThread(), Runnable::run);

    /// Only the calendar; nothing is stored but on one day.
    private static final class NoStore implements CandleSource {
        @Override
        public TradingCalendar calendar() {
            return TradingCalendar.bundled();
        }

        @Override
        public CandleFiles.Content stored(Set<String> symbols, LocalDate from, LocalDate to) {
            throw new CandleFileException("No candles of " + symbols + " are stored from " + from + " to " + to + ".");
        }
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        Fx.start();
    }

    /// A rising day whose 31st candle breaks out on ten times the volume.
    private Path candles() throws IOException {
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int minute = 0; minute < 120; minute++) {
            double price = 1_000 + minute * 0.1 + (minute >= 30 ? 3 : 0);
            long volume = minute == 30 ? 50_000 : 5_000;
            text.append(String.format(
                    "2026-11-20 %02d:%02d:00,%.2f,%.2f,%.2f,%.2f,%d%n",
                    9 + (15 + minute) / 60, (15 + minute) % 60, price, price + 0.2, price - 0.2, price + 0.1, volume));
        }
        return Files.writeString(folder.resolve("SBIN.csv"), text);
    }

    private static BacktestRequest request(List<Path> files, Map<String, String> parameters) {
        return new BacktestRequest(files, "momentum-v0", parameters, "SBIN", BarLabel.START, InstrumentKind.EQUITY, "");
    }

    @Test
    void severalValuesMakeASweepAndOneOfItsRunsShowsItsTrades() throws IOException {
        model.run(new BacktestRequest(
                List.of(candles()),
                "momentum",
                Map.of("volMultiplier", "1.5..2.5:0.5", "holdMinutes", "2,5", "slippagePct", "0"),
                "SBIN",
                BarLabel.START,
                InstrumentKind.EQUITY,
                ""));
        assertThat(model.message().get()).isEmpty();
        assertThat(model.sweep()).hasSize(6);
        assertThat(model.sweep())
                .isSortedAccordingTo((one, other) -> Long.compare(
                        other.run().whole().netPaise(), one.run().whole().netPaise()));
        assertThat(model.shown().get()).isNull();
        SweepLine line = model.sweep().getLast();
        model.runCombination(line);
        BacktestRun shown = model.shown().get();
        assertThat(shown).isNotNull();
        assertThat(shown.performance()).isEqualTo(line.run().whole());
        model.exportSweep(folder);
        assertThat(folder.resolve("sweep.csv")).content().startsWith("run,holdMinutes,volMultiplier,signals,");
    }

    @Test
    void aRangeThatCannotBeMeantAndAnEmptyStoreAreRefusedInASentence() throws IOException {
        model.run(request(List.of(candles()), Map.of("holdMinutes", "5..1:1")));
        assertThat(model.failed().get()).isTrue();
        assertThat(model.message().get()).contains("go up from the first to the last");
        LocalDate day = LocalDate.of(2026, 11, 20);
        model.run(new BacktestRequest(
                List.of(),
                new BacktestRequest.Stored(day, day),
                "momentum",
                Map.of(),
                "SBIN",
                BarLabel.AUTO,
                InstrumentKind.AUTO,
                ""));
        assertThat(model.message().get()).isEqualTo("No candles of [SBIN] are stored from 2026-11-20 to 2026-11-20.");
    }

    @Test
    void runsAndShowsFiguresTradesAndTheRunAsALine() throws IOException {
        model.run(request(List.of(candles()), Map.of()));
        BacktestRun run = model.shown().get();
        assertThat(run).isNotNull();
        assertThat(model.message().get()).isEmpty();
        assertThat(model.busy().get()).isFalse();
        assertThat(run.content().candles()).isEqualTo(120);
        assertThat(run.result().signals()).isNotEmpty();
        assertThat(model.trades()).hasSameSizeAs(run.result().trades());
        assertThat(model.runs()).hasSize(1);
        assertThat(model.runs().getFirst().changed.get().text()).isEqualTo("its own parameters");
    }

    @Test
    void setsASecondRunBesideTheFirstAndShowsEitherAgain() throws IOException {
        Path file = candles();
        model.run(request(List.of(file), Map.of()));
        BacktestRun first = model.shown().get();
        model.run(request(List.of(file), Map.of("holdMinutes", "3")));
        assertThat(model.runs()).hasSize(2);
        assertThat(model.runs().getFirst().changed.get().text()).isEqualTo("holdMinutes 3");
        assertThat(first).isNotNull();
        model.show(first);
        assertThat(model.shown().get()).isSameAs(first);
    }

    @Test
    void refusesWithASentenceWhatCannotBeRun() throws IOException {
        model.run(request(List.of(), Map.of()));
        assertThat(model.message().get()).isEqualTo("Choose files of one-minute candles first, or stored candles.");
        assertThat(model.failed().get()).isTrue();
        model.run(request(List.of(candles()), Map.of("volMultiplier", "9")));
        assertThat(model.message().get()).contains("locked");
        model.run(request(List.of(candles()), Map.of("holdMinutes", "soon")));
        assertThat(model.message().get()).contains("holdMinutes must be a number");
        model.run(request(List.of(Files.writeString(folder.resolve("x.csv"), "<html>")), Map.of()));
        assertThat(model.failed().get()).isTrue();
        assertThat(model.busy().get()).isFalse();
        assertThat(model.runs()).isEmpty();
    }

    @Test
    void writesTheFilesOfTheShownRun() throws IOException {
        model.run(request(List.of(candles()), Map.of()));
        Path target = folder.resolve("out");
        model.export(target);
        assertThat(target.resolve("report.html")).exists();
        assertThat(Files.readString(target.resolve("signals.csv")))
                .startsWith("symbol,timestamp,price,vwap,hod,hod_dist,rel_vol,confidence");
        assertThat(model.message().get()).contains("report.html");
    }

    @Test
    void knowsWhichParametersAProfileLocks() {
        assertThat(model.parameters("momentum-v0")).containsKeys("volMultiplier", "holdMinutes");
        assertThat(model.locked("momentum-v0", "volMultiplier", "2")).isTrue();
        assertThat(model.locked("momentum-v0", "holdMinutes", "5")).isFalse();
        assertThat(model.locked("momentum", "volMultiplier", "2")).isFalse();
    }

    /// Runs everything at once, on the caller's thread.
    private static final class SameThread extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
