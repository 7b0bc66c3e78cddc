package in.sauda.app.fx;

import java.util.ArrayDeque;
import java.util.Deque;

/// Ends flashes: a changed cell is marked for a quarter of a second, and the pulse takes the mark off. FX thread only.
public final class Flashes {
    static final long DURATION_NANOS = 250_000_000L;

    private record Running(TextCell<?> cell, CellText item) {}

    private final Deque<Running> running = new ArrayDeque<>();
    private long nowNanos;

    /// Time of the current pulse.
    long nowNanos() {
        return nowNanos;
    }

    void started(TextCell<?> cell, CellText item) {
        running.addLast(new Running(cell, item));
    }

    void pulse(long now) {
        nowNanos = now;
        // Oldest first: flashes last equally long, so the rest is still running when the first one is.
        while (!running.isEmpty() && now - running.getFirst().item().flashNanos() >= DURATION_NANOS) {
            Running ended = running.removeFirst();
            ended.cell().endFlash(ended.item());
        }
    }
}
