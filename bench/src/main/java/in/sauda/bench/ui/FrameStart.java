package in.sauda.bench.ui;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// Counts pulses and says when each began.
final class FrameStart extends AnimationTimer {
    private final LongConsumer listener;
    private int frames;

    FrameStart(LongConsumer listener) {
        this.listener = listener;
    }

    @Override
    public void handle(long pulseNanos) {
        frames++;
        listener.accept(System.nanoTime());
    }

    int frames() {
        return frames;
    }
}
