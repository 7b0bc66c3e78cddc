package in.sauda.core.view;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// Lossless queue from any core thread to the UI pulse.
///
/// Unbounded on purpose: orders, signals and notices are rare and must not be lost; {@link #size()} is watched
/// by health.
public final class UiEvents {
    private final ConcurrentLinkedQueue<UiEvent> queue = new ConcurrentLinkedQueue<>();

    public void add(UiEvent event) {
        queue.add(event);
    }

    /// Passes at most {@code limit} events to the consumer, oldest first, and returns how many there were.
    public int drain(int limit, Consumer<? super UiEvent> consumer) {
        int drained = 0;
        while (drained < limit) {
            UiEvent event = queue.poll();
            if (event == null) {
                break;
            }
            consumer.accept(event);
            drained++;
        }
        return drained;
    }

    public int size() {
        return queue.size();
    }
}
