package in.sauda.core.broker.support;

import in.sauda.core.broker.RateUse;
import in.sauda.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Spaces the calls of one group so that no sliding window of the broker overflows. Safe from any thread.
///
/// Each window remembers the times of its last grants in a ring; a new grant may not come before the oldest of
/// them has left the window. Windows are stretched a little because the network bunches what we spaced. Whoever
/// has to wait holds a {@link Turn}; an urgent call takes the first turn of the calls that wait without urgency
/// and moves those back by one, which leaves the times of the grants, and so the windows, as they were.
public final class RateLimiter {
    public static final long REFUSED = -1;
    private static final long STRETCH_DIVISOR = 20;
    private static final long LONGEST_WAIT_NANOS = TimeUnit.HOURS.toNanos(2);

    private final TimeSource time;
    private final List<GrantRing> rings = new ArrayList<>();
    private final List<Turn> waiting = new ArrayList<>();
    private long notBeforeNanos;

    public RateLimiter(TimeSource time, List<Window> windows) {
        this.time = time;
        this.notBeforeNanos = time.nanos();
        long longAgo = time.nanos();
        for (Window window : windows) {
            rings.add(new GrantRing(window, longAgo));
        }
    }

    /// At most this many calls in any span of that length.
    public record Window(int calls, Duration span) {}

    /// A place in the queue. Belongs to its limiter and the limiter's lock.
    public static final class Turn {
        private final Urgency urgency;
        private final long latestNanos;
        private long grantNanos;

        private Turn(Urgency urgency, long grantNanos, long latestNanos) {
            this.urgency = urgency;
            this.grantNanos = grantNanos;
            this.latestNanos = latestNanos;
        }

        private boolean tooLate() {
            return latestNanos - grantNanos < 0;
        }
    }

    /// Waits for a turn.
    ///
    /// @return false when that would take longer than allowed, or the thread was interrupted: nothing may be sent
    public boolean await(Urgency urgency, long maxWaitNanos, Sleeper sleeper) {
        Turn turn = queue(urgency, maxWaitNanos);
        long left = remaining(turn);
        while (left > 0) {
            sleeper.sleep(left);
            left = Thread.currentThread().isInterrupted() ? give(turn) : remaining(turn);
        }
        return left == 0;
    }

    /// Takes the next turn, or an earlier one of somebody who can wait. A turn that is too late is not kept.
    public synchronized Turn queue(Urgency urgency, long maxWaitNanos) {
        long now = time.nanos();
        long longest = Math.min(maxWaitNanos, LONGEST_WAIT_NANOS);
        Turn turn = new Turn(urgency, nextGrant(now), now + longest);
        List<Turn> behind = waiting.stream()
                .filter(other -> other.urgency.compareTo(urgency) > 0)
                .sorted(Comparator.comparingLong((Turn other) -> other.grantNanos - now))
                .toList();
        long first = behind.isEmpty() ? turn.grantNanos : behind.getFirst().grantNanos;
        if (turn.latestNanos - first >= 0) {
            long fresh = turn.grantNanos;
            rings.forEach(ring -> ring.add(fresh));
            waiting.add(turn);
            overtake(turn, behind);
        }
        return turn;
    }

    private long nextGrant(long now) {
        long grant = notBeforeNanos - now > 0 ? notBeforeNanos : now;
        for (GrantRing ring : rings) {
            long free = ring.freeAtNanos();
            grant = free - grant > 0 ? free : grant;
        }
        return grant;
    }

    /// Everyone behind moves to the turn of the one after; the last takes the new turn's.
    private static void overtake(Turn turn, List<Turn> behind) {
        for (Turn other : behind.reversed()) {
            long own = other.grantNanos;
            other.grantNanos = turn.grantNanos;
            turn.grantNanos = own;
        }
    }

    /// Nanoseconds to wait, 0 when it is this call's turn, {@link #REFUSED} when it would come too late.
    public synchronized long remaining(Turn turn) {
        long left = turn.grantNanos - time.nanos();
        if (left <= 0 || turn.tooLate()) {
            waiting.remove(turn);
            return left <= 0 ? 0 : REFUSED;
        }
        return left;
    }

    private synchronized long give(Turn turn) {
        waiting.remove(turn);
        return REFUSED;
    }

    /// Keeps the whole group quiet after the broker has said "too fast".
    public synchronized void backOff(long nanos) {
        long until = time.nanos() + nanos;
        if (until - notBeforeNanos > 0) {
            notBeforeNanos = until;
        }
    }

    /// How much is used at this moment.
    public synchronized RateUse use(String group) {
        long now = time.nanos();
        List<RateUse.Window> windows = rings.stream().map(ring -> ring.use(now)).toList();
        return new RateUse(group, windows, waiting.size());
    }

    private static final class GrantRing {
        private final Window window;
        private final long[] grants;
        private final long spanNanos;
        private int oldest;

        GrantRing(Window window, long nowNanos) {
            long span = window.span().toNanos();
            this.window = window;
            this.grants = new long[window.calls()];
            this.spanNanos = span + span / STRETCH_DIVISOR;
            Arrays.fill(grants, nowNanos - spanNanos);
        }

        long freeAtNanos() {
            return grants[oldest] + spanNanos;
        }

        void add(long grantNanos) {
            grants[oldest] = grantNanos;
            oldest = (oldest + 1) % grants.length;
        }

        /// Grants of the stretched window, which is the one that makes callers wait; future ones are not used
        /// yet.
        RateUse.Window use(long now) {
            long used = Arrays.stream(grants)
                    .filter(grant -> now - grant >= 0 && now - grant < spanNanos)
                    .count();
            return new RateUse.Window(window.span().toMillis(), (int) used, window.calls());
        }
    }
}
