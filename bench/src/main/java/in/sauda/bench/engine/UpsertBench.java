package in.sauda.bench.engine;

import in.sauda.bench.Distribution;
import in.sauda.bench.Measurement;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.engine.TerminalCore;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.storage.Database;
import in.sauda.core.storage.InMemoryStores;
import in.sauda.core.storage.JdbiStores;
import in.sauda.core.storage.Stores;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.Command;
import java.io.IOException;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;

/// How late a tick becomes visible while a thousand candles a minute go into the database, beside the same ticks
/// without one. Market time runs five times as fast as ours, so a thousand come every twelve seconds.
public final class UpsertBench implements Measurement {
    private static final int ROUNDS = 2;
    private static final int WARM_UP_SECONDS = 4;
    private static final int SECONDS = 16;

    @Override
    public String name() {
        return "upsert";
    }

    @Override
    public String description() {
        return "latency at 50 k/s while 1,000 candles of each minute are saved in the database, beside the same without";
    }

    /// In turns, so that whatever else the machine does meets both.
    @Override
    public void run() throws IOException {
        Histogram alone = new Histogram(3);
        Histogram beside = new Histogram(3);
        long candles = 0;
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(measured(new EngineWorld(), InMemoryStores.create()));
            Path home = Distribution.scratch();
            try (Database database = Database.open(home)) {
                EngineWorld world = new EngineWorld();
                Stores stores = JdbiStores.of(database, world.registry);
                beside.add(measured(world, stores));
                candles += candles(world, stores);
            } finally {
                Distribution.delete(home);
            }
        }
        print("kept in memory", alone);
        print("saved in the database", beside);
        System.out.printf(
                "%,d candles of %,d instruments in the database; p99 %.2f times that without (1 is no difference)%n",
                candles,
                EngineWorld.INSTRUMENTS,
                (double) beside.getValueAtPercentile(99) / alone.getValueAtPercentile(99));
    }

    private static Histogram measured(EngineWorld world, Stores stores) {
        SystemTime time = new SystemTime();
        try (TerminalCore core = new TerminalCore(EngineBench.everyUpdateIsARow(), world.parts(time, stores))) {
            core.start();
            core.send(new Command.Watch("bench", world.instruments, FeedMode.FULL));
            PacedPublisher publisher = new PacedPublisher(world, time, core.newPublisher(), core.quotes());
            publisher.run(WARM_UP_SECONDS);
            publisher.forget();
            publisher.run(SECONDS);
            return publisher.fromReceipt();
        }
    }

    private static long candles(EngineWorld world, Stores stores) {
        return world.instruments.stream()
                .mapToLong(instrument -> stores.candles()
                        .load(instrument.key(), Timeframe.M1, 0, Long.MAX_VALUE)
                        .size())
                .sum();
    }

    private static void print(String what, Histogram latency) {
        System.out.printf(
                "%-24s p50 %.1f us, p99 %.1f us, p99.9 %.1f us, max %.1f us over %,d ticks%n",
                what,
                latency.getValueAtPercentile(50) / 1e3,
                latency.getValueAtPercentile(99) / 1e3,
                latency.getValueAtPercentile(99.9) / 1e3,
                latency.getMaxValue() / 1e3,
                latency.getTotalCount());
    }
}
