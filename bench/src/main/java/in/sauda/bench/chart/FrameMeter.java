package in.sauda.bench.chart;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Shows a subject in a window and times the pulses while it draws in every one of them.
final class FrameMeter {
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 700;
    private static final long WARM_UP_NANOS = 2_500_000_000L;
    private static final long MEASURED_NANOS = 5_000_000_000L;
    private static final int MOST_FRAMES = 4_096;

    private final FrameSubject subject;
    private final Stage stage = new Stage();
    private final CompletableFuture<FrameFigures> result;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long[] intervals = new long[MOST_FRAMES];
    private int frames;
    private long startNanos;
    private long measuredFromNanos;
    private long lastNanos;
    private long cpuAtStart;
    private long bytesAtStart;

    private FrameMeter(FrameSubject subject, CompletableFuture<FrameFigures> result) {
        this.subject = subject;
        this.result = result;
    }

    static FrameFigures measure(Supplier<FrameSubject> subject) {
        CompletableFuture<FrameFigures> figures = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                new FrameMeter(subject.get(), figures).start();
            } catch (RuntimeException failure) {
                figures.completeExceptionally(failure);
            }
        });
        return figures.join();
    }

    private void start() {
        stage.setScene(new Scene(subject.node(), WIDTH, HEIGHT));
        stage.show();
        startNanos = System.nanoTime();
        new AnimationTimer() {
            @Override
            public void handle(long pulseNanos) {
                if (frame(pulseNanos)) {
                    stop();
                    finish();
                }
            }
        }.start();
    }

    /// True when enough was measured.
    private boolean frame(long pulseNanos) {
        long now = System.nanoTime();
        if (measuredFromNanos != 0 && frames < MOST_FRAMES) {
            intervals[frames++] = now - lastNanos;
        } else if (measuredFromNanos == 0 && now - startNanos > WARM_UP_NANOS) {
            measuredFromNanos = now;
            cpuAtStart = cpuNanos();
            bytesAtStart = threads.getCurrentThreadAllocatedBytes();
        }
        lastNanos = now;
        subject.frame(pulseNanos);
        return measuredFromNanos != 0 && now - measuredFromNanos > MEASURED_NANOS;
    }

    private void finish() {
        double kibibytes = (threads.getCurrentThreadAllocatedBytes() - bytesAtStart) / 1024.0;
        double cpuMillis = (cpuNanos() - cpuAtStart) / 1e6;
        long[] sorted = Arrays.copyOf(intervals, frames);
        Arrays.sort(sorted);
        double seconds = (lastNanos - measuredFromNanos) / 1e9;
        subject.close();
        stage.close();
        result.complete(new FrameFigures(
                frames / seconds,
                sorted[frames / 2] / 1e6,
                sorted[frames * 99 / 100] / 1e6,
                cpuMillis / frames,
                kibibytes / frames));
    }

    private long cpuNanos() {
        long total = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null
                    && (thread.getThreadName().startsWith("JavaFX Application Thread")
                            || thread.getThreadName().startsWith("QuantumRenderer"))) {
                total += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return total;
    }
}
