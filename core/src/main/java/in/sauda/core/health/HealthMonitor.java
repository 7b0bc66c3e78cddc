package in.sauda.core.health;

import in.sauda.core.domain.TradingMode;
import in.sauda.core.time.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread {@code health}: judges what the engine measured once a second, and writes a line a minute.
public final class HealthMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);
    private static final long LINE_NANOS = 60_000_000_000L;

    private final Supplier<@Nullable HealthFacts> facts;
    private final TimeSource time;
    private final @Nullable Path home;
    private final @Nullable HealthLog log;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("health").factory());
    private volatile HealthReport report;
    private boolean written;
    private long nextLineNanos;
    private boolean failing;

    /// @param facts what the engine measured last, null before the first time
    public HealthMonitor(TradingMode mode, Supplier<@Nullable HealthFacts> facts, TimeSource time, HealthHome home) {
        this.facts = facts;
        this.time = time;
        this.home = home.folder();
        this.log = this.home == null ? null : new HealthLog(this.home);
        this.report = HealthReport.starting(mode);
    }

    public void start() {
        ScheduledFuture<?> _ = thread.scheduleWithFixedDelay(this::guarded, 1, 1, TimeUnit.SECONDS);
    }

    /// The newest judgement.
    public HealthReport report() {
        return report;
    }

    private void guarded() {
        try {
            round();
        } catch (RuntimeException failure) {
            LOG.error("The health check failed", failure);
        }
    }

    /// Judges once; called by the thread, and by tests.
    void round() {
        HealthFacts measured = facts.get();
        if (measured == null) {
            return;
        }
        HealthReport judged = HealthJudge.judge(measured, machine(), time.wallMillis());
        report = judged;
        if (!written || time.nanos() - nextLineNanos >= 0) {
            written = true;
            nextLineNanos = time.nanos() + LINE_NANOS;
            write(judged);
        }
    }

    private MachineFigures machine() {
        Runtime runtime = Runtime.getRuntime();
        return new MachineFigures(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory(), diskFree());
    }

    private long diskFree() {
        if (home == null) {
            return -1;
        }
        try {
            return Files.getFileStore(home).getUsableSpace();
        } catch (IOException unknown) {
            LOG.debug("Free space of {} is unknown", home, unknown);
            return -1;
        }
    }

    private void write(HealthReport judged) {
        if (log == null) {
            return;
        }
        try {
            log.append(judged);
            failing = false;
        } catch (IOException failure) {
            if (!failing) {
                LOG.warn("The health log cannot be written; further failures are not reported", failure);
            }
            failing = true;
        }
    }

    /// Writes a last line and ends the thread.
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (thread.awaitTermination(2, TimeUnit.SECONDS)) {
                written = false;
                guarded();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
