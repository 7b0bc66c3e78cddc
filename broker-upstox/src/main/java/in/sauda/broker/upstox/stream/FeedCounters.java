package in.sauda.broker.upstox.stream;

import in.sauda.core.broker.support.LineCounters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a connection has received, and why some of it was not used.
final class FeedCounters extends LineCounters<FeedFault> {
    private static final Logger LOG = LoggerFactory.getLogger(FeedCounters.class);

    FeedCounters() {
        super(FeedFault.class);
    }

    /// Counts a fault and logs the first of its kind.
    void fault(FeedFault fault, int length) {
        if (count(fault)) {
            LOG.warn(
                    "Upstox feed: skipped something with {} in a frame of {} bytes; further ones are only counted",
                    fault.words(),
                    length);
        }
    }

    long malformed() {
        long sum = 0;
        for (FeedFault fault : FeedFault.values()) {
            sum += fault.malformed() ? faults(fault) : 0;
        }
        return sum;
    }
}
