package in.sauda.simulator.angel;

import in.sauda.core.time.TimeSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/// Sliding windows per client code and endpoint group, by wall time. Safe from any thread.
public final class RateLimiter {
    private static final long SECOND = 1_000_000_000L;
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /// Most calls in any second, in any minute, and in any longer span.
    public record Limit(int perSecond, int perMinute, int perSpan, int spanSeconds) {
        private static final int HOUR = 3_600;

        /// With an hour as the longest span.
        public Limit(int perSecond, int perMinute, int perHour) {
            this(perSecond, perMinute, perHour, HOUR);
        }

        static Limit ofSecond(int calls) {
            return new Limit(calls, UNLIMITED, UNLIMITED);
        }
    }

    private final TimeSource time;
    private final Map<String, ArrayDeque<Long>> calls = new HashMap<>();
    private volatile boolean enabled = true;

    public RateLimiter(TimeSource time) {
        this.time = time;
    }

    public void setEnabled(boolean wanted) {
        enabled = wanted;
    }

    /// Counts a call, or refuses it without counting.
    public synchronized boolean allows(String client, String group, Limit limit) {
        if (!enabled) {
            return true;
        }
        long now = time.nanos();
        ArrayDeque<Long> past = calls.computeIfAbsent(client + ' ' + group, key -> new ArrayDeque<>());
        while (!past.isEmpty() && now - past.getFirst() >= limit.spanSeconds() * SECOND) {
            past.removeFirst();
        }
        boolean allowed = past.size() < limit.perSpan()
                && since(past, now, 60 * SECOND, limit.perMinute()) < limit.perMinute()
                && since(past, now, SECOND, limit.perSecond()) < limit.perSecond();
        if (allowed) {
            past.addLast(now);
        }
        return allowed;
    }

    private static int since(ArrayDeque<Long> past, long now, long window, int enough) {
        int count = 0;
        for (var newest = past.descendingIterator(); newest.hasNext() && count < enough; ) {
            if (now - newest.next() >= window) {
                break;
            }
            count++;
        }
        return count;
    }
}
