package in.sauda.broker.angelone.stream;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one feed has received. Written by the feed's thread, read from any; writes are ordered, not locked.
final class FeedCounters {
    private static final Logger LOG = LoggerFactory.getLogger(FeedCounters.class);

    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong lastFrameNanos = new AtomicLong();
    private final AtomicLong errorFrames = new AtomicLong();
    private final AtomicLong reconnects = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Map<FrameFault, AtomicLong> faults = new EnumMap<>(FrameFault.class);

    FeedCounters() {
        for (FrameFault fault : FrameFault.values()) {
            faults.put(fault, new AtomicLong());
        }
    }

    void frame(int length, long nanos) {
        frames.lazySet(frames.getPlain() + 1);
        bytes.lazySet(bytes.getPlain() + length);
        lastFrameNanos.lazySet(nanos);
    }

    /// Counts a fault and logs the first of its kind.
    void fault(FrameFault fault, byte[] frame, int length) {
        AtomicLong counter = counter(fault);
        long before = counter.getPlain();
        counter.lazySet(before + 1);
        if (before == 0) {
            LOG.warn(
                    "Angel One feed: skipped a frame with {} ({} bytes, mode {}, exchange type {}); further ones are only counted",
                    fault.words(),
                    length,
                    length > FrameLayout.MODE ? frame[FrameLayout.MODE] : -1,
                    length > FrameLayout.EXCHANGE_TYPE ? frame[FrameLayout.EXCHANGE_TYPE] : -1);
        }
    }

    void errorFrame() {
        errorFrames.incrementAndGet();
    }

    void reconnect() {
        reconnects.incrementAndGet();
    }

    void refuse(int instruments) {
        refused.addAndGet(instruments);
    }

    long frames() {
        return frames.get();
    }

    long bytes() {
        return bytes.get();
    }

    long lastFrameNanos() {
        return lastFrameNanos.get();
    }

    long errorFrames() {
        return errorFrames.get();
    }

    long reconnects() {
        return reconnects.get();
    }

    long refused() {
        return refused.get();
    }

    long faults(FrameFault fault) {
        return counter(fault).get();
    }

    private AtomicLong counter(FrameFault fault) {
        return Objects.requireNonNull(faults.get(fault));
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
