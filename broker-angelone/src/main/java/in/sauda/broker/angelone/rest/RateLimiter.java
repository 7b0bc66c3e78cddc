package in.sauda.broker.angelone.rest;

import in.sauda.core.broker.RateUse;
import in.sauda.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Spaces the calls of one group so that no sliding window of the broker overflows. Safe from any thread.
///
/// Each window remembers the times of its last grants in a ring; a new grant may not come before the oldest of
/// them has
/// left the window. Windows are stretched a little because the network bunches what we spaced.
final class RateLimiter {
    private static final long STRETCH_DIVISOR = 20;

    private final TimeSource time;
    private final List<GrantRing> rings = new ArrayList<>();
    private final List<Duration> spans = new ArrayList<>();
    private long notBeforeNanos;

    RateLimiter(TimeSource time, List<RateGroup.Window> windows) {
        this.time = time;
        this.notBeforeNanos = time.nanos();
        long longAgo = time.nanos();
        for (RateGroup.Window window : windows) {
            spans.add(window.span());
            long span = window.span().toNanos();
            rings.add(new GrantRing(window.calls(), span + span / STRETCH_DIVISOR, longAgo));
        }
    }

    /// Takes the next slot if it is near enough.
    ///
    /// @return nanoseconds to wait before calling, or -1 when that would be more than the limit and no slot was
    ///     taken
    synchronized long reserve(long maxWaitNanos) {
        long now = time.nanos();
        long grant = notBeforeNanos - now > 0 ? notBeforeNanos : now;
        for (GrantRing ring : rings) {
            long free = ring.freeAtNanos();
            grant = free - grant > 0 ? free : grant;
        }
        long wait = grant - now;
        if (wait > maxWaitNanos) {
            return -1;
        }
        for (GrantRing ring : rings) {
            ring.add(grant);
        }
        return wait;
    }

    /// Keeps the whole group quiet after the broker has said "too fast".
    synchronized void backOff(long nanos) {
        long until = time.nanos() + nanos;
        if (until - notBeforeNanos > 0) {
            notBeforeNanos = until;
        }
    }

    /// How much is used at this moment.
    synchronized RateUse use(String group) {
        long now = time.nanos();
        List<RateUse.Window> windows = new ArrayList<>();
        int waiting = 0;
        for (int i = 0; i < rings.size(); i++) {
            GrantRing ring = rings.get(i);
            windows.add(new RateUse.Window(spans.get(i).toMillis(), ring.used(now), ring.grants.length));
            waiting = Math.max(waiting, ring.ahead(now));
        }
        return new RateUse(group, windows, waiting);
    }

    private static final class GrantRing {
        private final long[] grants;
        private final long spanNanos;
        private int oldest;

        GrantRing(int calls, long spanNanos, long nowNanos) {
            this.grants = new long[calls];
            this.spanNanos = spanNanos;
            Arrays.fill(grants, nowNanos - spanNanos);
        }

        long freeAtNanos() {
            return grants[oldest] + spanNanos;
        }

        int used(long now) {
            return (int) Arrays.stream(grants)
                    .filter(grant -> now - grant >= 0 && now - grant < spanNanos)
                    .count();
        }

        int ahead(long now) {
            return (int) Arrays.stream(grants).filter(grant -> grant - now > 0).count();
        }

        void add(long grantNanos) {
            grants[oldest] = grantNanos;
            oldest = (oldest + 1) % grants.length;
        }
    }
}
