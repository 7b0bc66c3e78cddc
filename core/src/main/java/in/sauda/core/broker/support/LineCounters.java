package in.sauda.core.broker.support;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// What one connection of a feed has received. Written by its thread, read from any; writes are ordered, not locked.
///
/// The numbers of one connection lie together in one array with a cache line of nothing on both sides, so that three
/// connections counting thirty thousand frames a second do not slow each other down.
///
/// @param <F> why a frame was not used
@SuppressWarnings("EnumOrdinal") // an index into counters of this run, never stored
public class LineCounters<F extends Enum<F>> {
    private static final VarHandle NUMBERS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int PADDING = 16;
    private static final int FRAMES = PADDING;
    private static final int BYTES = FRAMES + 1;
    private static final int LAST_FRAME = BYTES + 1;
    private static final int ERROR_FRAMES = LAST_FRAME + 1;
    private static final int RECONNECTS = ERROR_FRAMES + 1;
    private static final int FAULTS = RECONNECTS + 1;

    private final long[] numbers;

    protected LineCounters(Class<F> faults) {
        numbers = new long[FAULTS + faults.getEnumConstants().length + PADDING];
    }

    public final void frame(int length, long nanos) {
        add(FRAMES, 1);
        add(BYTES, length);
        NUMBERS.setRelease(numbers, LAST_FRAME, nanos);
    }

    /// Returns true for the first of its kind, which is the one worth a log line.
    protected final boolean count(F fault) {
        return add(FAULTS + fault.ordinal(), 1) == 1;
    }

    public final void errorFrame() {
        add(ERROR_FRAMES, 1);
    }

    public final void reconnect() {
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

    public final long frames() {
        return get(FRAMES);
    }

    public final long bytes() {
        return get(BYTES);
    }

    public final long lastFrameNanos() {
        return get(LAST_FRAME);
    }

    public final long errorFrames() {
        return get(ERROR_FRAMES);
    }

    public final long reconnects() {
        return get(RECONNECTS);
    }

    public final long faults(F fault) {
        return get(FAULTS + fault.ordinal());
    }
}
