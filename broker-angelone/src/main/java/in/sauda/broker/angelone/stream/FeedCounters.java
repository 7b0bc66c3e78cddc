package in.sauda.broker.angelone.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one connection has received. Written by its thread, read from any; writes are ordered, not locked.
///
/// The numbers of one connection lie together in one array with a cache line of nothing on both sides, so that three
/// connections counting thirty thousand frames a second do not slow each other down.
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

    private final long[] numbers = new long[FAULTS + FrameFault.values().length + PADDING];

    void frame(int length, long nanos) {
        add(FRAMES, 1);
        add(BYTES, length);
        NUMBERS.setRelease(numbers, LAST_FRAME, nanos);
    }

    /// Counts a fault and logs the first of its kind.
    void fault(FrameFault fault, byte[] frame, int length) {
        if (add(FAULTS + fault.ordinal(), 1) == 1) {
            LOG.warn(
                    "Angel One feed: skipped a frame with {} ({} bytes, mode {}, exchange type {}); further ones are only counted",
                    fault.words(),
                    length,
                    length > FrameLayout.MODE ? frame[FrameLayout.MODE] : -1,
                    length > FrameLayout.EXCHANGE_TYPE ? frame[FrameLayout.EXCHANGE_TYPE] : -1);
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

    long faults(FrameFault fault) {
        return get(FAULTS + fault.ordinal());
    }

    /// Every frame that was not used, except those for unknown tokens.
    long malformed() {
        long sum = 0;
        for (FrameFault fault : FrameFault.values()) {
            sum += fault == FrameFault.UNKNOWN_TOKEN ? 0 : faults(fault);
        }
        return sum;
    }
}
