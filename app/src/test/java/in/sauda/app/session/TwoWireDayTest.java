package in.sauda.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.candles.BarSeries;
import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.Command;
import in.sauda.simulator.Simulator;
import in.sauda.simulator.SimulatorOptions;
import in.sauda.simulator.faults.Fault;
import in.sauda.simulator.faults.Line;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Some minutes of a demo day on both wires in which the first broker's feed dies twice: the candles are the exchange's
/// own, none lost and none doubled.
class TwoWireDayTest {
    private static final long MINUTE = 60_000;
    private static final DemoOptions BOTH = new DemoOptions(
            SimulatorOptions.defaults(LocalDate.of(2026, 11, 20)).withSpeed(15), 5, DemoOptions.BOTH);

    @TempDir
    private Path home;

    @Test
    void makesEveryCandleOnceThoughTheFirstFeedDiesTwice() {
        AtomicReference<Simulator> opened = new AtomicReference<>();
        try (TerminalSession session =
                SessionStart.demo(home, BOTH, TradingMode.DEMO, new SystemTime(), what -> {}, opened::set)) {
            Simulator exchange = Objects.requireNonNull(opened.get());
            List<Instrument> shares = session.firstWatchlist().stream()
                    .filter(one -> one.category() == InstrumentCategory.EQUITY)
                    .toList();
            session.terminal().send(new Command.Watch("test", shares, FeedMode.QUOTE));
            List<BarSeries> series = shares.stream()
                    .map(share -> session.terminal().bars(share, Timeframe.M1))
                    .toList();
            await("both feeds", () -> session.board().brokers().stream().allMatch(line -> line.frames() > 0));
            await("prices", () -> series.stream().allMatch(bars -> bars.size() > 0));

            long from = (exchange.clock().millis() / MINUTE + 1) * MINUTE;
            until(exchange, from + MINUTE / 2);
            killFirst(exchange, from + MINUTE * 3 / 2);
            killFirst(exchange, from + MINUTE * 5 / 2);
            until(exchange, from + 4 * MINUTE + 10_000);

            assertThat(session.board().changeovers()).isGreaterThanOrEqualTo(2L * shares.size());
            for (int i = 0; i < shares.size(); i++) {
                compare(shares.get(i), series.get(i), exchange, from, from + 4 * MINUTE);
            }
        }
    }

    /// Cuts the first broker's stream and keeps it away until that moment of the market; then lets it back.
    private static void killFirst(Simulator exchange, long untilMillis) {
        exchange.faults().inject(new Fault.RefuseConnections(Line.STREAM, 503), new Fault.Cut(Line.STREAM));
        until(exchange, untilMillis - MINUTE / 2);
        exchange.faults().clear();
        until(exchange, untilMillis);
    }

    private static void compare(Instrument share, BarSeries bars, Simulator exchange, long from, long to) {
        List<Candle> truth = exchange.truth().minuteCandles(share.key()).stream()
                .filter(candle -> candle.startMillis() >= from && candle.startMillis() < to)
                .toList();
        int[] ours = IntStream.range(0, bars.size())
                .filter(bar -> bars.startMillis(bar) >= from && bars.startMillis(bar) < to)
                .toArray();
        assertThat(IntStream.of(ours).mapToLong(bars::startMillis).toArray())
                .as("minutes of " + share.symbol())
                .containsExactly(truth.stream().mapToLong(Candle::startMillis).toArray());
        assertThat(IntStream.of(ours).mapToLong(bars::volume).sum())
                .as("volume of " + share.symbol())
                .isEqualTo(truth.stream().mapToLong(Candle::volume).sum());
        assertThat(IntStream.of(ours).mapToLong(bars::close).toArray())
                .as("closes of " + share.symbol())
                .containsExactly(truth.stream().mapToLong(Candle::close).toArray());
    }

    private static void until(Simulator exchange, long millis) {
        await("that time of the market", () -> exchange.clock().millis() >= millis);
    }

    private static void await(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(deadline);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
