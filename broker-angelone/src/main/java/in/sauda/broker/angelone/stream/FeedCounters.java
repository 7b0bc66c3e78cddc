package in.sauda.broker.angelone.stream;

import in.sauda.core.broker.support.LineCounters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one connection has received, and why some of it was not used.
final class FeedCounters extends LineCounters<FrameFault> {
    private static final Logger LOG = LoggerFactory.getLogger(FeedCounters.class);

    FeedCounters() {
        super(FrameFault.class);
    }

    /// Counts a fault and logs the first of its kind.
    void fault(FrameFault fault, byte[] frame, int length) {
        if (count(fault)) {
            LOG.warn(
                    "Angel One feed: skipped a frame with {} ({} bytes, mode {}, exchange type {}); further ones are only counted",
                    fault.words(),
                    length,
                    length > FrameLayout.MODE ? frame[FrameLayout.MODE] : -1,
                    length > FrameLayout.EXCHANGE_TYPE ? frame[FrameLayout.EXCHANGE_TYPE] : -1);
        }
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
