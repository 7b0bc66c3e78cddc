package in.sauda.core.broker.support;

import java.util.random.RandomGenerator;

/// 1, 2, 4, 8, 16 and then 30 seconds for ever, each 20 % shorter or longer at random so that clients do not
/// return in
/// step. Not thread-safe.
public final class ReconnectDelays {
    private static final long[] SECONDS = {1, 2, 4, 8, 16, 30};
    private static final long TOO_MANY_SECONDS = 60;
    private static final double JITTER = 0.2;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final RandomGenerator random;
    private int next;

    public ReconnectDelays(RandomGenerator random) {
        this.random = random;
    }

    public long nextMillis() {
        long seconds = SECONDS[next];
        next = Math.min(next + 1, SECONDS.length - 1);
        return jittered(seconds);
    }

    /// A minute, for a server that says it has too many connections: sooner it will hardly have fewer.
    public long tooManyMillis() {
        next = SECONDS.length - 1;
        return jittered(TOO_MANY_SECONDS);
    }

    private long jittered(long seconds) {
        return Math.round(seconds * MILLIS_PER_SECOND * random.nextDouble(1 - JITTER, 1 + JITTER));
    }

    public void reset() {
        next = 0;
    }
}
