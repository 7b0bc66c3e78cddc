package in.sauda.bench.feed;

import in.sauda.bench.Measurement;
import in.sauda.core.feed.FeedStatistics;
import in.sauda.core.view.QuoteRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// A broker's feed at full load: what is lost, and what it costs. Angel One's: three sockets, three thousand
/// instruments, thirty thousand packets a second. Upstox': one socket, two thousand keys in the full mode, twenty
/// thousand updates a second. Beside it runs a thread that does nothing but sleep: what it wakes late is the machine's.
///
/// {@code SAUDA_BENCH_SECONDS} sets the length, 60 by default; the full figure takes 600.
public final class FeedMeasurement implements Measurement {
    private static final long SAMPLE_NANOS = 100_000;
    private static final long WARM_UP_NANOS = 10_000_000_000L;
    private static final double MICROS = 1_000;
    private static final double PERCENT = 100;

    private final Histogram sinceSent = new Histogram(3);
    private final Histogram sinceReceived = new Histogram(3);
    private final Histogram wokenLate = new Histogram(3);
    private final Load load;
    private final int connections;
    private final int framesPerConnection;
    private volatile boolean sampling;
    private volatile boolean running = true;

    private FeedMeasurement(Load load, int connections, int framesPerConnection) {
        this.load = load;
        this.connections = connections;
        this.framesPerConnection = framesPerConnection;
    }

    public static FeedMeasurement angelOne() {
        return new FeedMeasurement(Load.ANGEL_ONE, 3, 10_000);
    }

    public static FeedMeasurement upstox() {
        return new FeedMeasurement(Load.UPSTOX, 1, 20_000);
    }

    @Override
    public String name() {
        return load == Load.ANGEL_ONE ? "feed" : "feed-upstox";
    }

    @Override
    public String description() {
        return String.format(
                Locale.ROOT,
                "sockets: %d, instruments: %,d, packets/s: %,d; loss, processor time, heap, socket to quote book",
                connections,
                load.size(),
                connections * framesPerConnection);
    }

    @Override
    public void run() throws Exception {
        long seconds = Long.parseLong(System.getenv().getOrDefault("SAUDA_BENCH_SECONDS", "60"));
        Process blaster = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrameBlaster.class.getName(),
                        load.name(),
                        String.valueOf(connections),
                        String.valueOf(framesPerConnection),
                        String.valueOf(seconds + WARM_UP_NANOS / 1_000_000_000L))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(blaster.getInputStream(), StandardCharsets.UTF_8))) {
            measure(lines, blaster);
        } finally {
            blaster.destroy();
        }
    }

    private static long number(BufferedReader lines, String word) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(word)) {
                System.out.println("sender: " + line);
                return Long.parseLong(List.of(line.split(" ", -1)).get(1));
            }
        }
        throw new IOException("the sender ended without saying '" + word + "'");
    }

    private void measure(BufferedReader lines, Process blaster) throws Exception {
        try (LoadedFeed feed = new LoadedFeed(load, connections, (int) number(lines, "port"))) {
            Thread sampler = Thread.ofPlatform().name("sampler").start(() -> sample(feed));
            Thread idler = Thread.ofPlatform().name("idler").start(this::idle);
            awaitFrames(feed, 1);
            LockSupport.parkNanos(WARM_UP_NANOS);
            Snapshot before = Snapshot.take(feed);
            sampling = true;
            long sent = number(lines, "sent");
            sampling = false;
            Snapshot after = Snapshot.take(feed);
            awaitFrames(feed, sent);
            running = false;
            sampler.join();
            idler.join();
            print(System.out, feed, sent, before, after);
            blaster.getOutputStream().close();
        }
    }

    /// Waits for the last frames on the way; at most thirty seconds, because lost ones never come.
    private static void awaitFrames(LoadedFeed feed, long frames) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (feed.statistics().frames() < frames && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(1_000_000);
        }
        LockSupport.parkNanos(500_000_000);
    }

    private void sample(LoadedFeed feed) {
        while (running) {
            feed.rows().drain(this::record);
            LockSupport.parkNanos(SAMPLE_NANOS);
        }
    }

    private void idle() {
        while (running) {
            long asleep = System.nanoTime();
            LockSupport.parkNanos(SAMPLE_NANOS);
            if (sampling) {
                wokenLate.recordValue(Math.max(0, System.nanoTime() - asleep - SAMPLE_NANOS));
            }
        }
    }

    private void record(QuoteRow row) {
        if (sampling) {
            long now = System.nanoTime();
            sinceSent.recordValue(Math.max(0, now - row.openInterest()));
            sinceReceived.recordValue(Math.max(0, now - row.receivedNanos()));
        }
    }

    /// Costs so far.
    private record Snapshot(
            long nanos, long frames, ThreadCosts receive, ThreadCosts engine, long heapBytes, long collections) {
        static Snapshot take(LoadedFeed feed) {
            return new Snapshot(
                    System.nanoTime(),
                    feed.statistics().frames(),
                    ThreadCosts.of("feed-"),
                    ThreadCosts.of("engine"),
                    heapAfterCollection(),
                    ManagementFactory.getGarbageCollectorMXBeans().stream()
                            .mapToLong(collector -> collector.getCollectionCount())
                            .sum());
        }

        private static long heapAfterCollection() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }

    private void print(PrintStream out, LoadedFeed feed, long sent, Snapshot before, Snapshot after) {
        FeedStatistics statistics = feed.statistics();
        long consumed = feed.status().ticks();
        long merged = feed.status().conflated();
        double seconds = (after.nanos - before.nanos) / 1e9;
        ThreadCosts receive = after.receive.since(before.receive);
        ThreadCosts engine = after.engine.since(before.engine);
        long frames = after.frames - before.frames;
        out.printf(
                Locale.ROOT,
                "sent %,d, received %,d, malformed %,d, unknown %,d%n",
                sent,
                statistics.frames(),
                statistics.malformed(),
                statistics.unknownTokens());
        out.printf(
                Locale.ROOT,
                "events %,d + merged %,d = %,d, not accounted for %,d%n",
                consumed,
                merged,
                consumed + merged,
                statistics.frames() - statistics.malformed() - statistics.unknownTokens() - consumed - merged);
        out.printf(Locale.ROOT, "per connection %s%n", per(statistics));
        out.printf(Locale.ROOT, "%.0f packets/s over %.0f s%n", frames / seconds, seconds);
        out.printf(
                Locale.ROOT,
                "receiving: %.1f %% of a core, %.2f us and %.0f B a packet; target < %s %%%n",
                PERCENT * receive.cpuNanos() / (seconds * 1e9),
                receive.cpuNanos() / MICROS / frames,
                receive.allocatedBytes() / (double) frames,
                load == Load.ANGEL_ONE ? "50" : "60");
        out.printf(Locale.ROOT, "engine: %.1f %% of a core%n", PERCENT * engine.cpuNanos() / (seconds * 1e9));
        out.printf(
                Locale.ROOT,
                "heap after collection: %.1f MB -> %.1f MB, %d collections%n",
                before.heapBytes / 1e6,
                after.heapBytes / 1e6,
                after.collections - before.collections);
        percentiles(out, "sent -> quote book", sinceSent);
        percentiles(out, "received -> quote book", sinceReceived);
        percentiles(out, "a thread that only sleeps wakes late by", wokenLate);
        out.printf(Locale.ROOT, "each latency includes up to 0.1 ms until the sampler looks; target p99.9 < 2 ms%n");
        out.printf(
                Locale.ROOT,
                "load average %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    private static List<Long> per(FeedStatistics statistics) {
        return statistics.connections().stream().map(socket -> socket.frames()).toList();
    }

    private static void percentiles(PrintStream out, String what, Histogram histogram) {
        out.printf(
                Locale.ROOT,
                "%s: p50 %.0f us, p99 %.0f us, p99.9 %.0f us, max %.1f ms of %,d rows%n",
                what,
                histogram.getValueAtPercentile(50) / MICROS,
                histogram.getValueAtPercentile(99) / MICROS,
                histogram.getValueAtPercentile(99.9) / MICROS,
                histogram.getMaxValue() / MICROS / MICROS,
                histogram.getTotalCount());
    }
}
