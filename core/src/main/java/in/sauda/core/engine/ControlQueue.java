package in.sauda.core.engine;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// The lossless way into the engine: commands, order events, feed states and results of work done elsewhere.
///
/// Unbounded on purpose: these messages are rare and none may be lost. Drained before every batch of market data.
final class ControlQueue {
    private final ConcurrentLinkedQueue<ControlMessage> queue = new ConcurrentLinkedQueue<>();
    private final Wakeup wakeup;

    ControlQueue(Wakeup wakeup) {
        this.wakeup = wakeup;
    }

    void add(ControlMessage message) {
        queue.add(message);
        wakeup.signal();
    }

    @Nullable
    ControlMessage poll() {
        return queue.poll();
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }
}
