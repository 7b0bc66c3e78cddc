package in.sauda.broker.upstox.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a connection has received. Written by its thread, read from any; writes are ordered, not locked.
@SuppressWarnings("EnumOrdinal") // an index into counters of this run, never stored
final class FeedCounters {
    private static final Logger LOG = LoggerFactory.getLogger(FeedCounters.class);
    private static final VarHandle NUMBERS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int PADDING = 16;
    private static final int FRAMES = PADDING;
    private static final int BYTES = FRAMES + 1;
    private static final int LAST_FRAME = BYTES + 1;
    private static final int ERROR_FRAMES = LAST_FRAME + 1;
    private static final int RECONNECTS = ERROR_FRAMES + 1;
    private static final int FAULTS = RECONNECTS + 1;

    private final long[] numbers = new long[FAULTS + FeedFault.values().length + PADDING];

    void frame(int length, long nanos) {
        add(FRAMES, 1);
        add(BYTES, length);
        NUMBERS.setRelease(numbers, LAST_FRAME, nanos);
    }

    /// Counts a fault and logs the first of its kind.
    void fault(FeedFault fault, int length) {
        if (add(FAULTS + fault.ordinal(), 1) == 1) {
            LOG.warn(
                    "Upstox feed: skipped something with {} in a frame of {} bytes; further ones are only counted",
                    fault.words(),
                    length);
        }
    }

    void errorFrame() {
        add(ERROR_FRAMES, 1);
    }

    void reconnect() {
        add(RECONNECTS, 1);
    }

    private long add(int number, long amount) {
        long sum = numbers[number] + amount;
        NUMBERS.setRelease(numbers, number, sum);
        return sum;
    }

    private long get(int number) {
        return (long) NUMBERS.getAcquire(numbers, number);
    }

    long frames() {
        return get(FRAMES);
    }

    long bytes() {
        return get(BYTES);
    }

    long lastFrameNanos() {
        return get(LAST_FRAME);
    }

    long errorFrames() {
        return get(ERROR_FRAMES);
    }

    long reconnects() {
        return get(RECONNECTS);
    }

    long faults(FeedFault fault) {
        return get(FAULTS + fault.ordinal());
    }

    long malformed() {
        long sum = 0;
        for (FeedFault fault : FeedFault.values()) {
            sum += fault.malformed() ? faults(fault) : 0;
        }
        return sum;
    }
}
