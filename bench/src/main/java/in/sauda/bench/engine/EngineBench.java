package in.sauda.bench.engine;

import com.sun.management.ThreadMXBean;
import in.sauda.bench.Measurement;
import in.sauda.core.candles.CandleBatch;
import in.sauda.core.domain.TradingMode;
import in.sauda.core.engine.CoreSettings;
import in.sauda.core.engine.SteppedCore;
import in.sauda.core.engine.TerminalCore;
import in.sauda.core.feed.FeedMode;
import in.sauda.core.feed.MarketEvent;
import in.sauda.core.strategy.Strategy;
import in.sauda.core.time.SystemTime;
import in.sauda.core.view.Command;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import org.HdrHistogram.Histogram;

/// Market event to quote, candle and strategies: how many a second on one core, and how late at 50,000 a second.
public final class EngineBench implements Measurement {
    private static final int WARM_UP = 4_000_000;
    private static final int MEASURED = 8_000_000;

    /// Market time moves so that a minute of 1,000 stocks holds 60,000 ticks, a busy minute.
    private static final int TICKS_PER_MARKET_SECOND = 1_000;

    private static final int PACED_PER_SECOND = PacedPublisher.PER_SECOND;
    private static final int PACED_SECONDS = 20;
    private static final int PACED_WARM_UP_SECONDS = 4;
    private static final int TARGET_PER_SECOND = 1_000_000;

    private final PrintStream out = System.out;

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public String description() {
        return "ticks per second through quote, candle and strategies on one core, beside the target; latency at 50 k/s";
    }

    @Override
    public void run() {
        throughput();
        latencyOnOneThread();
        latency();
    }

    private void throughput() {
        EngineWorld world = new EngineWorld();
        SystemTime time = new SystemTime();
        try (SteppedCore core = new SteppedCore(CoreSettings.of(TradingMode.DEMO), world.parts(time))) {
            core.send(new Command.Watch("bench", world.instruments, FeedMode.FULL));
            MarketEvent event = new MarketEvent();
            feed(core, world, event, time, WARM_UP);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long candles = core.candles();
            long processor = threads.getCurrentThreadCpuTime();
            long start = time.nanos();
            feed(core, world, event, time, MEASURED);
            long nanos = time.nanos() - start;
            processor = threads.getCurrentThreadCpuTime() - processor;
            allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
            // Processor time is what one core can do; wall time also counts whatever else the machine was doing.
            double perSecond = MEASURED * 1e9 / processor;
            out.printf("event -> quote -> candle -> strategies, 1,000 instruments, one thread%n");
            out.printf(
                    "  %,.0f ticks/s of processor time (%.0f ns a tick, making the tick included)%n",
                    perSecond, 1e9 / perSecond);
            out.printf("  %,.0f ticks/s by wall clock%n", MEASURED * 1e9 / nanos);
            out.printf("  target %,d, ratio %.2f%n", TARGET_PER_SECOND, perSecond / TARGET_PER_SECOND);
            out.printf("  %.1f bytes allocated a tick, rows and candles included%n", (double) allocated / MEASURED);
            out.printf("  %,d candles closed and judged%n", core.candles() - candles);
        }
    }

    private static void feed(SteppedCore core, EngineWorld world, MarketEvent event, SystemTime time, int count) {
        for (int i = 0; i < count; i++) {
            if (i % TICKS_PER_MARKET_SECOND == 0) {
                world.advance(1_000);
                core.step();
            }
            world.fill(event, i % EngineWorld.INSTRUMENTS, time.nanos());
            core.onEvent(event);
        }
    }

    /// The engine's own part of the delay: no thread has to be woken, so what the scheduler of a small machine takes
    /// is left out, except while the thread itself is held up.
    private void latencyOnOneThread() {
        EngineWorld world = new EngineWorld();
        SystemTime time = new SystemTime();
        Histogram latency = new Histogram(3);
        try (SteppedCore core = new SteppedCore(everyUpdateIsARow(), world.parts(time))) {
            core.send(new Command.Watch("bench", world.instruments, FeedMode.FULL));
            SteppedFeed feed = new SteppedFeed(core, world, time, latency);
            feed.run(PACED_WARM_UP_SECONDS);
            latency.reset();
            feed.run(PACED_SECONDS);
            out.printf("%nlatency at %,d updates/s on the engine thread alone%n", PACED_PER_SECOND);
            print("in hand -> quote, candle, row", latency);
        }
    }

    private void latency() {
        out.printf("%nlatency at %,d updates/s, feed thread to visible row%n", PACED_PER_SECOND);
        Histogram queue = throughQueue();
        Histogram engine = throughEngine();
        out.printf(
                "  target p99.9 1,000 us: %.1f us, and %.2f times that of the queue that does nothing%n",
                engine.getValueAtPercentile(99.9) / 1e3,
                (double) engine.getValueAtPercentile(99.9) / queue.getValueAtPercentile(99.9));
    }

    private Histogram throughQueue() {
        SystemTime time = new SystemTime();
        try (QueueHandOver queue = new QueueHandOver()) {
            PacedPublisher publisher = new PacedPublisher(new EngineWorld(), time, queue.publisher(), queue.rows());
            return paced("blocking queue and a thread that files rows", publisher);
        }
    }

    private Histogram throughEngine() {
        EngineWorld world = new EngineWorld();
        SystemTime time = new SystemTime();
        LatencyProbe probe = new LatencyProbe();
        try (TerminalCore core = new TerminalCore(everyUpdateIsARow(), world.parts(time))) {
            core.add(_ -> probe);
            core.start();
            core.send(new Command.Watch("bench", world.instruments, FeedMode.FULL));
            Histogram latency = paced(
                    "ring, quote book, candles, strategies, row",
                    new PacedPublisher(world, time, core.newPublisher(), core.quotes()));
            out.printf("  conflated %,d, minutes judged %,d%n", core.status().conflated(), probe.batches);
            return latency;
        }
    }

    private Histogram paced(String what, PacedPublisher publisher) {
        publisher.run(PACED_WARM_UP_SECONDS);
        publisher.forget();
        publisher.run(PACED_SECONDS);
        out.printf("  %s%n", what);
        print("received -> visible", publisher.fromReceipt());
        print("due -> visible", publisher.fromDue());
        print("lateness of the feed thread alone", publisher.lateness());
        return publisher.fromReceipt();
    }

    /// Rows of one stock are at least 15 ms apart in the terminal; here that would be measured instead of the engine.
    static CoreSettings everyUpdateIsARow() {
        CoreSettings usual = CoreSettings.of(TradingMode.DEMO);
        return new CoreSettings(
                usual.mode(),
                usual.momentum(),
                usual.universe(),
                usual.instrumentCapacity(),
                usual.positionCapacity(),
                usual.ringSize(),
                0,
                usual.fallback(),
                usual.paperSlippageBasisPoints());
    }

    private void print(String what, Histogram histogram) {
        out.printf(
                "    %-34s p50 %.1f us, p99 %.1f us, p99.9 %.1f us, max %.1f us over %,d%n",
                what,
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                histogram.getValueAtPercentile(99.9) / 1e3,
                histogram.getMaxValue() / 1e3,
                histogram.getTotalCount());
    }

    /// Counts the minutes that reached the strategies.
    private static final class LatencyProbe implements Strategy {
        private volatile long batches;

        @Override
        public String name() {
            return "probe";
        }

        @Override
        public void onCandles(CandleBatch batch) {
            long next = batches + 1;
            batches = next;
        }

        @Override
        public long suppressed() {
            return 0;
        }
    }
}
